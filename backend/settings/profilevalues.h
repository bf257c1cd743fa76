#pragma once

#include "core/names.h"
#include "domain/glob.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

/// How much may be stored, and at which shares of it a person is told.
struct StorageBudget final {
    std::optional<QString> hub;    ///< none: the whole owner, or the family in every hub
    std::optional<QString> family; ///< none: the whole hub
    Bytes bytes = 0;
    std::vector<int> alerts{75, 85, 90, 100}; ///< percent, rising

    friend bool operator==(const StorageBudget&, const StorageBudget&) = default;
};

/// What a gibibyte is taken to cost. GitHub bills neither for container images today; these are what a team plans with.
struct Prices final {
    double storagePerGibMonth = 0.25;
    double egressPerGib = 0.008;
    QString currency = QStringLiteral("USD"); ///< three capital letters, ISO 4217

    friend bool operator==(const Prices&, const Prices&) = default;
};

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
