#include "models/paletteversions.h"

#include "models/fuzzymatch.h"
#include "models/inventoryitem.h"

#include <algorithm>
#include <numeric>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// So many tags are compared with one another; what is beyond was not the first thing meant.
constexpr size_t kMostTags = 200;
/// So many images are looked through for "image tag".
constexpr size_t kMostImages = 20;
constexpr qsizetype kShortestDigest = 4;
constexpr int kEachDigit = 5;

QString tagText(const Snapshot& snapshot, RowIndex version, QByteArrayView lowered)
{
    for (const TagText tag : snapshot.tagsOf(snapshot.versions[version]))
        if (tag.utf8.compare(lowered, Qt::CaseInsensitive) == 0)
            return tag.toString();
    return QString::fromUtf8(lowered);
}

PaletteEntry versionEntry(const PaletteIndex& index, RowIndex version, const QString& title)
{
    const Snapshot& snapshot = *index.inventory()->snapshot;
    const Digest& digest = snapshot.digestOf(version);
    PaletteEntry entry;
    entry.kind = PaletteKind::Version;
    entry.package = snapshot.packages[snapshot.versions[version].package].name;
    entry.digest = digest;
    entry.title = title;
    entry.detail = digest.shortForm();
    entry.iconName = u"tag"_s;
    entry.key = u"version/"_s + title + u'@' + digest.toString();
    return entry;
}

PaletteHit tagHit(const PaletteIndex& index, const PaletteIndex::TagHit& tag, int score, qsizetype length)
{
    const Snapshot& snapshot = *index.inventory()->snapshot;
    const QString& package = snapshot.packages[snapshot.versions[tag.version].package].name.value;
    PaletteHit hit;
    hit.entry = versionEntry(index, tag.version, package + u':' + tagText(snapshot, tag.version, tag.tag));
    hit.score = score;
    hit.titleMarks.resize(static_cast<size_t>(length));
    std::ranges::iota(hit.titleMarks, package.size() + 1 + tag.at);
    return hit;
}

std::vector<PaletteIndex::TagHit> tagsOfImages(const PaletteIndex& index, QStringView image, const QByteArray& tag)
{
    std::vector<std::pair<int, RowIndex>> images;
    for (const auto& place : index.places())
        if (place.image)
            if (const auto found = fuzzyMatch(image, place.name))
                images.emplace_back(-found->score, place.image->package);
    std::ranges::sort(images);
    if (images.size() > kMostImages)
        images.resize(kMostImages);
    std::vector<PaletteIndex::TagHit> hits;
    for (const auto& [score, package] : images)
        std::ranges::copy(index.findTags(tag, kPaletteRows, package), std::back_inserter(hits));
    return hits;
}

std::vector<PaletteHit> byTag(const PaletteIndex& index, QStringView words, size_t most)
{
    const qsizetype gap = words.lastIndexOf(u' ');
    const QStringView word = words.sliced(gap + 1);
    const QByteArray text = word.toUtf8().toLower();
    const auto tags = gap < 0 ? index.findTags(text, kMostTags) : tagsOfImages(index, words.first(gap).trimmed(), text);
    std::vector<std::pair<int, size_t>> order;
    for (size_t i = 0; i < tags.size(); ++i) {
        const auto found = fuzzyMatch(word, QString::fromUtf8(tags[i].tag));
        order.emplace_back(found ? -found->score : 0, i);
    }
    // The images' order is the better one where words name them.
    if (gap < 0)
        std::ranges::sort(order);
    std::vector<PaletteHit> hits;
    for (size_t i = 0; i < std::min(most, order.size()); ++i)
        hits.push_back(tagHit(index, tags[order[i].second], -order[i].first, word.size()));
    return hits;
}

std::vector<PaletteHit> byDigest(const PaletteIndex& index, QStringView words, size_t most)
{
    const QString prefix(Digest::kPrefix);
    const bool isNamed = words.startsWith(prefix, Qt::CaseInsensitive);
    const QByteArray hex = (isNamed ? words.sliced(prefix.size()) : words).toLatin1().toLower();
    const bool isHex =
        std::ranges::all_of(hex, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    std::vector<PaletteHit> hits;
    if (!isHex || hex.size() < (isNamed ? 1 : kShortestDigest))
        return hits;
    const Snapshot& snapshot = *index.inventory()->snapshot;
    for (const RowIndex version : index.findDigests(hex, most)) {
        const QString& package = snapshot.packages[snapshot.versions[version].package].name.value;
        PaletteHit hit;
        hit.entry = versionEntry(index, version, package + u' ' + versionName(snapshot, version));
        hit.entry.detail = snapshot.digestOf(version).hex().first(std::max<qsizetype>(12, hex.size()));
        hit.score = kEachDigit * static_cast<int>(hex.size());
        hit.detailMarks.resize(static_cast<size_t>(hex.size()));
        std::ranges::iota(hit.detailMarks, 0);
        hits.push_back(std::move(hit));
    }
    return hits;
}

} // namespace

std::vector<PaletteHit> findPaletteVersions(const PaletteIndex& index, QStringView words, size_t most)
{
    if (words.isEmpty())
        return {};
    auto hits = byDigest(index, words, most);
    std::ranges::move(byTag(index, words, most), std::back_inserter(hits));
    std::ranges::stable_sort(hits, std::greater(), &PaletteHit::score);
    if (hits.size() > most)
        hits.resize(most);
    return hits;
}

PaletteEntry placeEntry(const PaletteIndex::Place& place)
{
    PaletteEntry entry;
    entry.title = place.name;
    entry.detail = place.within;
    entry.hub = place.hub->name;
    if (place.image) {
        entry.kind = PaletteKind::Image;
        entry.key = u"image/"_s + place.name;
        entry.iconName = u"package"_s;
        entry.package = {place.name};
    } else {
        entry.kind = place.family ? PaletteKind::Family : PaletteKind::Hub;
        entry.key = (place.family ? u"family/"_s : u"hub/"_s) + place.hub->name + u'/' + place.name;
        entry.iconName = u"view-list-tree"_s;
        entry.family = place.family ? place.family->name : QString();
    }
    return entry;
}

} // namespace slipway
