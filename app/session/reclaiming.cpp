#include "app/session/reclaiming.h"

#include "drift/lockreader.h"

#include <utility>

namespace slipway
{

namespace
{

/// Reads what a policy's lock files name; those that cannot be read are added to `unread`.
void readLocks(OwnerPolicy& policy, std::vector<UnreadLock>& unread)
{
    for (const auto& name : std::as_const(policy.policy.protect.lockFiles)) {
        if (const auto read = loadBuildLock(policy.lockPath(name)))
            policy.locks.push_back({name, lockedDigests(read->lock)});
        else
            unread.push_back({name, read.error()});
    }
}

} // namespace

Result<Reclaimable> reclaimableOf(const CleanupFacts& facts, const Profile& profile, const QDateTime& now,
                                  const std::stop_token& stop)
{
    auto policies = loadOwnerPolicies(profile.policies);
    if (!policies)
        return std::unexpected(policies.error());
    std::vector<UnreadLock> unread;
    for (auto& policy : policies->policies)
        readLocks(policy, unread);
    CleanupProtections protections;
    protections.targets = static_cast<int>(profile.targets.size());
    for (const auto& target : profile.targets)
        protections.unreadTargets.append(target.name);
    auto found = reclaimable(facts, *policies, protections, profile.rules, now, stop);
    if (found)
        found->unreadLocks = std::move(unread);
    return found;
}

} // namespace slipway
