#include "domain/referencegraph.h"

#include "domain/tagshape.h"

#include <QHash>

#include <algorithm>

namespace slipway
{

namespace
{

bool isGone(const ManifestRow& manifest)
{
    return manifest.state == ManifestState::Missing || manifest.state == ManifestState::Invalid;
}

/// Versions of one package by digest, looked up only where one points at another, which in many packages none does.
class DigestRows final
{
public:
    DigestRows(const Snapshot& snapshot, std::span<const VersionRow> versions)
        : m_snapshot(snapshot)
        , m_versions(versions)
    {
    }

    [[nodiscard]] RowIndex find(const Digest& digest)
    {
        if (m_rows.isEmpty()) {
            m_rows.reserve(static_cast<qsizetype>(m_versions.size()));
            for (const auto& version : m_versions)
                m_rows.insert(m_snapshot.digestOf(version), m_snapshot.rowOf(version));
        }
        return m_rows.value(digest, kNoRow);
    }

private:
    const Snapshot& m_snapshot;
    std::span<const VersionRow> m_versions;
    QHash<Digest, RowIndex> m_rows;
};

} // namespace

ReferenceGraph::ReferenceGraph(const Snapshot& snapshot)
    : m_snapshot(&snapshot)
    , m_subjectVersions(snapshot.versions.size(), kNoRow)
{
    std::vector<Edge> down;
    std::vector<Edge> referring;
    for (const auto& package : snapshot.packages)
        collect(package, down, referring);
    const size_t rows = snapshot.versions.size();
    m_children = toLists(down, rows);
    m_referrers = toLists(referring, rows);
    for (auto& edge : down)
        std::swap(edge.from, edge.to);
    m_parents = toLists(down, rows);
}

void ReferenceGraph::collect(const PackageRow& package, std::vector<Edge>& down, std::vector<Edge>& referring)
{
    const auto versions = m_snapshot->versionsOf(package);
    DigestRows byDigest(*m_snapshot, versions);
    for (const auto& version : versions) {
        const RowIndex self = m_snapshot->rowOf(version);
        if (const auto* manifest = m_snapshot->manifestOf(version)) {
            for (const auto& child : m_snapshot->childrenOf(*manifest)) {
                const RowIndex target = byDigest.find(m_snapshot->manifests[child.manifest].digest);
                if (target != kNoRow)
                    down.push_back({self, target});
            }
        }
        const auto subjectDigest = subject(self);
        const RowIndex target = subjectDigest ? byDigest.find(*subjectDigest) : kNoRow;
        if (target != kNoRow && target != self) {
            m_subjectVersions[self] = target;
            referring.push_back({target, self});
        }
    }
}

std::optional<Digest> ReferenceGraph::subject(RowIndex version) const
{
    const auto& row = m_snapshot->versions[version];
    if (const auto* manifest = m_snapshot->manifestOf(row); manifest && manifest->subject != kNoRow)
        return m_snapshot->subjectOf(*manifest);
    for (const TagText tag : m_snapshot->tagsOf(row)) {
        if (const auto referrer = parseReferrerTag(tag.utf8))
            return referrer->subject;
    }
    return std::nullopt;
}

bool ReferenceGraph::isBroken(RowIndex version) const
{
    const auto* manifest = m_snapshot->manifestOf(m_snapshot->versions[version]);
    if (manifest && manifest->childTotal > 0)
        return !missing(version).empty();
    return manifest && isGone(*manifest);
}

std::vector<Digest> ReferenceGraph::missing(RowIndex version) const
{
    std::vector<Digest> result;
    std::vector<RowIndex> pending{version};
    for (size_t next = 0; next < pending.size(); ++next) {
        const auto& row = m_snapshot->versions[pending[next]];
        const auto* manifest = m_snapshot->manifestOf(row);
        if (!manifest)
            continue;
        if (isGone(*manifest))
            result.push_back(manifest->digest);
        const auto listed = children(pending[next]);
        const bool isListWhole = m_snapshot->packages[row.package].complete;
        for (const auto& child : m_snapshot->childrenOf(*manifest)) {
            const Digest digest = m_snapshot->manifests[child.manifest].digest;
            const auto found =
                std::ranges::find(listed, digest, [this](RowIndex other) { return m_snapshot->digestOf(other); });
            if (found == listed.end() && isListWhole && std::ranges::find(result, digest) == result.end())
                result.push_back(digest);
            if (found != listed.end() && std::ranges::find(pending, *found) == pending.end())
                pending.push_back(*found);
        }
    }
    return result;
}

ReferenceGraph::Lists ReferenceGraph::toLists(const std::vector<Edge>& edges, size_t rows)
{
    Lists lists{std::vector<RowIndex>(rows + 1, 0), std::vector<RowIndex>(edges.size())};
    if (edges.empty())
        return lists;
    for (const auto& edge : edges)
        ++lists.starts[edge.from + 1];
    for (size_t i = 0; i < rows; ++i)
        lists.starts[i + 1] += lists.starts[i];
    auto next = lists.starts;
    for (const auto& edge : edges)
        lists.values[next[edge.from]++] = edge.to;
    return lists;
}

} // namespace slipway
