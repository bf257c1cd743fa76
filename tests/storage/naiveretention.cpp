#include "storage/naiveretention.h"

#include "domain/classification.h"

#include <algorithm>

namespace slipway::test
{

namespace
{

enum class Wish : std::uint8_t { Keep, Drop, AsOthers };

class NaiveRetention final
{
public:
    NaiveRetention(const Retention& retention, const Snapshot& snapshot, const ReferenceGraph& graph,
                   const QDateTime& now)
        : m_retention(retention)
        , m_snapshot(snapshot)
        , m_graph(graph)
        , m_now(now)
    {
    }

    [[nodiscard]] std::vector<RowIndex> dropped(std::span<const RowIndex> always) const
    {
        std::vector<Wish> wishes;
        for (RowIndex row = 0; row < total(); ++row)
            wishes.push_back(std::ranges::contains(always, row) ? Wish::Keep : wishOf(row));
        std::vector<bool> goes(total(), false);
        for (RowIndex row = 0; row < total(); ++row)
            goes[row] = wishes[row] == Wish::Drop;
        spread(goes);
        std::vector<bool> stays(total(), false);
        for (RowIndex row = 0; row < total(); ++row)
            stays[row] = wishes[row] == Wish::Keep || !goes[row];
        keepSubjects(stays);
        spread(stays);
        std::vector<RowIndex> rows;
        for (RowIndex row = 0; row < total(); ++row)
            if (goes[row] && !stays[row])
                rows.push_back(row);
        return rows;
    }

private:
    [[nodiscard]] RowIndex total() const { return static_cast<RowIndex>(m_snapshot.versions.size()); }
    [[nodiscard]] const VersionRow& version(RowIndex row) const { return m_snapshot.versions[row]; }

    [[nodiscard]] bool isPackageKnown(RowIndex row) const
    {
        for (const auto& other : m_snapshot.versions) {
            const auto* manifest = m_snapshot.manifestOf(other);
            if (other.package == version(row).package && (!manifest || manifest->state == ManifestState::Unreadable))
                return false;
        }
        return m_snapshot.packages[version(row).package].complete;
    }

    [[nodiscard]] bool isImageOrIndex(RowIndex row) const
    {
        const auto kind = m_snapshot.kindOf(version(row));
        return (kind == ManifestKind::Image || kind == ManifestKind::Index) && !m_graph.subject(row);
    }
    [[nodiscard]] bool isCounted(RowIndex row) const
    {
        return isImageOrIndex(row) && hasPolicyTag(m_snapshot, version(row));
    }
    [[nodiscard]] std::size_t newerCounted(RowIndex row) const
    {
        std::size_t newer = 0;
        for (RowIndex other = 0; other < total(); ++other)
            newer += version(other).package == version(row).package && isNewer(version(other), version(row))
                             && isCounted(other)
                         ? 1
                         : 0;
        return newer;
    }

    [[nodiscard]] Wish wishOf(RowIndex row) const
    {
        const QDateTime created = version(row).createdAt();
        const QDateTime updated = version(row).updatedAt();
        if (!isPackageKnown(row) || !created.isValid() || !updated.isValid())
            return Wish::Keep;
        if (m_graph.subject(row))
            return m_graph.subjectVersion(row) == kNoRow ? Wish::Keep : Wish::AsOthers;
        if (isCounted(row))
            return m_retention.taggedPerPackage && newerCounted(row) >= *m_retention.taggedPerPackage ? Wish::Drop
                                                                                                      : Wish::Keep;
        if (!version(row).isTagged() && !m_graph.parents(row).empty())
            return Wish::AsOthers;
        const bool isOld =
            m_retention.untaggedFor && std::max(created, updated).addDays(m_retention.untaggedFor->count()) < m_now;
        return isImageOrIndex(row) && isOld ? Wish::Drop : Wish::Keep;
    }

    /// To what they list and what hangs on them, until nothing is added.
    void spread(std::vector<bool>& rows) const
    {
        for (bool isGrowing = true; isGrowing;) {
            isGrowing = false;
            for (RowIndex row = 0; row < total(); ++row) {
                const auto subject = m_graph.subjectVersion(row);
                const bool isReached =
                    std::ranges::any_of(m_graph.parents(row), [&](RowIndex parent) { return rows[parent]; })
                    || (subject != kNoRow && rows[subject]);
                if (!isReached || rows[row])
                    continue;
                rows[row] = true;
                isGrowing = true;
            }
        }
    }

    /// What they hang on, until nothing is added.
    void keepSubjects(std::vector<bool>& rows) const
    {
        for (bool isGrowing = true; isGrowing;) {
            isGrowing = false;
            for (RowIndex row = 0; row < total(); ++row) {
                const auto subject = m_graph.subjectVersion(row);
                if (!rows[row] || subject == kNoRow || rows[subject])
                    continue;
                rows[subject] = true;
                isGrowing = true;
            }
        }
    }

    const Retention& m_retention;
    const Snapshot& m_snapshot;
    const ReferenceGraph& m_graph;
    const QDateTime& m_now;
};

} // namespace

std::vector<RowIndex> naivelyDropped(const Retention& retention, const Snapshot& snapshot, const ReferenceGraph& graph,
                                     const QDateTime& now, std::span<const RowIndex> always)
{
    return NaiveRetention(retention, snapshot, graph, now).dropped(always);
}

} // namespace slipway::test
