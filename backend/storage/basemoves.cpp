#include "storage/basemoves.h"

#include <algorithm>

namespace slipway
{

namespace
{

class Mover final
{
public:
    Mover(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes,
          const Consolidation& wish, const std::vector<bool>& isLeft)
        : m_snapshot(snapshot)
        , m_graph(graph)
        , m_classes(classes)
        , m_wish(wish)
        , m_isLeft(isLeft)
        , m_bases(snapshot, graph, classes)
        , m_chosenFor(m_bases.all().size(), kNoRow)
        , m_movedFrom(m_bases.all().size(), 0)
        , m_standingOn(m_bases.all().size(), 0)
    {
        m_result.moves.resize(snapshot.versions.size());
        for (const auto& packageClass : classes) {
            m_isSharing.push_back(std::ranges::any_of(wish.sharing, [&](const SharingGroup& group) {
                return group.hub == packageClass.hub && (!group.family || *group.family == packageClass.family);
            }));
        }
    }

    BaseMoves move()
    {
        choose();
        forEachImage([this](RowIndex row, std::uint32_t base) {
            if (!isOfBasePackage(row))
                moveImage(row, base);
        });
        forEachImage([this](RowIndex row, std::uint32_t base) {
            if (isOfBasePackage(row))
                moveBase(row, base);
        });
        return std::move(m_result);
    }

private:
    template<typename Visit>
    void forEachImage(Visit visit)
    {
        for (RowIndex row = 0; row < m_snapshot.versions.size(); ++row) {
            const auto& version = m_snapshot.versions[row];
            if (m_isLeft[row] && m_snapshot.kindOf(version) == ManifestKind::Image)
                visit(row, m_bases.baseOf(*m_snapshot.manifestOf(version)));
        }
    }

    [[nodiscard]] bool isOfBasePackage(RowIndex row) const
    {
        const auto& variant = m_classes[m_snapshot.versions[row].package].variant;
        return variant == Variant::BaseCpu || variant == Variant::BaseGpu;
    }

    [[nodiscard]] bool isSharing(RowIndex row) const { return m_isSharing[m_snapshot.versions[row].package]; }

    /// The bases a chosen version stands for: itself, or what it lists.
    [[nodiscard]] std::vector<std::uint32_t> basesOf(RowIndex version) const
    {
        std::vector<RowIndex> rows{version};
        rows.insert(rows.end(), m_graph.children(version).begin(), m_graph.children(version).end());
        std::vector<std::uint32_t> bases;
        for (const RowIndex row : rows) {
            const auto& listed = m_snapshot.versions[row];
            if (!isOfBasePackage(row) || m_snapshot.kindOf(listed) != ManifestKind::Image)
                continue;
            if (const auto base = m_bases.baseOf(*m_snapshot.manifestOf(listed)); base != BaseImages::kNone)
                bases.push_back(base);
        }
        return bases;
    }

    [[nodiscard]] static bool isSameRole(const BaseRole& role, const BaseRole& chosen, bool isOnly)
    {
        return role.variant == chosen.variant
               && (role.platform == chosen.platform || (isOnly && role.platform.isEmpty()));
    }

    void choose()
    {
        const auto& all = m_bases.all();
        for (const RowIndex version : m_wish.bases) {
            const auto bases = basesOf(version);
            for (const auto base : bases) {
                const bool isOnly = bases.size() == 1;
                for (size_t other = 0; other < all.size(); ++other) {
                    if (m_chosenFor[other] == kNoRow && isSameRole(all[other].role, all[base].role, isOnly))
                        m_chosenFor[other] = base;
                }
            }
            if (bases.empty())
                m_result.refused.push_back(version);
        }
    }

    void moveImage(RowIndex row, std::uint32_t base)
    {
        if (base == BaseImages::kNone) {
            m_result.withoutBase += isSharing(row) ? 1 : 0;
            return;
        }
        if (!isSharing(row) || m_chosenFor[base] == kNoRow || m_chosenFor[base] == base) {
            ++m_standingOn[base];
            m_result.withoutChosenBase += isSharing(row) && m_chosenFor[base] == kNoRow ? 1 : 0;
            return;
        }
        ++m_movedFrom[base];
        ++m_result.images;
        take(row, base);
    }

    void moveBase(RowIndex row, std::uint32_t base)
    {
        if (base == BaseImages::kNone || m_movedFrom[base] == 0 || m_standingOn[base] > 0)
            return;
        ++m_result.bases;
        take(row, base);
    }

    void take(RowIndex row, std::uint32_t base)
    {
        const auto& all = m_bases.all();
        m_result.moves[row] = {all[m_chosenFor[base]].manifest, m_snapshot.manifests[all[base].manifest].layerTotal};
    }

    const Snapshot& m_snapshot;
    const ReferenceGraph& m_graph;
    std::span<const PackageClass> m_classes;
    const Consolidation& m_wish;
    const std::vector<bool>& m_isLeft;
    BaseImages m_bases;
    std::vector<bool> m_isSharing;          ///< per package
    std::vector<std::uint32_t> m_chosenFor; ///< per base, the chosen one of its role
    std::vector<size_t> m_movedFrom;        ///< per base, images
    std::vector<size_t> m_standingOn;       ///< per base, images that do not move
    BaseMoves m_result;
};

} // namespace

BaseMoves moveToBases(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes,
                      const Consolidation& wish, const std::vector<bool>& isLeft)
{
    return Mover(snapshot, graph, classes, wish, isLeft).move();
}

} // namespace slipway
