#include "storage/naiveconsolidation.h"

#include "storage/naiveretention.h"

#include <algorithm>

namespace slipway::test
{

namespace
{

/// The layers of a version, lowest first, by digest.
std::vector<Digest> layersOf(const MeasuredOwner& owner, RowIndex row)
{
    std::vector<Digest> layers;
    if (const auto* manifest = owner.snapshot->manifestOf(owner.snapshot->versions[row])) {
        for (const RowIndex layer : owner.snapshot->layersOf(*manifest))
            layers.push_back(owner.snapshot->blobs[layer].digest);
    }
    return layers;
}

class NaiveConsolidation final
{
public:
    NaiveConsolidation(const MeasuredOwner& owner, const Consolidation& wish)
        : m_owner(owner)
        , m_wish(wish)
        , m_dropped(naivelyDropped(wish.retention, *owner.snapshot, owner.graph, fixtureTime(), wish.bases))
    {
        for (RowIndex row = 0; row < owner.snapshot->versions.size(); ++row) {
            if (isBase(row) && isImage(row) && !layersOf(owner, row).empty())
                m_baseRows.push_back(row);
        }
    }

    Bytes stored(const QString* hub, bool isAfterDropping, bool isAfterSharing) const
    {
        std::set<Digest> blobs;
        for (RowIndex row = 0; row < m_owner.snapshot->versions.size(); ++row) {
            const auto& version = m_owner.snapshot->versions[row];
            if ((hub && m_owner.classes[version.package].hub != *hub) || (isAfterDropping && isDropped(row)))
                continue;
            blobs.merge(isAfterSharing ? blobsAfter(row) : blobsOf(m_owner.fixture, m_owner.snapshot->digestOf(row)));
        }
        return sumOf(*m_owner.snapshot, blobs);
    }

private:
    [[nodiscard]] bool isDropped(RowIndex row) const { return std::ranges::contains(m_dropped, row); }
    [[nodiscard]] bool isImage(RowIndex row) const
    {
        return m_owner.snapshot->kindOf(m_owner.snapshot->versions[row]) == ManifestKind::Image;
    }
    [[nodiscard]] const PackageClass& classOf(RowIndex row) const
    {
        return m_owner.classes[m_owner.snapshot->versions[row].package];
    }
    [[nodiscard]] bool isBase(RowIndex row) const
    {
        return classOf(row).variant == Variant::BaseCpu || classOf(row).variant == Variant::BaseGpu;
    }
    [[nodiscard]] bool isSharing(RowIndex row) const
    {
        return std::ranges::any_of(m_wish.sharing, [&](const SharingGroup& group) {
            return group.hub == classOf(row).hub && group.family.value_or(classOf(row).family) == classOf(row).family;
        });
    }
    /// Of the first index that says so.
    [[nodiscard]] QString ownPlatform(RowIndex image) const
    {
        for (const RowIndex parent : m_owner.graph.parents(image)) {
            const auto& index = *m_owner.snapshot->manifestOf(m_owner.snapshot->versions[parent]);
            for (const auto& child : m_owner.snapshot->childrenOf(index)) {
                if (m_owner.snapshot->manifests[child.manifest].digest == m_owner.snapshot->digestOf(image))
                    return m_owner.snapshot->words[child.platform];
            }
        }
        return {};
    }
    [[nodiscard]] QString platformOf(RowIndex base) const
    {
        if (const QString own = ownPlatform(base); !own.isEmpty())
            return own;
        std::set<QString> said;
        for (RowIndex image = 0; image < m_owner.snapshot->versions.size(); ++image) {
            if (isImage(image) && baseOf(image) == base && !ownPlatform(image).isEmpty())
                said.insert(ownPlatform(image));
        }
        return said.size() == 1 ? *said.begin() : QString();
    }
    /// The first of those with the most layers; kNoRow if none.
    [[nodiscard]] RowIndex baseOf(RowIndex image) const
    {
        const auto layers = layersOf(m_owner, image);
        RowIndex best = kNoRow;
        for (const RowIndex base : m_baseRows) {
            const auto below = layersOf(m_owner, base);
            if (below.size() <= layers.size() && std::equal(below.begin(), below.end(), layers.begin())
                && (best == kNoRow || below.size() > layersOf(m_owner, best).size()))
                best = base;
        }
        return best;
    }
    [[nodiscard]] RowIndex chosenFor(RowIndex base) const
    {
        for (const RowIndex version : m_wish.bases) {
            std::vector<RowIndex> rows{version};
            rows.insert(rows.end(), m_owner.graph.children(version).begin(), m_owner.graph.children(version).end());
            std::erase_if(rows,
                          [this](RowIndex row) { return !isBase(row) || !isImage(row) || baseOf(row) == kNoRow; });
            for (const RowIndex row : rows) {
                const RowIndex chosen = baseOf(row);
                const bool fits =
                    platformOf(chosen) == platformOf(base) || (rows.size() == 1 && platformOf(base).isEmpty());
                if (fits && classOf(chosen).variant == classOf(base).variant)
                    return chosen;
            }
        }
        return kNoRow;
    }
    [[nodiscard]] bool moves(RowIndex image) const
    {
        const RowIndex base = baseOf(image);
        return !isDropped(image) && isImage(image) && !isBase(image) && isSharing(image) && base != kNoRow
               && chosenFor(base) != kNoRow && chosenFor(base) != base;
    }
    [[nodiscard]] bool isReplaced(RowIndex row) const
    {
        const RowIndex base = isBase(row) && isImage(row) ? baseOf(row) : kNoRow;
        if (base == kNoRow)
            return false;
        bool isLeftBehind = false;
        for (RowIndex image = 0; image < m_owner.snapshot->versions.size(); ++image) {
            if (isDropped(image) || isBase(image) || !isImage(image) || baseOf(image) != base)
                continue;
            if (!moves(image))
                return false;
            isLeftBehind = true;
        }
        return isLeftBehind;
    }
    [[nodiscard]] std::set<Digest> blobsAfter(RowIndex row) const
    {
        auto blobs = blobsOf(m_owner.fixture, m_owner.snapshot->digestOf(row));
        if (!moves(row) && !isReplaced(row))
            return blobs;
        const auto layers = layersOf(m_owner, row);
        const auto skipped = layersOf(m_owner, baseOf(row)).size();
        blobs = {layers.begin() + static_cast<std::ptrdiff_t>(skipped), layers.end()};
        for (const auto& layer : layersOf(m_owner, chosenFor(baseOf(row))))
            blobs.insert(layer);
        const auto* manifest = m_owner.snapshot->manifestOf(m_owner.snapshot->versions[row]);
        if (manifest->config != kNoRow)
            blobs.insert(m_owner.snapshot->blobs[manifest->config].digest);
        return blobs;
    }

    const MeasuredOwner& m_owner;
    const Consolidation& m_wish;
    std::vector<RowIndex> m_dropped;
    std::vector<RowIndex> m_baseRows;
};

} // namespace

StoredSteps naivelyStored(const MeasuredOwner& owner, const Consolidation& wish, const QString* hub)
{
    const NaiveConsolidation naive(owner, wish);
    return {naive.stored(hub, false, false), naive.stored(hub, true, false), naive.stored(hub, true, true)};
}

} // namespace slipway::test
