#include "app/dashboard/cleanupchoice.h"

#include "app/session/cleanupplanning.h"
#include "cleanup/ownerpolicies.h"
#include "cleanup/undeletable.h"
#include "drift/lockreader.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// `taken`: the packages of the policies before it, which have a package first.
CleanupTerms termsOf(const OwnerPolicy& each, const std::vector<Glob>& taken, const std::vector<Digest>& undeletable,
                     const Profile& profile, const Target& target)
{
    CleanupTerms terms{each.file, each.policy, {}, each.packages, target.apiHost()};
    auto& excluded = terms.policy.packages.excluded;
    excluded.insert(excluded.end(), taken.begin(), taken.end());
    for (const auto& name : each.policy.protect.lockFiles)
        if (const auto read = loadBuildLock(each.lockPath(name)))
            terms.protections.locks.push_back({name, lockedDigests(read->lock)});
    terms.protections.targets = static_cast<int>(profile.targets.size());
    for (const auto& deployTarget : profile.targets)
        terms.protections.unreadTargets.append(deployTarget.name);
    terms.protections.undeletable = undeletable;
    return terms;
}

} // namespace

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
        all.push_back(termsOf(each, taken, *undeletable, profile, target));
        taken.push_back(each.packages);
    }
    return all;
}

Result<CleanupTerms> cleanupTermsWith(const Profile& profile, const Target& target, std::size_t index,
                                      const CleanupPolicy& policy)
{
    const auto undeletable = Undeletable(cleanupFolderOf(target)).read();
    if (!undeletable)
        return std::unexpected(undeletable.error());
    const auto& files = profile.policies;
    if (index >= files.size())
        return termsOf({*Glob::parse(u"*"_s), {}, policy}, {}, *undeletable, profile, target);
    std::vector<Glob> taken;
    taken.reserve(index);
    for (std::size_t before = 0; before < index; ++before)
        taken.push_back(files[before].packages);
    return termsOf({files[index].packages, files[index].path, policy}, taken, *undeletable, profile, target);
}

} // namespace slipway
