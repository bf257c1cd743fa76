#include "models/facets.h"

#include "inventory/filterwords.h"
#include "models/inventoryitem.h"

#include <QCoreApplication>

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
/// A menu longer than this is not read: the values most images have.
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

void countImage(const Inventory& inventory, const ImageEntry& image, Counts& counts)
{
    ++counts.variants[static_cast<size_t>(image.variant)];
    if (image.current == kNoRow)
        return;
    const auto& facts = inventory.factsOf(image.current);
    ++counts.kinds[static_cast<size_t>(inventory.search.kindOf(image.current))];
    ++counts.isTagged[inventory.snapshot->versions[image.current].isTagged() ? 1 : 0];
    ++counts.isSigned[facts.isSigned ? 1 : 0];
    ++counts.hasSbom[facts.hasSbom ? 1 : 0];
}

Counts countImages(const Inventory& inventory)
{
    Counts counts;
    for (const auto& hub : inventory.hubs)
        for (const auto& family : hub.families) {
            const auto images = static_cast<qsizetype>(family.images.size());
            counts.hubs[hub.name] += images;
            counts.families[family.name] += images;
            for (const auto& image : family.images)
                countImage(inventory, image, counts);
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
    std::vector<const std::pair<const QString, qsizetype>*> chosen;
    chosen.reserve(counts.size());
    for (const auto& count : counts)
        chosen.push_back(&count);
    if (chosen.size() > kMostValues) {
        std::ranges::stable_sort(chosen, std::ranges::greater(), [](const auto* count) { return count->second; });
        chosen.resize(kMostValues);
    }
    std::vector<FacetValue> values;
    values.reserve(chosen.size());
    for (const auto* count : chosen)
        values.push_back({groupName(count->first), exactTerm(field, count->first), count->second});
    return values;
}

std::vector<FacetValue> yesOrNo(const std::array<qsizetype, 2>& counts, const QString& yes, const QString& no)
{
    return {{FacetWords::tr("Yes"), yes, counts[1]}, {FacetWords::tr("No"), no, counts[0]}};
}

std::vector<Facet> allFacets(const Counts& counts)
{
    Facet variants{FacetWords::tr("Variant"), {}};
    for (const auto variant : kVariants)
        variants.values.push_back({variantText(variant), exactTerm(u"variant", variantName(variant)),
                                   counts.variants[static_cast<size_t>(variant)]});
    Facet kinds{FacetWords::tr("Kind"), {}};
    for (const auto kind : kKinds)
        kinds.values.push_back(
            {kindWord(kind), exactTerm(u"kind", manifestKindName(kind)), counts.kinds[static_cast<size_t>(kind)]});
    return {variants,
            {FacetWords::tr("Family"), named(u"family", counts.families)},
            {FacetWords::tr("Signed"), yesOrNo(counts.isSigned, u"signed"_s, u"unsigned"_s)},
            {FacetWords::tr("SBOM"), yesOrNo(counts.hasSbom, u"sbom"_s, u"-sbom"_s)},
            {FacetWords::tr("Hub"), named(u"hub", counts.hubs)},
            {FacetWords::tr("Tagged"), yesOrNo(counts.isTagged, u"tagged"_s, u"untagged"_s)},
            kinds};
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

std::vector<Facet> facetsOf(const Inventory& inventory)
{
    std::vector<Facet> facets = allFacets(countImages(inventory));
    for (auto& facet : facets)
        std::erase_if(facet.values, [](const FacetValue& value) { return value.images == 0; });
    std::erase_if(facets, [](const Facet& facet) { return facet.values.size() < 2; });
    return facets;
}

} // namespace slipway
