#pragma once

#include "inventory/filter.h"
#include "inventory/layerterm.h"

#include <QByteArray>

namespace slipway
{

/// An inventory filter made ready to be asked of all images of one inventory: the same answers as
/// InventoryFilter::matches() for the versions the tree shows, by terms of the image first, then by the search index. A
/// digest finds a version by its parts too: who pastes the digest of one platform wants the image it belongs to.
///
/// Lives as long as inventory and filter.
class FilterMatcher final
{
public:
    FilterMatcher(const Inventory& inventory, const InventoryFilter& filter, const QDateTime& now);

    /// Whether the image has to be shown: a version matches, or it has none and its own terms do. Ends at the first.
    [[nodiscard]] bool matchesAny(const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) const;
    /// The image's versions that match, in its order.
    [[nodiscard]] std::vector<RowIndex> matching(const HubEntry& hub, const FamilyEntry& family,
                                                 const ImageEntry& image) const;
    [[nodiscard]] std::size_t count(const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) const;

private:
    using Term = InventoryFilter::Term;
    struct Ready {
        const Term* term = nullptr;
        QByteArray word;            ///< folded; what a tag must have in it
        bool isDigest = false;      ///< may be the beginning of a digest:
        std::uint32_t head = 0;     ///< its first eight digits
        std::uint32_t headMask = 0; ///< those of them that were given
        LayerTerm layers;           ///< of Layer
        std::uint32_t kinds = 0;    ///< a bit for each kind that matches
    };
    enum class Verdict { Always, Never, ByVersion };

    [[nodiscard]] Ready ready(const Term& term) const;
    /// What a term says of all versions of an image at once.
    [[nodiscard]] Verdict judge(const Ready& ready, const HubEntry& hub, const FamilyEntry& family,
                                const ImageEntry& image) const;
    /// Whether a term that does not hold for all of an image holds for a version; negation is left out.
    [[nodiscard]] bool holds(const Ready& ready, RowIndex version) const;
    [[nodiscard]] bool hasTag(const Glob& glob, RowIndex version) const;
    [[nodiscard]] bool isDigestAt(const Ready& ready, RowIndex version) const;
    [[nodiscard]] bool isDigestBelow(const Ready& ready, RowIndex version) const;
    [[nodiscard]] bool isDigestIn(const Ready& ready, const ImageEntry& image) const;
    /// Whether versions can be found by a term's word, instead of asking each.
    [[nodiscard]] bool finds(const Ready& ready) const;

    /// Visits the matching versions in order until the visitor returns false. True if all versions match.
    template<typename Visit>
    bool visit(const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image, Visit visitor) const;
    template<typename Matches, typename Visit>
    void visitFound(const Ready& driver, const ImageEntry& image, Matches matches, Visit visitor) const;

    const Inventory& m_inventory;
    std::int64_t m_nowMs;
    std::vector<Ready> m_terms;
};

} // namespace slipway
