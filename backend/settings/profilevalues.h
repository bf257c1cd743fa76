#pragma once

#include "domain/glob.h"
#include "domain/prices.h"
#include "domain/storagebudget.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace slipway
{

enum class TargetKind : std::uint8_t { Compose, Swarm, Ssh };

/// A place images are deployed to.
struct DeployTarget final {
    QString name; ///< unique in the profile
    TargetKind kind = TargetKind::Compose;
    QString host;         ///< "host", "user@host", each with ":port" or without; empty: this machine
    QStringList services; ///< empty: every service of the target
    bool isProduction = false;

    friend bool operator==(const DeployTarget&, const DeployTarget&) = default;
};

/// The cleanup policy of the packages a glob matches.
struct PolicyFile final {
    Glob packages;
    QString path;
};

/// The repository the profile is kept in: where what Slipway proposes goes by a pull request.
struct ProfileRepository final {
    QString name;           ///< "northquay/platform", or "platform" of the profile's owner; empty: it names none
    QString base;           ///< the branch proposals are for; empty: the default branch
    QString folder;         ///< of the profile in it; empty: its root
    QString lock;           ///< path of the lock file in it; empty: the profile names none
    bool hasIssues = false; ///< findings of drift have issues in it

    friend bool operator==(const ProfileRepository&, const ProfileRepository&) = default;
};

/// "compose", "swarm", "ssh".
[[nodiscard]] QString targetKindName(TargetKind kind);

} // namespace slipway
