#include "inventory/versionfacts.h"

#include "domain/versionparts.h"

#include <algorithm>

namespace slipway
{

namespace
{

class FactFinder final
{
public:
    FactFinder(const Snapshot& snapshot, const ReferenceGraph& graph, BlobUsage& usage)
        : m_snapshot(snapshot)
        , m_graph(graph)
        , m_usage(usage)
    {
    }

    std::vector<VersionFacts> find()
    {
        m_facts.resize(m_snapshot.versions.size());
        for (RowIndex row = 0; row < m_facts.size(); ++row)
            noteReferrers(row);
        // What hangs on an index speaks for the images it lists too.
        for (RowIndex row = 0; row < m_facts.size(); ++row) {
            if (kind(row) == ManifestKind::Image)
                inheritFromParents(row);
            noteSizes(row);
            m_facts[row].isPart = isPartOfAnother(m_snapshot, m_graph, row);
        }
        return std::move(m_facts);
    }

private:
    [[nodiscard]] ManifestKind kind(RowIndex row) const { return m_snapshot.kindOf(m_snapshot.versions[row]); }
    [[nodiscard]] const ManifestRow* manifest(RowIndex row) const
    {
        return m_snapshot.manifestOf(m_snapshot.versions[row]);
    }

    void noteStatement(VersionFacts& facts, RowIndex referrer) const
    {
        const auto* row = manifest(referrer);
        if (!row)
            return;
        facts.isSigned = facts.isSigned || row->kind == ManifestKind::Signature;
        facts.hasSbom = facts.hasSbom || row->hasSbom;
        facts.isAttested = facts.isAttested || (row->kind == ManifestKind::Attestation && row->hasProvenance);
    }

    void noteReferrers(RowIndex row)
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

    void inheritFromParents(RowIndex row)
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
    [[nodiscard]] std::vector<RowIndex> ownTree(RowIndex row) const
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

    void noteSizes(RowIndex row)
    {
        const auto* self = manifest(row);
        if (!self)
            return;
        auto& facts = m_facts[row];
        facts.isBroken = m_graph.isBroken(row);
        if (self->childTotal == 0) {
            const SetSize own = m_usage.measureOne(*self);
            facts.size = own.stored;
            facts.exclusiveSize = own.exclusive;
            return;
        }
        facts.size = childrenSize(*self, 0);
        facts.exclusiveSize = m_usage.measure(ownTree(row)).exclusive;
    }

    [[nodiscard]] Bytes childrenSize(const ManifestRow& index, int depth) const
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

    const Snapshot& m_snapshot;
    const ReferenceGraph& m_graph;
    BlobUsage& m_usage;
    std::vector<VersionFacts> m_facts;
};

} // namespace

std::vector<VersionFacts> findVersionFacts(const Snapshot& snapshot, const ReferenceGraph& graph, BlobUsage& usage)
{
    return FactFinder(snapshot, graph, usage).find();
}

} // namespace slipway
