#pragma once

#include "cleanup/plancleanup.h"
#include "cleanup/planfile.h"
#include "inventory/inventory.h"

#include <QSet>

#include <memory>
#include <stop_token>

namespace slipway
{

/// What a plan of the window is made by.
struct CleanupTerms final {
    QString file;         ///< of the policy; empty: usualCleanupPolicy()
    CleanupPolicy policy; ///< for the packages that are its own
    CleanupProtections protections;
    std::optional<Glob> packages; ///< the profile's glob for it
    QString server;               ///< the API's host and port
    QDateTime readAt = {};        ///< the last moment the snapshot was found to be true of; invalid: when it was read
};

/// What becomes of a version that the rules alone would delete.
enum class CleanupFate : std::uint8_t {
    Goes,
    Excluded, ///< a person has taken it out of this plan
    Held,     ///< it is protected, or needed by what stays
    Blocked,  ///< GitHub does not delete it, or something in its tree
};

/// A version that the rules alone would delete.
struct CleanupRow final {
    RowIndex version = 0; ///< in the snapshot
    CleanupFate fate = CleanupFate::Goes;
    QString why;     ///< it would go: "Untagged for 118 days"
    QString held;    ///< why it stays all the same; empty for one that goes
    Bytes bytes = 0; ///< what its deletion alone would free
    std::chrono::milliseconds age{0};

    friend bool operator==(const CleanupRow&, const CleanupRow&) = default;
};

/// What one rule selects, with what goes along.
struct CleanupGroup final {
    QString key; ///< stable: "rule pr-*"
    QString title;
    std::vector<CleanupRow> rows; ///< most bytes first, whatever becomes of them
    std::size_t goes = 0;
    Bytes bytes = 0; ///< what this group alone frees
};

/// How many versions something holds.
struct CleanupHold final {
    QString words; ///< "Tagged as protect says: latest, demo"
    std::size_t versions = 0;

    friend bool operator==(const CleanupHold&, const CleanupHold&) = default;
};

/// A plan as the Cleanup page shows it. An immutable value.
struct CleanupSheet final {
    InventoryPtr inventory;
    CleanupTerms terms; ///< what is excluded is in its protections
    CleanupPlan plan;
    std::vector<CleanupGroup> groups; ///< those with rows, in the policy's order
    std::vector<CleanupHold> holds;   ///< what protects, of all versions; most versions first
    std::size_t held = 0;             ///< versions that the rules alone would delete, and that stay
    Bytes stored = 0;
    QStringList notes; ///< what a person should know before: what was not read, globs that match nothing

    [[nodiscard]] const Snapshot& snapshot() const { return *inventory->snapshot; }
    [[nodiscard]] std::size_t goes() const { return plan.deletions.size(); }
    [[nodiscard]] bool isExcluded(VersionId id) const;
};

using CleanupSheetPtr = std::shared_ptr<const CleanupSheet>;

/// Plans, and says what the plan says: for the pool. Null once it is to stop.
[[nodiscard]] CleanupSheetPtr makeCleanupSheet(const InventoryPtr& inventory, const CleanupTerms& terms,
                                               const QDateTime& now, const std::stop_token& stop);

/// The plan as the value that is exported and carried out, sealed: the same for the same sheet. For the pool.
[[nodiscard]] PlanFile planFileOf(const CleanupSheet& sheet);

/// What becomes of one version.
struct CleanupAnswer final {
    RowIndex version = kNoRow;
    QString name; ///< "torch-gpu:v0.2.8"
    CleanupFate fate = CleanupFate::Held;
    QStringList reasons; ///< why it stays, or why it goes

    friend bool operator==(const CleanupAnswer&, const CleanupAnswer&) = default;
};

/// What becomes of the versions a person means: by "package:tag", a tag, or the beginning of a digest (six digits at
/// least). Most ten; empty for a text that means nothing here, and once it is to stop. For the pool.
[[nodiscard]] std::vector<CleanupAnswer> whyKept(const CleanupSheet& sheet, const QString& meant,
                                                 const std::stop_token& stop = {});

} // namespace slipway
