#include "app/session/reclaiming.h"

namespace slipway
{

Result<Reclaimable> reclaimableOf(const CleanupFacts& facts, const Profile& profile, const QDateTime& now)
{
    const auto policies = loadOwnerPolicies(profile.policies);
    if (!policies)
        return std::unexpected(policies.error());
    CleanupProtections protections;
    protections.targets = static_cast<int>(profile.targets.size());
    for (const auto& target : profile.targets)
        protections.unreadTargets.append(target.name);
    return reclaimable(facts, *policies, protections, profile.rules, now);
}

} // namespace slipway
