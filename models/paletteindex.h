#pragma once

#include "inventory/inventory.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <vector>

namespace slipway
{

/// What the command palette finds versions by, made once for an inventory: all tags as one block of text that is read
/// from end to end, and the beginning of every digest. A million versions with a tag each take about 25 bytes each.
class PaletteIndex final
{
public:
    explicit PaletteIndex(InventoryPtr inventory);

    [[nodiscard]] const InventoryPtr& inventory() const { return m_inventory; }

    /// A group or image of the tree.
    struct Place final {
        const HubEntry* hub = nullptr;
        const FamilyEntry* family = nullptr; ///< null: the hub itself
        const ImageEntry* image = nullptr;   ///< null: the family itself
        QString name;
        QString within; ///< "affective_processing_center, torch"
    };
    /// Hubs, then families, then images, each in the tree's order. Those without a name of their own are left out.
    [[nodiscard]] const std::vector<Place>& places() const { return m_places; }
    /// The image of a package.
    [[nodiscard]] const Place* imageOf(RowIndex package) const;

    struct TagHit final {
        RowIndex version = kNoRow;
        QByteArrayView tag; ///< in lower case
        qsizetype at = 0;   ///< where in the tag the words begin

        friend bool operator==(const TagHit&, const TagHit&) = default;
    };
    /// Tags that have this lower-case text in them, in the versions' order, `most` of them. Signatures' and other
    /// referrers' tags are left out.
    [[nodiscard]] std::vector<TagHit> findTags(QByteArrayView text, size_t most) const;
    /// The same among the versions of one package.
    [[nodiscard]] std::vector<TagHit> findTags(QByteArrayView text, size_t most, RowIndex package) const;
    /// Versions whose digest begins with these hexadecimal digits, in the versions' order.
    [[nodiscard]] std::vector<RowIndex> findDigests(QByteArrayView hex, size_t most) const;

private:
    void addPlaces();
    void addVersions();
    [[nodiscard]] std::vector<TagHit> findIn(size_t first, size_t end, QByteArrayView text, size_t most) const;

    InventoryPtr m_inventory;
    std::vector<Place> m_places;
    std::vector<size_t> m_imagePlaces;      ///< by package
    QByteArray m_tags;                      ///< a line each
    std::vector<std::uint32_t> m_tagStarts; ///< one more than there are tags
    std::vector<RowIndex> m_tagVersions;
    std::vector<std::uint32_t> m_digestHeads; ///< by version: the first four bytes, the highest first
};

using PaletteIndexPtr = std::shared_ptr<const PaletteIndex>;

/// For the pool: 10⁶ versions take a moment.
[[nodiscard]] PaletteIndexPtr makePaletteIndex(InventoryPtr inventory);

} // namespace slipway
