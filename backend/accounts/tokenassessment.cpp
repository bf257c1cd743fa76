#include "accounts/tokenassessment.h"

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct Rule {
    Capability capability;
    QLatin1StringView scope;
    std::array<QLatin1StringView, 3> orAnyOf; ///< greater scopes that include it
    bool isForReading;
    bool isForCleanup;
};

/// GitHub documentation, "Scopes for OAuth apps" and the pages of the endpoints.
constexpr std::array kRules{
    Rule{Capability::ReadPackages, "read:packages"_L1, {"write:packages"_L1}, true, true},
    Rule{Capability::ReadSizes, "read:packages"_L1, {"write:packages"_L1}, true, true},
    Rule{Capability::DeleteVersions, "delete:packages"_L1, {}, false, true},
    Rule{Capability::RestoreVersions, "write:packages"_L1, {}, false, true},
    Rule{Capability::RunWorkflows, "repo"_L1, {}, false, false},
    Rule{Capability::OpenPullRequests, "repo"_L1, {}, false, false},
    Rule{Capability::ReadRunners, "admin:org"_L1, {}, false, false},
    Rule{Capability::ReadBilling, "admin:org"_L1, {}, false, false},
};

bool isPackageWork(Capability capability)
{
    switch (capability) {
    case Capability::ReadPackages:
    case Capability::ReadSizes:
    case Capability::DeleteVersions:
    case Capability::RestoreVersions:
        return true;
    case Capability::RunWorkflows:
    case Capability::OpenPullRequests:
    case Capability::ReadRunners:
    case Capability::ReadBilling:
        return false;
    }
    return false;
}

Grant grantOf(const Rule& rule, TokenKind kind, const std::optional<QStringList>& scopes)
{
    if (kind == TokenKind::FineGrained && isPackageWork(rule.capability))
        return Grant::Refused;
    if (!scopes)
        return Grant::Unknown;
    const bool hasGreater = std::ranges::any_of(
        rule.orAnyOf, [&scopes](QLatin1StringView scope) { return !scope.isEmpty() && scopes->contains(scope); });
    return hasGreater || scopes->contains(rule.scope) ? Grant::Granted : Grant::Missing;
}

} // namespace

TokenKind tokenKind(const QString& token)
{
    constexpr std::array prefixes{
        std::pair{"ghp_"_L1, TokenKind::Classic},      std::pair{"github_pat_"_L1, TokenKind::FineGrained},
        std::pair{"gho_"_L1, TokenKind::OAuth},        std::pair{"ghu_"_L1, TokenKind::App},
        std::pair{"ghs_"_L1, TokenKind::Installation},
    };
    for (const auto& [prefix, kind] : prefixes) {
        if (token.startsWith(prefix))
            return kind;
    }
    return TokenKind::Unknown;
}

std::vector<CapabilityGrant> assessToken(TokenKind kind, const std::optional<QStringList>& scopes, TokenUse use)
{
    std::vector<CapabilityGrant> grants;
    grants.reserve(std::size(kRules));
    for (const auto& rule : kRules) {
        grants.push_back({rule.capability, rule.scope, grantOf(rule, kind, scopes),
                          use == TokenUse::Reading ? rule.isForReading : rule.isForCleanup});
    }
    return grants;
}

bool isSufficient(const std::vector<CapabilityGrant>& grants)
{
    return std::ranges::all_of(grants, [](const CapabilityGrant& grant) {
        return !grant.isNeeded || grant.grant == Grant::Granted || grant.grant == Grant::Unknown;
    });
}

} // namespace slipway
