#include "inventory/versionfacts.h"

#include "domain/versionparts.h"

#include <algorithm>

namespace slipway
{

FactFinder::FactFinder(const Snapshot& snapshot, const ReferenceGraph& graph, BlobUsage& usage)
    : m_snapshot(snapshot)
    , m_graph(graph)
    , m_usage(usage)
{
}

BlobUsage::Part FactFinder::find(const PackageRow& package, std::span<VersionFacts> facts)
{
    m_facts = facts;
    m_rows.resize(package.versionTotal);
    std::ranges::iota(m_rows, package.firstVersion);
    m_alone.assign(package.versionTotal, {});
    auto part = m_usage.measureEach(m_rows, m_alone);
    for (const RowIndex row : m_rows)
        noteReferrers(row);
    // What hangs on an index speaks for the images it lists too.
    for (const RowIndex row : m_rows) {
        const auto* self = manifest(row);
        if (self && self->kind == ManifestKind::Image)
            inheritFromParents(row);
        if (self)
            noteSizes(row, *self, m_alone[row - package.firstVersion]);
        m_facts[row].isPart = isPartOfAnother(m_snapshot, m_graph, row);
    }
    return part;
}

void FactFinder::noteStatement(VersionFacts& facts, RowIndex referrer) const
{
    const auto* row = manifest(referrer);
    if (!row)
        return;
    facts.isSigned = facts.isSigned || row->kind == ManifestKind::Signature;
    facts.hasSbom = facts.hasSbom || row->hasSbom;
    facts.isAttested = facts.isAttested || (row->kind == ManifestKind::Attestation && row->hasProvenance);
}

void FactFinder::noteReferrers(RowIndex row)
{
    auto& facts = m_facts[row];
    for (const RowIndex referrer : m_graph.referrers(row)) {
        noteStatement(facts, referrer);
        // A fallback index lists the referrers themselves.
        if (kind(referrer) == ManifestKind::Index) {
            for (const RowIndex listed : m_graph.children(referrer))
                noteStatement(facts, listed);
        }
    }
    if (kind(row) != ManifestKind::Index || m_graph.subject(row))
        return;
    for (const RowIndex child : m_graph.children(row)) {
        if (kind(child) == ManifestKind::Attestation)
            noteStatement(facts, child);
    }
}

void FactFinder::inheritFromParents(RowIndex row)
{
    for (const RowIndex parent : m_graph.parents(row)) {
        if (m_graph.subject(parent))
            continue;
        auto& facts = m_facts[row];
        facts.isSigned = facts.isSigned || m_facts[parent].isSigned;
        facts.hasSbom = facts.hasSbom || m_facts[parent].hasSbom;
        facts.isAttested = facts.isAttested || m_facts[parent].isAttested;
    }
}

/// The version and everything below it that nothing else lists: what goes when it goes.
std::vector<RowIndex> FactFinder::ownTree(RowIndex row) const
{
    std::vector<RowIndex> tree{row};
    const auto contains = [&](RowIndex other) { return std::ranges::find(tree, other) != tree.end(); };
    for (size_t next = 0; next < tree.size(); ++next) {
        for (const RowIndex child : m_graph.children(tree[next])) {
            if (!contains(child) && std::ranges::all_of(m_graph.parents(child), contains))
                tree.push_back(child);
        }
    }
    return tree;
}

void FactFinder::noteSizes(RowIndex row, const ManifestRow& self, const SetSize& alone)
{
    auto& facts = m_facts[row];
    facts.isBroken = m_graph.isBroken(row);
    if (self.childTotal == 0) {
        facts.size = alone.stored;
        facts.exclusiveSize = alone.exclusive;
        return;
    }
    facts.size = childrenSize(self, 0);
    facts.exclusiveSize = m_usage.measure(ownTree(row)).exclusive;
}

Bytes FactFinder::childrenSize(const ManifestRow& index, int depth) const
{
    constexpr int kDeepest = 16; // nesting beyond any real index; guards against documents that lie
    Bytes bytes = 0;
    for (const auto& child : m_snapshot.childrenOf(index)) {
        const auto& row = m_snapshot.manifests[child.manifest];
        if (row.childTotal > 0 && depth < kDeepest)
            bytes += childrenSize(row, depth + 1);
        else
            bytes += m_usage.contentSize(row);
    }
    return bytes;
}

} // namespace slipway
