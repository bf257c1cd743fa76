#include "app/dashboard/cleanupchoice.h"

#include "app/session/cleanupplanning.h"
#include "cleanup/ownerpolicies.h"
#include "cleanup/undeletable.h"
#include "drift/lockreader.h"

namespace slipway
{

Result<std::vector<CleanupTerms>> cleanupTermsOf(const Profile& profile, const Target& target)
{
    const auto policies = loadOwnerPolicies(profile.policies);
    if (!policies)
        return std::unexpected(policies.error());
    const auto undeletable = Undeletable(cleanupFolderOf(target)).read();
    if (!undeletable)
        return std::unexpected(undeletable.error());
    std::vector<CleanupTerms> all;
    std::vector<Glob> taken;
    for (const auto& each : policies->policies) {
        CleanupTerms terms{each.file, each.policy, {}, each.packages, target.apiHost()};
        auto& excluded = terms.policy.packages.excluded;
        excluded.insert(excluded.end(), taken.begin(), taken.end());
        taken.push_back(each.packages);
        for (const auto& name : each.policy.protect.lockFiles)
            if (const auto read = loadBuildLock(each.lockPath(name)))
                terms.protections.locks.push_back({name, lockedDigests(read->lock)});
        terms.protections.targets = static_cast<int>(profile.targets.size());
        for (const auto& deployTarget : profile.targets)
            terms.protections.unreadTargets.append(deployTarget.name);
        terms.protections.undeletable = *undeletable;
        all.push_back(std::move(terms));
    }
    return all;
}

} // namespace slipway
