#include "storage/retention.h"

#include "domain/classification.h"
#include "domain/versionage.h"
#include "domain/versiontrees.h"

#include <algorithm>
#include <iterator>

namespace slipway
{

namespace
{

enum class Fate : std::uint8_t {
    Stays,
    Goes,
    Follows, ///< whatever lists it or it hangs on
};

class RetentionRule final
{
public:
    RetentionRule(const Retention& retention, const Snapshot& snapshot, const ReferenceGraph& graph,
                  const QDateTime& now)
        : m_retention(retention)
        , m_snapshot(snapshot)
        , m_graph(graph)
        , m_nowMs(now.toMSecsSinceEpoch())
    {
    }

    /// The fates of a package's versions by themselves, put to those of the packages before it.
    void decide(const PackageRow& package, std::vector<Fate>& fates) const
    {
        const auto versions = m_snapshot.versionsOf(package);
        const bool isKnown = package.complete && std::ranges::none_of(versions, [&](const VersionRow& version) {
                                 const auto* manifest = m_snapshot.manifestOf(version);
                                 return !manifest || manifest->state == ManifestState::Unreadable;
                             });
        size_t tagged = 0;
        for (const auto& version : versions) { // newest first
            const bool isCounted = isDecided(version) && hasPolicyTag(m_snapshot, version);
            fates.push_back(isKnown ? fateOf(version, tagged) : Fate::Stays);
            tagged += isCounted ? 1 : 0;
        }
    }

private:
    /// An image or index that hangs on nothing.
    [[nodiscard]] bool isDecided(const VersionRow& version) const
    {
        const auto kind = m_snapshot.kindOf(version);
        return (kind == ManifestKind::Image || kind == ManifestKind::Index)
               && !m_graph.subject(m_snapshot.rowOf(version));
    }

    /// With so many newer tagged ones in its package.
    [[nodiscard]] Fate fateOf(const VersionRow& version, size_t newerTagged) const
    {
        const RowIndex row = m_snapshot.rowOf(version);
        const auto age = ageOf(version, m_nowMs);
        if (!age)
            return Fate::Stays;
        if (m_graph.subject(row))
            return m_graph.subjectVersion(row) == kNoRow ? Fate::Stays : Fate::Follows;
        if (isDecided(version) && hasPolicyTag(m_snapshot, version))
            return newerTagged < m_retention.taggedPerPackage.value_or(newerTagged + 1) ? Fate::Stays : Fate::Goes;
        if (!version.isTagged() && !m_graph.parents(row).empty())
            return Fate::Follows;
        if (!isDecided(version))
            return Fate::Stays;
        return m_retention.untaggedFor && *age > *m_retention.untaggedFor ? Fate::Goes : Fate::Stays;
    }

    const Retention& m_retention;
    const Snapshot& m_snapshot;
    const ReferenceGraph& m_graph;
    std::int64_t m_nowMs;
};

/// The versions, and what they hang on, again and again.
std::vector<RowIndex> withSubjects(const ReferenceGraph& graph, std::span<const RowIndex> versions)
{
    VersionSet set(graph.versionTotal());
    for (const RowIndex row : versions)
        set.add(row);
    for (size_t next = 0; next < set.rows().size(); ++next) {
        if (const RowIndex subject = graph.subjectVersion(set.rows()[next]); subject != kNoRow)
            set.add(subject);
    }
    return set.rows();
}

} // namespace

std::vector<RowIndex> droppedBy(const Retention& retention, const Snapshot& snapshot, const ReferenceGraph& graph,
                                const QDateTime& now, std::span<const RowIndex> always)
{
    const RetentionRule rule(retention, snapshot, graph, now);
    std::vector<Fate> fates;
    fates.reserve(snapshot.versions.size());
    for (const auto& package : snapshot.packages)
        rule.decide(package, fates);
    for (const RowIndex row : always)
        fates[row] = Fate::Stays;

    std::vector<RowIndex> going;
    for (RowIndex row = 0; row < fates.size(); ++row) {
        if (fates[row] == Fate::Goes)
            going.push_back(row);
    }
    const auto reached = withEntriesAndReferrers(graph, going);
    std::vector<RowIndex> staying; // what follows nothing that goes stays as well
    for (RowIndex row = 0; row < fates.size(); ++row) {
        if (fates[row] == Fate::Stays || !reached.holds(row))
            staying.push_back(row);
    }
    const auto kept = withEntriesAndReferrers(graph, withSubjects(graph, staying));
    std::vector<RowIndex> dropped;
    std::ranges::copy_if(reached.rows(), std::back_inserter(dropped), [&](RowIndex row) { return !kept.holds(row); });
    std::ranges::sort(dropped);
    return dropped;
}

} // namespace slipway
