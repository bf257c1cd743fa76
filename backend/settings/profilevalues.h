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

/// "compose", "swarm", "ssh".
[[nodiscard]] QString targetKindName(TargetKind kind);

} // namespace slipway
