#include "models/facets.h"

#include "inventory/filtermatcher.h"
#include "inventory/filterwords.h"
#include "models/inventoryitem.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct FacetWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::Facet)
};

constexpr std::size_t kFewValues = 2;
/// A menu longer than this is not read.
constexpr std::size_t kMostValues = 40;

constexpr std::array kVariants{Variant::Cpu,     Variant::Gpu,   Variant::BaseCpu,
                               Variant::BaseGpu, Variant::Infra, Variant::Other};
constexpr std::array kKinds{ManifestKind::Image,     ManifestKind::Index,     ManifestKind::Attestation,
                            ManifestKind::Signature, ManifestKind::Sbom,      ManifestKind::Cache,
                            ManifestKind::Artifact,  ManifestKind::Unreadable};

/// One pass over the images; words are made afterwards, once each.
struct Counts {
    std::array<qsizetype, kVariants.size()> variants{};
    std::array<qsizetype, kKinds.size()> kinds{};
    std::array<qsizetype, 2> isTagged{};
    std::array<qsizetype, 2> isSigned{};
    std::array<qsizetype, 2> hasSbom{};
    std::map<QString, qsizetype> families;
    std::map<QString, qsizetype> hubs;
};

/// An image has what one of these versions of it has, so it may count for "signed" and for "unsigned".
void countImage(const Inventory& inventory, const ImageEntry& image, const std::vector<RowIndex>& versions,
                Counts& counts)
{
    std::array<bool, kKinds.size()> kinds{};
    std::array<bool, 2> isTagged{};
    std::array<bool, 2> isSigned{};
    std::array<bool, 2> hasSbom{};
    for (const RowIndex version : versions) {
        const auto& facts = inventory.factsOf(version);
        kinds[static_cast<size_t>(inventory.search.kindOf(version))] = true;
        isTagged[inventory.snapshot->versions[version].isTagged() ? 1 : 0] = true;
        isSigned[facts.isSigned ? 1 : 0] = true;
        hasSbom[facts.hasSbom ? 1 : 0] = true;
    }
    const auto add = [](const auto& has, auto& images) {
        for (size_t at = 0; at < has.size(); ++at)
            images[at] += has[at] ? 1 : 0;
    };
    ++counts.variants[static_cast<size_t>(image.variant)];
    add(kinds, counts.kinds);
    add(isTagged, counts.isTagged);
    add(isSigned, counts.isSigned);
    add(hasSbom, counts.hasSbom);
}

Counts countImages(const Inventory& inventory, const InventoryFilter& filter, const QDateTime& now,
                   const std::stop_token& stop)
{
    Counts counts;
    const FilterMatcher matcher(inventory, filter, now);
    for (const auto& hub : inventory.hubs)
        for (const auto& family : hub.families) {
            qsizetype images = 0;
            for (const auto& image : family.images) {
                if (stop.stop_requested())
                    return counts;
                const auto versions = matcher.matching(hub, family, image);
                if (versions.empty() && !(image.versions.empty() && matcher.matchesAny(hub, family, image)))
                    continue;
                ++images;
                countImage(inventory, image, versions, counts);
            }
            counts.hubs[hub.name] += images;
            counts.families[family.name] += images;
        }
    return counts;
}

QString variantText(Variant variant)
{
    if (variant == Variant::Other)
        return FacetWords::tr("Other");
    const bool isBase = variant == Variant::BaseCpu || variant == Variant::BaseGpu;
    return isBase ? FacetWords::tr("%1 base").arg(variantWord(variant)) : variantWord(variant);
}

std::vector<FacetValue> named(QStringView field, const std::map<QString, qsizetype>& counts)
{
    std::vector<FacetValue> values;
    values.reserve(counts.size());
    for (const auto& [name, images] : counts)
        values.push_back({groupName(name), exactTerm(field, name), images});
    return values;
}

std::vector<FacetValue> yesOrNo(const std::array<qsizetype, 2>& counts, const QString& yes, const QString& no)
{
    return {{FacetWords::tr("Yes"), yes, counts[1]}, {FacetWords::tr("No"), no, counts[0]}};
}

/// A version's own property: one image may have versions with and without it.
QString meaningOfVersions()
{
    return FacetWords::tr("Images with at least one such version; an image whose versions differ counts for each.");
}

std::vector<Facet> allFacets(const Counts& counts)
{
    const QString ofVersions = meaningOfVersions();
    Facet variants{FacetWords::tr("Variant"), {}, FacetWords::tr("Images of each variant.")};
    for (const auto variant : kVariants)
        variants.values.push_back({variantText(variant), exactTerm(u"variant", variantName(variant)),
                                   counts.variants[static_cast<size_t>(variant)]});
    Facet kinds{FacetWords::tr("Kind"), {}, ofVersions};
    for (const auto kind : kKinds)
        kinds.values.push_back(
            {kindWord(kind), exactTerm(u"kind", manifestKindName(kind)), counts.kinds[static_cast<size_t>(kind)]});
    return {variants,
            {FacetWords::tr("Family"), named(u"family", counts.families), FacetWords::tr("Images of each family.")},
            {FacetWords::tr("Signed"), yesOrNo(counts.isSigned, u"signed"_s, u"unsigned"_s), ofVersions},
            {FacetWords::tr("SBOM"), yesOrNo(counts.hasSbom, u"sbom"_s, u"-sbom"_s), ofVersions},
            {FacetWords::tr("Hub"), named(u"hub", counts.hubs),
             FacetWords::tr("Images of each hub. Base images and what is unassigned are groups beside the hubs.")},
            {FacetWords::tr("Tagged"), yesOrNo(counts.isTagged, u"tagged"_s, u"untagged"_s), ofVersions},
            kinds};
}

/// How many images are left by each term that a facet has, beside this text.
QHash<QString, qsizetype> imagesByTerm(const Inventory& inventory, const QString& text, const QDateTime& now,
                                       const std::stop_token& stop)
{
    QHash<QString, qsizetype> images;
    const auto filter = InventoryFilter::read(text);
    if (!filter)
        return images;
    for (const auto& facet : allFacets(countImages(inventory, *filter, now, stop)))
        for (const auto& value : facet.values)
            images.insert(value.term, value.images);
    return images;
}

} // namespace

QStringList Facet::terms() const
{
    QStringList terms;
    for (const auto& value : values)
        terms.append(value.term);
    return terms;
}

QString Facet::summary() const
{
    if (values.size() > kFewValues)
        return FacetWords::tr("All %1").arg(values.size());
    QStringList texts;
    for (const auto& value : values)
        texts.append(u"%1 %2"_s.arg(value.text).arg(value.images));
    return texts.join(u", "_s);
}

std::vector<FacetValue> Facet::offered(const QString& chosen) const
{
    if (values.size() <= kMostValues)
        return values;
    std::vector<const FacetValue*> most;
    most.reserve(values.size());
    for (const auto& value : values)
        most.push_back(&value);
    std::ranges::stable_sort(most, [&](const FacetValue* a, const FacetValue* b) {
        const bool isChosen = a->term == chosen;
        return isChosen != (b->term == chosen) ? isChosen : a->images > b->images;
    });
    most.resize(kMostValues);
    std::ranges::sort(most); // they point into the facet's order
    std::vector<FacetValue> few;
    few.reserve(kMostValues);
    for (const auto* value : most)
        few.push_back(*value);
    return few;
}

std::vector<Facet> facetsOf(const Inventory& inventory)
{
    std::vector<Facet> facets = allFacets(countImages(inventory, {}, {}, {}));
    for (auto& facet : facets)
        std::erase_if(facet.values, [](const FacetValue& value) { return value.images == 0; });
    std::erase_if(facets, [](const Facet& facet) { return facet.values.size() < 2; });
    return facets;
}

std::vector<Facet> facetsUnder(const Inventory& inventory, std::vector<Facet> facets, const QString& text,
                               const QDateTime& now, const std::stop_token& stop)
{
    QHash<QString, QHash<QString, qsizetype>> counted; // by the text that is left; facets without a choice share one
    for (auto& facet : facets) {
        const QString rest = withChoice(text, facet.terms(), {});
        if (rest.isEmpty())
            continue; // it is counted so already
        if (!counted.contains(rest))
            counted.insert(rest, imagesByTerm(inventory, rest, now, stop));
        for (auto& value : facet.values)
            value.images = counted[rest].value(value.term);
    }
    return facets;
}

} // namespace slipway
