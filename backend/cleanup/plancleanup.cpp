#include "cleanup/plancleanup.h"

#include "cleanup/policychoice.h"
#include "cleanup/removal.h"
#include "domain/classification.h"
#include "domain/versionage.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// What was not read of a package; nothing if all was.
std::optional<SkippedPackage> gapOf(const Snapshot& snapshot, RowIndex index)
{
    const auto& package = snapshot.packages[index];
    if (!package.complete)
        return SkippedPackage{index, SkipReason::ListNotWhole, kNoRow};
    const auto versions = snapshot.versionsOf(package);
    const auto unread =
        std::ranges::find_if(versions, [&](const VersionRow& version) { return !snapshot.isRead(version); });
    if (unread == versions.end())
        return std::nullopt;
    return SkippedPackage{index, SkipReason::ManifestUnread, snapshot.rowOf(*unread)};
}

class Planner final
{
public:
    Planner(const CleanupFacts& facts, const CleanupPolicy& policy, const CleanupProtections& protections,
            const QDateTime& now, const std::optional<Glob>& only)
        : m_facts(facts)
        , m_snapshot(facts.snapshot)
        , m_policy(policy)
        , m_protections(protections)
        , m_only(only)
        , m_nowMs(now.toMSecsSinceEpoch())
        , m_edges(facts.snapshot, facts.graph)
    {
        m_plan.createdAt = now;
        m_plan.policyDigest = policyDigest(policy);
    }

    /// Nothing once it is to stop.
    std::optional<CleanupPlan> plan(const std::stop_token& stop)
    {
        const bool isHeldBack = findHolds();
        const bool isAllRead = sortPackages();
        PolicyChoice choice(m_snapshot, m_edges, m_policy, m_protections, {m_nowMs, isAllRead, isHeldBack});
        for (RowIndex package = 0; package < m_snapshot.packages.size() && !stop.stop_requested(); ++package) {
            if (m_isJudged[package])
                choice.judge(m_snapshot.packages[package]);
        }
        if (stop.stop_requested())
            return std::nullopt;
        Removal removal(m_snapshot, m_edges, choice);
        block(removal);
        if (stop.stop_requested())
            return std::nullopt;
        m_plan.deletions = orderedDeletions(m_snapshot, m_edges, choice, removal);
        if (stop.stop_requested())
            return std::nullopt;
        weigh();
        if (stop.stop_requested())
            return std::nullopt;
        applyLimits();
        const size_t needed = tellKept(choice, removal);
        if (const size_t staying = needed + choice.selectedInPart(); staying > 0)
            m_plan.notices.push_back({PlanNoticeKind::TagsStay, {}, staying});
        tellUnused(choice);
        if (m_policy.orphans == FoundLoose::Delete && !isAllRead)
            notice(PlanNoticeKind::OrphansUnjudged);
        m_plan.complete = !isHeldBack && m_snapshot.complete && m_plan.skippedPackages.empty();
        return std::move(m_plan);
    }

private:
    void notice(PlanNoticeKind kind, const QString& subject = {}) { m_plan.notices.push_back({kind, subject, 0}); }

    /// Whether something that protects could not be read.
    bool findHolds()
    {
        bool isHeldBack = false;
        if (m_policy.protect.deployed) {
            if (m_protections.targets == 0)
                notice(PlanNoticeKind::NoTargets);
            for (const auto& target : m_protections.unreadTargets) {
                notice(PlanNoticeKind::TargetUnread, target);
                isHeldBack = true;
            }
        }
        for (const auto& file : m_policy.protect.lockFiles) {
            if (std::ranges::contains(m_protections.locks, file, &LockedDigests::file))
                continue;
            notice(PlanNoticeKind::LockFileUnread, file);
            isHeldBack = true;
        }
        return isHeldBack;
    }

    /// Decides which packages are judged; whether all of the owner was read.
    bool sortPackages()
    {
        bool isAllRead = m_snapshot.complete;
        for (RowIndex index = 0; index < m_snapshot.packages.size(); ++index) {
            const auto& name = m_snapshot.packages[index].name;
            const bool isMeant = m_policy.packages.contains(name) && (!m_only || m_only->matches(name.value));
            const auto gap = gapOf(m_snapshot, index);
            isAllRead = isAllRead && !gap;
            m_isJudged.push_back(isMeant && !gap);
            if (isMeant && gap)
                m_plan.skippedPackages.push_back(*gap);
        }
        return isAllRead;
    }

    /// Keeps the trees of which a member cannot be deleted.
    void block(Removal& removal)
    {
        std::vector<Digest> undeletable = m_protections.undeletable;
        std::ranges::sort(undeletable);
        for (const RowIndex row : undeletable.empty() ? std::vector<RowIndex>() : removal.rows()) {
            if (std::ranges::binary_search(undeletable, m_snapshot.digestOf(row)) && removal.goes(row))
                block(removal, row, BlockedReason::Undeletable);
        }
        for (RowIndex package = 0; package < m_snapshot.packages.size(); ++package) {
            const RowIndex last = m_isJudged[package] ? lastTagged(m_snapshot.packages[package], removal) : kNoRow;
            if (last != kNoRow)
                block(removal, last, BlockedReason::LastTagged);
        }
        std::ranges::sort(m_plan.blocked, {}, &Blocked::version);
    }
    void block(Removal& removal, RowIndex row, BlockedReason reason)
    {
        m_plan.blocked.push_back({row, reason});
        removal.keepTree(row, KeepReason::TreeBlocked);
    }

    /// The newest version with a policy tag if all of these go.
    [[nodiscard]] RowIndex lastTagged(const PackageRow& package, const Removal& removal) const
    {
        RowIndex newest = kNoRow;
        for (const auto& version : m_snapshot.versionsOf(package)) {
            if (!version.isTagged() || !hasPolicyTag(m_snapshot, version))
                continue;
            const RowIndex row = m_snapshot.rowOf(version);
            if (!removal.goes(row))
                return kNoRow;
            newest = newest == kNoRow ? row : newest;
        }
        return newest;
    }

    void weigh()
    {
        std::vector<RowIndex> rows;
        rows.reserve(m_plan.deletions.size());
        for (const auto& deletion : m_plan.deletions)
            rows.push_back(deletion.version);
        std::vector<Bytes> alone(m_snapshot.versions.size(), 0);
        m_plan.freed = freedByDeleting(m_snapshot, m_facts.references, rows, alone);
        for (auto& deletion : m_plan.deletions) {
            deletion.freedBytes = alone[deletion.version];
            deletion.age = *ageOf(m_snapshot.versions[deletion.version], m_nowMs); // what has none stays
        }
    }

    void applyLimits()
    {
        for (const auto& package : m_plan.freed.packages) {
            const size_t total = m_snapshot.packages[package.package].versionTotal;
            if (package.versions > m_policy.limits.versions || package.versions * 100 > total * m_policy.limits.percent)
                m_plan.needsConfirmation.push_back({package.package, package.versions, total});
        }
    }

    /// How many of them have tags that a rule selects, and stay because something else that stays needs them.
    size_t tellKept(const PolicyChoice& choice, const Removal& removal)
    {
        size_t needed = 0;
        m_plan.keep.reserve(m_snapshot.versions.size() - m_plan.deletions.size());
        auto own = choice.reasons().begin();
        auto blocked = m_plan.blocked.begin();
        for (RowIndex row = 0; row < m_snapshot.versions.size(); ++row) {
            const auto firstWhy = static_cast<std::uint32_t>(m_plan.why.size());
            for (; own != choice.reasons().end() && own->version == row; ++own)
                m_plan.why.push_back(own->why);
            const bool isBlocked = blocked != m_plan.blocked.end() && blocked->version == row;
            blocked += isBlocked ? 1 : 0;
            if (isBlocked || choice.fate(row) == OwnFate::Unjudged || removal.goes(row))
                continue;
            const size_t before = m_plan.why.size();
            tellNeeded(row, removal);
            if (m_plan.why.size() > before && choice.fate(row) == OwnFate::Selected
                && m_snapshot.versions[row].isTagged())
                ++needed;
            const auto* treeWhy = m_plan.why.size() == firstWhy ? removal.treeWhy(row) : nullptr;
            if (treeWhy)
                m_plan.why.push_back(*treeWhy);
            m_plan.keep.push_back({row, firstWhy, static_cast<std::uint32_t>(m_plan.why.size()) - firstWhy});
        }
        return needed;
    }

    /// The first index and the first subject that stay.
    void tellNeeded(RowIndex row, const Removal& removal)
    {
        const auto parents = m_edges.parents(row);
        const auto parent = std::ranges::find_if(parents, [&](RowIndex up) { return !removal.goes(up); });
        if (parent != parents.end())
            m_plan.why.push_back({KeepReason::ListedBy, *parent});
        RowIndex subject = kNoRow;
        m_edges.forEachSubject(row,
                               [&](RowIndex up) { subject = subject == kNoRow && !removal.goes(up) ? up : subject; });
        if (subject != kNoRow)
            m_plan.why.push_back({KeepReason::HangsOn, subject});
    }

    void tellUnused(PolicyChoice& choice)
    {
        for (const auto& skipped : m_plan.skippedPackages)
            choice.noteTags(m_snapshot.packages[skipped.package]);
        for (size_t glob = 0; glob < m_policy.protect.tags.size(); ++glob) {
            if (!choice.isProtectedTagUsed(glob))
                notice(PlanNoticeKind::ProtectedTagUnused, m_policy.protect.tags[glob].pattern());
        }
        for (size_t rule = 0; rule < m_policy.rules.size(); ++rule) {
            if (!choice.isRuleUsed(rule))
                notice(PlanNoticeKind::RuleUnused, m_policy.rules[rule].tags.pattern());
        }
        const auto isUsed = [this](const Glob& glob) {
            return std::ranges::any_of(m_snapshot.packages,
                                       [&glob](const PackageRow& package) { return glob.matches(package.name.value); });
        };
        for (const auto& glob : m_policy.packages.included) {
            if (!isUsed(glob))
                notice(PlanNoticeKind::PackageGlobUnused, glob.pattern());
        }
        for (const auto& glob : m_policy.packages.excluded) {
            if (!isUsed(glob))
                notice(PlanNoticeKind::PackageGlobUnused, u'!' + glob.pattern());
        }
    }

    const CleanupFacts& m_facts;
    const Snapshot& m_snapshot;
    const CleanupPolicy& m_policy;
    const CleanupProtections& m_protections;
    const std::optional<Glob>& m_only;
    std::int64_t m_nowMs;
    TreeEdges m_edges;
    std::vector<bool> m_isJudged; ///< per package
    CleanupPlan m_plan;
};

} // namespace

CleanupPlan planCleanup(const CleanupFacts& facts, const CleanupPolicy& policy, const CleanupProtections& protections,
                        const QDateTime& now, const std::optional<Glob>& only)
{
    return *planCleanup(facts, policy, protections, now, only, {});
}

std::optional<CleanupPlan> planCleanup(const CleanupFacts& facts, const CleanupPolicy& policy,
                                       const CleanupProtections& protections, const QDateTime& now,
                                       const std::optional<Glob>& only, const std::stop_token& stop)
{
    return Planner(facts, policy, protections, now, only).plan(stop);
}

} // namespace slipway
