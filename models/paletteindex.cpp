#include "models/paletteindex.h"

#include "domain/tagshape.h"
#include "models/inventoryitem.h"

#include <algorithm>
#include <cstring>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kHeadDigits = 8;
constexpr size_t kNoPlace = static_cast<size_t>(-1);

std::uint32_t headOf(const Digest& digest)
{
    std::uint32_t head = 0;
    const QByteArray raw = digest.raw();
    for (int i = 0; i < 4; ++i)
        head = (head << 8U) | static_cast<std::uint8_t>(raw[i]);
    return head;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

QString withinOf(const HubEntry& hub, const FamilyEntry& family)
{
    return family.name.isEmpty() ? groupName(hub.name) : groupName(hub.name) + u", "_s + family.name;
}

} // namespace

PaletteIndex::PaletteIndex(InventoryPtr inventory)
    : m_inventory(std::move(inventory))
{
    addPlaces();
    addVersions();
}

void PaletteIndex::addPlaces()
{
    std::vector<Place> families;
    std::vector<Place> images;
    const auto& packages = m_inventory->snapshot->packages;
    for (const auto& hub : m_inventory->hubs) {
        m_places.push_back({&hub, nullptr, nullptr, groupName(hub.name), {}});
        for (const auto& family : hub.families) {
            if (!family.name.isEmpty())
                families.push_back({&hub, &family, nullptr, family.name, groupName(hub.name)});
            for (const auto& image : family.images)
                images.push_back({&hub, &family, &image, packages[image.package].name.value, withinOf(hub, family)});
        }
    }
    std::ranges::move(families, std::back_inserter(m_places));
    const size_t first = m_places.size();
    std::ranges::move(images, std::back_inserter(m_places));
    m_imagePlaces.assign(packages.size(), kNoPlace);
    for (size_t i = first; i < m_places.size(); ++i)
        m_imagePlaces[m_places[i].image->package] = i;
}

void PaletteIndex::addVersions()
{
    const Snapshot& snapshot = *m_inventory->snapshot;
    m_digestHeads.reserve(snapshot.versions.size());
    m_tags.reserve(static_cast<qsizetype>(snapshot.tags.byteTotal()));
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        const auto& version = snapshot.versions[row];
        m_digestHeads.push_back(headOf(snapshot.digestOf(version)));
        for (const TagText tag : snapshot.tagsOf(version)) {
            if (tag.utf8.startsWith("sha256-") && parseReferrerTag(tag.utf8))
                continue;
            m_tagStarts.push_back(static_cast<std::uint32_t>(m_tags.size()));
            m_tagVersions.push_back(row);
            for (const char c : tag.utf8)
                m_tags.append(lower(c));
            m_tags.append('\n');
        }
    }
    m_tagStarts.push_back(static_cast<std::uint32_t>(m_tags.size()));
}

const PaletteIndex::Place* PaletteIndex::imageOf(RowIndex package) const
{
    const size_t place = m_imagePlaces[package];
    return place == kNoPlace ? nullptr : &m_places[place];
}

std::vector<PaletteIndex::TagHit> PaletteIndex::findTags(QByteArrayView text, size_t most) const
{
    return findIn(0, m_tagVersions.size(), text, most);
}

std::vector<PaletteIndex::TagHit> PaletteIndex::findTags(QByteArrayView text, size_t most, RowIndex package) const
{
    const auto& row = m_inventory->snapshot->packages[package];
    const auto first = std::ranges::lower_bound(m_tagVersions, row.firstVersion);
    const auto end = std::ranges::lower_bound(m_tagVersions, row.firstVersion + row.versionTotal);
    return findIn(static_cast<size_t>(first - m_tagVersions.begin()), static_cast<size_t>(end - m_tagVersions.begin()),
                  text, most);
}

/// Among the tags from `first` to before `end`.
std::vector<PaletteIndex::TagHit> PaletteIndex::findIn(size_t first, size_t end, QByteArrayView text, size_t most) const
{
    std::vector<TagHit> hits;
    if (text.isEmpty() || text.contains('\n'))
        return hits;
    const char* const begin = m_tags.constData();
    const char* const stop = begin + m_tagStarts[end];
    const char* at = begin + m_tagStarts[first];
    while (hits.size() < most && at < stop) {
        at = static_cast<const char*>(
            memmem(at, static_cast<size_t>(stop - at), text.data(), static_cast<size_t>(text.size())));
        if (!at)
            break;
        const auto after = std::ranges::upper_bound(m_tagStarts, static_cast<std::uint32_t>(at - begin));
        const auto tag = static_cast<size_t>(after - m_tagStarts.begin()) - 1;
        const char* const tagBegin = begin + m_tagStarts[tag];
        hits.push_back({m_tagVersions[tag], {tagBegin, m_tagStarts[tag + 1] - m_tagStarts[tag] - 1}, at - tagBegin});
        at = begin + m_tagStarts[tag + 1];
    }
    return hits;
}

std::vector<RowIndex> PaletteIndex::findDigests(QByteArrayView hex, size_t most) const
{
    std::vector<RowIndex> hits;
    const auto digits = std::min<qsizetype>(hex.size(), kHeadDigits);
    bool isHex = false;
    const std::uint32_t wanted = hex.first(digits).toByteArray().toUInt(&isHex, 16);
    if (!isHex)
        return hits;
    const auto shift = static_cast<unsigned>(4 * (kHeadDigits - digits));
    const Snapshot& snapshot = *m_inventory->snapshot;
    const QString whole = Digest::kPrefix + QString::fromLatin1(hex);
    for (RowIndex row = 0; row < m_digestHeads.size() && hits.size() < most; ++row)
        if (m_digestHeads[row] >> shift == wanted
            && (hex.size() <= kHeadDigits || snapshot.digestOf(row).toString().startsWith(whole)))
            hits.push_back(row);
    return hits;
}

PaletteIndexPtr makePaletteIndex(InventoryPtr inventory)
{
    return std::make_shared<const PaletteIndex>(std::move(inventory));
}

} // namespace slipway
