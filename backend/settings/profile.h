#pragma once

#include "core/error.h"
#include "domain/classificationrules.h"

#include <QByteArray>
#include <QString>

namespace slipway
{

/// What a team writes down about an owner, in YAML: today the owner's login and the classification rules
/// (docs/profile.md).
struct Profile final {
    QString owner; ///< empty if the file names none
    ClassificationRules rules;
};

/// Reads a profile. Errors: InvalidFile with `file:line:column` as subject and what is wrong there; unknown keys are
/// refused by name, so that a misspelt one is never silently ignored.
[[nodiscard]] Result<Profile> parseProfile(const QByteArray& yaml, const QString& fileName);

/// The same from a file. Errors: also FileAccess.
[[nodiscard]] Result<Profile> loadProfile(const QString& path);

} // namespace slipway
