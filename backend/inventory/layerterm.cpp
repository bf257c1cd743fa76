#include "inventory/layerterm.h"

#include <algorithm>

namespace slipway
{

namespace
{

constexpr qsizetype kHeadDigits = 8;

/// The beginning of a digest; of what is no number none.
class DigestStart final
{
public:
    explicit DigestStart(QStringView digits)
        : m_digits(digits)
    {
        const qsizetype given = std::min(digits.size(), kHeadDigits);
        const bool isLower = std::ranges::none_of(digits, [](QChar c) { return c.isUpper(); });
        m_head = digits.first(given).toString().leftJustified(kHeadDigits, u'0').toUInt(&m_isNumber, 16);
        m_isNumber = m_isNumber && isLower && given > 0;
        m_mask = given == 0 ? 0 : ~0U << static_cast<unsigned>(4 * (kHeadDigits - given));
    }

    [[nodiscard]] bool isOf(const Digest& digest) const
    {
        return m_isNumber && (digest.head() & m_mask) == m_head
               && (m_digits.size() <= kHeadDigits || digest.hex().startsWith(m_digits));
    }

private:
    QStringView m_digits;
    std::uint32_t m_head = 0;
    std::uint32_t m_mask = 0;
    bool m_isNumber = false;
};

template<typename IsWanted>
bool hasBlob(const Snapshot& snapshot, const VersionRow& version, IsWanted isWanted)
{
    const auto* manifest = snapshot.manifestOf(version);
    if (!manifest)
        return false;
    return std::ranges::any_of(snapshot.layersOf(*manifest), isWanted)
           || (manifest->config != kNoRow && isWanted(manifest->config));
}

template<typename IsWanted>
bool hasBlobInTree(const Inventory& inventory, RowIndex version, IsWanted isWanted)
{
    const Snapshot& snapshot = *inventory.snapshot;
    const auto has = [&](RowIndex row) { return hasBlob(snapshot, snapshot.versions[row], isWanted); };
    return has(version) || std::ranges::any_of(inventory.graph->children(version), has);
}

} // namespace

bool hasLayer(const Inventory& inventory, RowIndex version, QStringView digits)
{
    const DigestStart start(digits);
    return hasBlobInTree(inventory, version,
                         [&](RowIndex blob) { return start.isOf(inventory.snapshot->blobs[blob].digest); });
}

LayerTerm::LayerTerm(const Snapshot& snapshot, QStringView digits)
{
    const DigestStart start(digits);
    for (RowIndex blob = 0; blob < snapshot.blobs.size(); ++blob) {
        if (!start.isOf(snapshot.blobs[blob].digest))
            continue;
        m_isWanted.resize(snapshot.blobs.size());
        m_isWanted[blob] = true;
    }
}

bool LayerTerm::holds(const Inventory& inventory, RowIndex version) const
{
    return !m_isWanted.empty()
           && hasBlobInTree(inventory, version, [this](RowIndex blob) { return bool(m_isWanted[blob]); });
}

} // namespace slipway
