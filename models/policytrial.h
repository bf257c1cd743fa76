#pragma once

#include "core/error.h"
#include "models/cleanupsheet.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace slipway
{

/// Where the policy that is edited came from.
struct PolicyOrigin final {
    QString file;                   ///< empty: nobody has written one yet
    std::optional<QByteArray> seen; ///< what stood there when it was read; none: there is no such file

    friend bool operator==(const PolicyOrigin&, const PolicyOrigin&) = default;
};

/// Whether it comes with the program, and can be read only.
[[nodiscard]] bool isFromProgram(const PolicyOrigin& origin);

/// What plans are made by, whatever is being edited.
struct PolicyGround final {
    QStringList policies; ///< the files the profile names; none: the usual one counts
    QString profile;      ///< the file; empty: there is none
    QStringList added;    ///< files it names since it was read: they count when it is read again

    friend bool operator==(const PolicyGround&, const PolicyGround&) = default;
};

/// Whether a policy lies in a file that the profile does not name.
[[nodiscard]] bool isBesidePlans(const PolicyOrigin& origin, const PolicyGround& ground);
/// Whether the profile is a file that can be made to name that one.
[[nodiscard]] bool canBeNamed(const PolicyOrigin& origin, const PolicyGround& ground);
/// Where it lies, and what plans go by if not by it.
[[nodiscard]] QString policyPlaceLine(const PolicyOrigin& origin, const PolicyGround& ground);

/// What a policy's text would do, as it is being written.
struct PolicyTrial final {
    QByteArray text;
    std::optional<Error> fault;    ///< why it is no policy, with "file:line:column" as subject
    std::optional<Error> obstacle; ///< why nobody knows what it would do, right as it is
    CleanupSheetPtr sheet; ///< what it would delete; null with a fault or an obstacle, and where nothing was read yet
};
using PolicyTrialPtr = std::shared_ptr<const PolicyTrial>;

/// What came of saving.
enum class PolicySaving : std::uint8_t {
    Saved,
    Changed, ///< somebody else has changed the file since it was read: nothing was written
};

/// What a trial says, a line each: what each rule would delete and free, all at once first. Empty without a sheet.
[[nodiscard]] QStringList policyEffects(const PolicyTrial& trial);
/// What it protects, and what of it matches nothing.
[[nodiscard]] QStringList policyRemarks(const PolicyTrial& trial);
/// "Line 3, column 8: …" of a fault.
[[nodiscard]] QString policyFaultLine(const Error& fault);

} // namespace slipway
