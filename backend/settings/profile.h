#pragma once

#include "core/error.h"
#include "domain/classificationrules.h"
#include "domain/driftpolicy.h"
#include "settings/profilevalues.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace slipway
{

/// What a team writes down about an owner, in YAML that can live in a repository (docs/profile.md). Servers are not in
/// it: a file that comes from elsewhere must not decide where a token is sent.
struct Profile final {
    QString owner; ///< empty if the file names none
    ClassificationRules rules;
    std::vector<StorageBudget> budgets;
    StatedPrices prices;
    std::vector<DeployTarget> targets;
    QString roadmapPath; ///< absolute as far as the profile's own path is; empty for none
    std::vector<PolicyFile> policies;
    ProfileRepository repository;
    DriftPolicy drift;
};

/// Tells whether a file is there.
using FileCheck = std::function<bool(const QString& path)>;

/// Reads a profile. Files it names are relative to it, and `isFile` must know them; without one they are believed.
/// Errors: InvalidFile with `file:line:column` as subject and what is wrong there; unknown keys are refused by name, so
/// that a misspelt one is never silently ignored.
[[nodiscard]] Result<Profile> parseProfile(const QByteArray& yaml, const QString& fileName,
                                           const FileCheck& isFile = {});

/// The same from a file, and what it names must be there. Errors: also FileAccess.
[[nodiscard]] Result<Profile> loadProfile(const QString& path);

} // namespace slipway
