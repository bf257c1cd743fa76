#include "cleanup/treeedges.h"

#include "domain/tagshape.h"

#include <QHash>
#include <QSet>

#include <tuple>

namespace slipway
{

namespace
{

/// What a version says it hangs on: its manifest's subject, and one for each referrer tag. Mostly none or one.
void findSubjects(const Snapshot& snapshot, const VersionRow& version, std::vector<Digest>& subjects)
{
    subjects.clear();
    const auto note = [&subjects](const Digest& digest) {
        if (!std::ranges::contains(subjects, digest))
            subjects.push_back(digest);
    };
    if (const auto* manifest = snapshot.manifestOf(version); manifest && manifest->subject != kNoRow)
        note(*snapshot.subjectOf(*manifest));
    for (const TagText tag : snapshot.tagsOf(version)) {
        if (const auto referrer = parseReferrerTag(tag.utf8))
            note(referrer->subject);
    }
}

} // namespace

TreeEdges::TreeEdges(const Snapshot& snapshot, const ReferenceGraph& graph)
    : m_snapshot(snapshot)
    , m_graph(graph)
    , m_standing(snapshot.versions.size(), ReferrerStanding::None)
{
    std::vector<Named> notHere;
    for (const auto& package : snapshot.packages)
        noteSubjects(package, notHere);
    settle(notHere);
    const auto order = [](const Edge& edge) { return std::tie(edge.from, edge.to); };
    std::ranges::sort(m_moreReferrers, {}, order);
    std::ranges::sort(m_moreSubjects, {}, order);
}

void TreeEdges::noteSubjects(const PackageRow& package, std::vector<Named>& notHere)
{
    QHash<Digest, RowIndex> rows; // made for the first version that has a second subject
    const auto find = [&](const Digest& digest) {
        if (rows.isEmpty()) {
            for (const auto& version : m_snapshot.versionsOf(package))
                rows.insert(m_snapshot.digestOf(version), m_snapshot.rowOf(version));
        }
        return rows.value(digest, kNoRow);
    };
    std::vector<Digest> subjects;
    for (const auto& version : m_snapshot.versionsOf(package)) {
        const RowIndex row = m_snapshot.rowOf(version);
        if (isReferrerKind(m_snapshot.kindOf(version)))
            raise(row, ReferrerStanding::Unnamed);
        findSubjects(m_snapshot, version, subjects);
        for (size_t i = 0; i < subjects.size(); ++i) {
            // The first is the graph's.
            const RowIndex subject = i == 0 ? m_graph.subjectVersion(row) : find(subjects[i]);
            if (subjects[i] == m_snapshot.digestOf(version)) {
                raise(row, ReferrerStanding::Elsewhere);
            } else if (subject == kNoRow) {
                notHere.push_back({row, subjects[i]});
            } else {
                raise(row, ReferrerStanding::Here);
                if (i > 0) {
                    m_moreReferrers.push_back({subject, row});
                    m_moreSubjects.push_back({row, subject});
                }
            }
        }
    }
}

/// Looks for the subjects that the packages of their referrers do not have in all the others.
void TreeEdges::settle(const std::vector<Named>& notHere)
{
    if (notHere.empty())
        return;
    QSet<Digest> gone;
    for (const auto& named : notHere)
        gone.insert(named.subject);
    for (const auto& version : m_snapshot.versions)
        gone.remove(m_snapshot.digestOf(version));
    for (const auto& named : notHere)
        raise(named.version, gone.contains(named.subject) ? ReferrerStanding::Gone : ReferrerStanding::Elsewhere);
}

void TreeEdges::raise(RowIndex version, ReferrerStanding standing)
{
    m_standing[version] = std::max(m_standing[version], standing);
}

} // namespace slipway
