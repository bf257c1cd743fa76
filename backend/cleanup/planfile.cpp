#include "cleanup/planfile.h"

#include "cleanup/treeedges.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QStringList sortedTags(const Snapshot& snapshot, RowIndex version)
{
    QStringList tags;
    for (const TagText tag : snapshot.tagsOf(snapshot.versions[version]))
        tags.append(tag.toString());
    tags.sort();
    return tags;
}

/// Which deletions hang together: the smallest position of each group, by position in the plan.
class DeletionGroups final
{
public:
    DeletionGroups(const CleanupPlan& plan, const Snapshot& snapshot, const ReferenceGraph& graph)
        : m_first(plan.deletions.size())
    {
        std::iota(m_first.begin(), m_first.end(), size_t(0));
        QHash<RowIndex, size_t> positions;
        for (size_t i = 0; i < plan.deletions.size(); ++i)
            positions.insert(plan.deletions[i].version, i);
        const TreeEdges edges(snapshot, graph);
        for (size_t i = 0; i < plan.deletions.size(); ++i) {
            edges.forEachBelow(plan.deletions[i].version, [&](RowIndex below) {
                if (const auto found = positions.constFind(below); found != positions.cend())
                    join(i, *found);
            });
        }
    }

    [[nodiscard]] size_t of(size_t position)
    {
        while (m_first[position] != position) {
            m_first[position] = m_first[m_first[position]];
            position = m_first[position];
        }
        return position;
    }

private:
    void join(size_t a, size_t b)
    {
        a = of(a);
        b = of(b);
        m_first[std::max(a, b)] = std::min(a, b);
    }

    std::vector<size_t> m_first;
};

std::vector<Digest> brokenTagged(const Snapshot& snapshot, const ReferenceGraph& graph)
{
    std::vector<Digest> broken;
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        if (snapshot.versions[row].isTagged() && graph.isBroken(row))
            broken.push_back(snapshot.digestOf(row));
    }
    std::ranges::sort(broken);
    broken.erase(std::ranges::unique(broken).begin(), broken.end());
    return broken;
}

template<typename Planned>
Planned plannedRow(const Snapshot& snapshot, RowIndex version)
{
    Planned planned;
    planned.package = snapshot.packages[snapshot.versions[version].package].name;
    planned.id = snapshot.versions[version].id;
    planned.digest = snapshot.digestOf(version);
    return planned;
}

} // namespace

PlanFile planFileOf(const CleanupPlan& plan, const PlanWords& words, const Snapshot& snapshot,
                    const ReferenceGraph& graph, const QString& server, const QDateTime& readAt)
{
    PlanFile file;
    file.server = server;
    file.owner = snapshot.owner.login;
    file.createdAt = plan.createdAt;
    file.readAt = readAt.isValid() ? readAt : snapshot.fetchedAt;
    file.policyDigest = plan.policyDigest;
    file.complete = plan.complete;
    file.freedBytes = plan.freed.owner;
    DeletionGroups groups(plan, snapshot, graph);
    std::vector<size_t> order(plan.deletions.size());
    std::iota(order.begin(), order.end(), size_t(0));
    // Whoever comes first in the plan comes first here: an index before what it lists, within its tree.
    std::ranges::stable_sort(order, {}, [&](size_t position) { return groups.of(position); });
    for (const size_t position : order) {
        const Deletion& deletion = plan.deletions[position];
        auto planned = plannedRow<PlannedVersion>(snapshot, deletion.version);
        planned.tags = sortedTags(snapshot, deletion.version);
        planned.updatedAt = snapshot.versions[deletion.version].updatedAt();
        planned.tree = snapshot.versions[plan.deletions[groups.of(position)].version].id;
        planned.rule = words.rule(deletion);
        planned.because = words.because(deletion);
        planned.freedBytes = deletion.freedBytes;
        planned.age = std::chrono::floor<std::chrono::seconds>(deletion.age);
        file.deletions.push_back(std::move(planned));
    }
    for (const Kept& kept : plan.keep) {
        auto planned = plannedRow<PlannedKeep>(snapshot, kept.version);
        planned.tags = sortedTags(snapshot, kept.version);
        for (const KeepWhy& why : plan.whyOf(kept))
            planned.why.push_back(words.why(kept.version, why));
        file.keep.push_back(std::move(planned));
    }
    for (const Blocked& blocked : plan.blocked) {
        auto planned = plannedRow<PlannedBlock>(snapshot, blocked.version);
        planned.reason = words.blocked(blocked);
        file.blocked.push_back(std::move(planned));
    }
    for (const LargeDeletion& large : plan.needsConfirmation) {
        file.needsConfirmation.push_back(
            {snapshot.packages[large.package].name, static_cast<qint64>(large.versions), large.percent()});
    }
    for (const SkippedPackage& skipped : plan.skippedPackages)
        file.skippedPackages.push_back({snapshot.packages[skipped.package].name, words.skipped(skipped)});
    for (const PlanNotice& notice : plan.notices)
        file.notices.append(PlanWords::notice(notice));
    file.brokenBefore = brokenTagged(snapshot, graph);
    // The seal is made where the document is: whoever reads it back has exactly this value.
    return parsePlanFile(writePlanFile(file), u"plan"_s).value();
}

bool isPlanTooOld(const QDateTime& createdAt, const QDateTime& readAt, const QDateTime& now)
{
    const auto isOld = [&now](const QDateTime& at) {
        return std::chrono::milliseconds(at.msecsTo(now)) > kPlanLifetime;
    };
    return !createdAt.isValid() || isOld(createdAt) || (readAt.isValid() && isOld(readAt));
}

Result<void> checkPlan(const PlanFile& plan, const QString& server, const QString& owner, const QDateTime& now)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Cleanup", text); };
    if (plan.owner.compare(owner, Qt::CaseInsensitive) != 0)
        return failure(ErrorKind::Refused, tr("This plan is of %1, not of %2").arg(plan.owner, owner));
    if (plan.server != server)
        return failure(ErrorKind::Refused, tr("This plan is of the server %1, not of %2").arg(plan.server, server));
    if (isPlanTooOld(plan.createdAt, plan.readAt, now)) {
        const bool isMade = isPlanTooOld(plan.createdAt, {}, now);
        return failure(ErrorKind::Refused,
                       isMade ? tr("This plan is older than a day")
                              : tr("This plan was made of what was read more than a day ago"),
                       isMade ? tr("make a new one") : tr("read the registry again and make a new one"));
    }
    if (std::chrono::milliseconds(plan.createdAt.msecsTo(now)) < -std::chrono::minutes(5)) {
        return failure(ErrorKind::Refused, tr("This plan comes from the future"),
                       tr("the clock of one of the machines is wrong"));
    }
    return {};
}

} // namespace slipway
