#include "cleanup/reclaimable.h"

#include "domain/packagegroups.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace slipway
{

namespace
{

/// The rows that go, package by package, and what could not be judged.
class Gathering final
{
public:
    Gathering(const CleanupFacts& facts, const CleanupProtections& protections, const QDateTime& now)
        : m_facts(facts)
        , m_protections(protections)
        , m_now(now)
        , m_gone(facts.snapshot.packages.size())
    {
        m_protections.unreadTargets.clear();
    }

    /// Whether it came to its end.
    bool planAll(const OwnerPolicies& policies, const std::stop_token& stop, Reclaimable& result)
    {
        for (std::size_t i = 0; i < policies.policies.size(); ++i) {
            const OwnerPolicy& each = policies.policies[i];
            const auto isItsOwn = [&](RowIndex package) {
                return policies.of(m_facts.snapshot.packages[package].name) == i;
            };
            CleanupProtections protections = m_protections;
            protections.locks.insert(protections.locks.end(), each.locks.begin(), each.locks.end());
            const CleanupPolicy policy = withReadLocks(each.policy, protections.locks, result);
            const auto plan = planCleanup(m_facts, policy, protections, m_now, each.packages, stop);
            if (!plan)
                return false;
            for (const auto& deletion : plan->deletions) {
                const RowIndex package = m_facts.snapshot.versions[deletion.version].package;
                if (isItsOwn(package))
                    m_gone[package].push_back(deletion.version);
            }
            result.skippedPackages += static_cast<std::size_t>(
                std::ranges::count_if(plan->skippedPackages, isItsOwn, &SkippedPackage::package));
        }
        return true;
    }

    [[nodiscard]] const std::vector<RowIndex>& gone(RowIndex package) const { return m_gone[package]; }

private:
    /// A lock file that was not read would hold back everything.
    static CleanupPolicy withReadLocks(CleanupPolicy policy, const std::vector<LockedDigests>& read,
                                       Reclaimable& result)
    {
        const auto isUnread = [&read](const QString& file) {
            return !std::ranges::contains(read, file, &LockedDigests::file);
        };
        for (const auto& file : std::as_const(policy.protect.lockFiles))
            if (isUnread(file) && !result.unasked.contains(file))
                result.unasked.append(file);
        policy.protect.lockFiles.removeIf(isUnread);
        return policy;
    }

    const CleanupFacts& m_facts;
    CleanupProtections m_protections;
    QDateTime m_now;
    std::vector<std::vector<RowIndex>> m_gone; ///< per package
};

void sortParts(std::vector<ReclaimPart>& parts)
{
    std::ranges::sort(parts, [](const ReclaimPart& a, const ReclaimPart& b) {
        return std::tie(b.bytes, a.name) < std::tie(a.bytes, b.name);
    });
}

/// Those to ask what runs, where a policy protects it.
QStringList unaskedTargets(const OwnerPolicies& policies, const CleanupProtections& protections)
{
    const bool isProtected =
        std::ranges::any_of(policies.policies, [](const OwnerPolicy& each) { return each.policy.protect.deployed; });
    return isProtected ? protections.unreadTargets : QStringList();
}

} // namespace

Result<Reclaimable> reclaimable(const CleanupFacts& facts, const OwnerPolicies& policies,
                                const CleanupProtections& protections, const ClassificationRules& rules,
                                const QDateTime& now, const std::stop_token& stop)
{
    const auto stopped = [] { return failure(ErrorKind::Cancelled, QString()); };
    const Snapshot& snapshot = facts.snapshot;
    Reclaimable result;
    result.isUsualPolicy = policies.isUsual;
    for (const auto& each : policies.policies)
        if (!each.file.isEmpty())
            result.files.append(each.file);
    result.isComplete = snapshot.complete;
    result.unasked = unaskedTargets(policies, protections);
    Gathering gathering(facts, protections, now);
    if (!gathering.planAll(policies, stop, result))
        return stopped();

    BlobUsage usage(snapshot, facts.references);
    std::map<QString, std::vector<BlobUsage::Part>> families;
    std::map<QString, std::size_t> counts;
    const auto classes = classify(snapshot, rules);
    for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
        if (stop.stop_requested())
            return stopped();
        const auto& gone = gathering.gone(package);
        if (gone.empty())
            continue;
        const QString& family = classes[package].family;
        const auto& part = families[family].emplace_back(usage.measurePart(gone));
        counts[family] += gone.size();
        result.versions += gone.size();
        result.packages.push_back({snapshot.packages[package].name.value, family, gone.size(), part.size.exclusive});
    }
    std::vector<BlobUsage::Part> joined;
    for (const auto& [name, parts] : families) {
        joined.push_back(usage.join(parts));
        result.families.push_back({name, {}, counts[name], joined.back().size.exclusive});
    }
    const auto whole = usage.join(joined);
    result.bytes = whole.size.exclusive;
    const auto isFreed = [&](RowIndex blob) {
        return !std::ranges::contains(whole.shared, blob, &BlobUsage::Shared::blob);
    };
    result.unsizedBlobs = static_cast<std::size_t>(std::ranges::count_if(whole.unsized, isFreed));
    // Whatever is judged was read, so all that was not remains.
    result.unknownVersions = static_cast<std::size_t>(
        std::ranges::count_if(snapshot.versions, [&](const VersionRow& version) { return !snapshot.isRead(version); }));
    sortParts(result.families);
    sortParts(result.packages);
    return result;
}

} // namespace slipway
