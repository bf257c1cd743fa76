#pragma once

#include "simulator/contentstore.h"
#include "simulator/simpackage.h"
#include "simulator/simrepository.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace slipway
{

enum class OwnerType { Organization, User };

/// A GitHub account.
struct SimAccount final {
    QString login;
    std::int64_t id = 0;
    OwnerType type = OwnerType::User;

    friend bool operator==(const SimAccount&, const SimAccount&) = default;
};

/// What a token is allowed to do to the owner's packages, beside its scopes.
enum class PackageRole {
    Admin, ///< everything its scopes allow
    Read,  ///< changes answer 404, as for anything GitHub hides
};

/// A personal access token.
struct SimToken final {
    QStringList scopes;
    PackageRole role = PackageRole::Admin;
    QStringList hiddenPackages; ///< private packages this token does not see
    bool needsSso = false;      ///< everything of the owner answers 403 with `X-GitHub-SSO`
    QDateTime expiresAt;        ///< told in a header; the token goes on working
};

/// Everything the simulator serves. Requests change it; nothing is written back.
struct SimulatorState final {
    SimAccount owner;
    SimAccount viewer{QStringLiteral("octo-viewer"), 9999001, OwnerType::User};
    /// None: every token is accepted with kDefaultScopes.
    std::optional<QHash<QString, SimToken>> tokens;
    /// Callers without any credential read like a token with read:packages: for demos, so that they can be tried by
    /// hand.
    bool isOpenToVisitors = false;
    /// The moment the state describes; served times are moved by now - anchor.
    QDateTime anchor;
    std::vector<std::unique_ptr<SimPackage>> packages;
    std::vector<SimRepository> repositories;
    ContentStore content;
    std::int64_t nextId = 1; ///< greater than every id in use

    /// The package, whether deleted or not.
    [[nodiscard]] SimPackage* findPackage(const QString& name) const;
    /// The same, but null for a deleted one.
    [[nodiscard]] SimPackage* livePackage(const QString& name) const;
    SimPackage& addPackage(PackageFacts facts);
    /// Moves every time of every row.
    void shiftTimes(std::chrono::milliseconds by);
};

} // namespace slipway
