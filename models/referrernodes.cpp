#include "models/referrernodes.h"

#include "models/inventoryitem.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct ReferrerWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::ReferrerNodes)
};

/// Walks from one version on, depth first, each manifest once: a fallback index both contains and refers.
class Walk final
{
public:
    explicit Walk(const Inventory& inventory)
        : m_inventory(inventory)
        , m_snapshot(*inventory.snapshot)
    {
    }

    void start(RowIndex version)
    {
        const QString name = versionName(m_snapshot, version);
        add(name, m_snapshot.digestOf(version), m_snapshot.kindOf(m_snapshot.versions[version]), ReferrerLink::Root,
            -1);
        goOn(version, 0);
    }
    std::vector<ReferrerNode> take() { return std::move(m_nodes); }

private:
    int add(const QString& name, const Digest& digest, ManifestKind kind, ReferrerLink link, int parent)
    {
        const int number = static_cast<int>(m_nodes.size());
        const bool isFirst = parent < 0 || parent == number - 1;
        ReferrerNode node{name, digest, kind, link, parent, 0, isFirst ? m_row : ++m_row, false};
        if (parent >= 0)
            node.column = m_nodes[static_cast<size_t>(parent)].column + 1;
        m_seen.insert(digest);
        m_nodes.push_back(node);
        return number;
    }

    /// What hangs on a node: of an index its images with what attests each of them, then the rest of its entries.
    void goOn(RowIndex version, int node)
    {
        const auto* manifest = m_snapshot.manifestOf(m_snapshot.versions[version]);
        if (manifest) {
            const auto entries = m_snapshot.childrenOf(*manifest);
            for (const auto& entry : entries)
                if (entry.attests == kNoRow)
                    addEntry(version, entry, node, ReferrerLink::Listed);
            for (const auto& entry : entries)
                addEntry(version, entry, node, ReferrerLink::Listed);
        }
        for (const RowIndex referrer : m_inventory.graph->referrers(version)) {
            const Digest& digest = m_snapshot.digestOf(referrer);
            if (m_seen.contains(digest))
                continue;
            const ManifestKind kind = m_snapshot.kindOf(m_snapshot.versions[referrer]);
            goOn(referrer, add(kindWord(kind), digest, kind, ReferrerLink::Refers, node));
        }
    }

    void addEntry(RowIndex index, const ChildRow& entry, int parent, ReferrerLink link)
    {
        const auto& manifest = m_snapshot.manifests[entry.manifest];
        if (m_seen.contains(manifest.digest))
            return;
        const QString& platform = m_snapshot.words[entry.platform];
        const bool isPlatform = !platform.isEmpty() && platform != "unknown/unknown"_L1;
        const int node =
            add(isPlatform ? platform : kindWord(manifest.kind), manifest.digest, manifest.kind, link, parent);
        m_nodes.back().isMissing = manifest.state == ManifestState::Missing || manifest.state == ManifestState::Invalid;
        for (const auto& other : entriesOf(index))
            if (other.attests == entry.manifest)
                addEntry(index, other, node, ReferrerLink::Attests);
        const RowIndex version = listed(index, manifest.digest);
        if (version != kNoRow)
            goOn(version, node);
    }

    [[nodiscard]] std::span<const ChildRow> entriesOf(RowIndex index) const
    {
        return m_snapshot.childrenOf(*m_snapshot.manifestOf(m_snapshot.versions[index]));
    }

    [[nodiscard]] RowIndex listed(RowIndex index, const Digest& digest) const
    {
        const auto children = m_inventory.graph->children(index);
        const auto found =
            std::ranges::find(children, digest, [this](RowIndex row) { return m_snapshot.digestOf(row); });
        return found == children.end() ? kNoRow : *found;
    }

    const Inventory& m_inventory;
    const Snapshot& m_snapshot;
    std::vector<ReferrerNode> m_nodes;
    QSet<Digest> m_seen;
    int m_row = 0;
};

} // namespace

std::vector<ReferrerNode> referrerNodes(const Inventory& inventory, RowIndex version)
{
    if (version == kNoRow)
        return {};
    Walk walk(inventory);
    walk.start(version);
    return walk.take();
}

bool hasReferrers(const std::vector<ReferrerNode>& nodes)
{
    return std::ranges::any_of(nodes, [](const ReferrerNode& node) {
        return node.link != ReferrerLink::Root && node.kind != ManifestKind::Image && node.kind != ManifestKind::Index
               && (node.link != ReferrerLink::Listed || isReferrerKind(node.kind));
    });
}

QString referrerSentence(const std::vector<ReferrerNode>& nodes, int node)
{
    const auto& self = nodes[static_cast<size_t>(node)];
    const QString missing = self.isMissing ? u", "_s + ReferrerWords::tr("missing in the registry") : QString();
    if (self.parent < 0)
        return kindWord(self.kind) + u' ' + self.name;
    const QString& parent = nodes[static_cast<size_t>(self.parent)].name;
    switch (self.link) {
    case ReferrerLink::Root:
    case ReferrerLink::Listed:
        return ReferrerWords::tr("%1, listed by %2").arg(self.name, parent) + missing;
    case ReferrerLink::Attests:
    case ReferrerLink::Refers:
        break;
    }
    return ReferrerWords::tr("%1 of %2").arg(self.name, parent) + missing;
}

} // namespace slipway
