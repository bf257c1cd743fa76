#include "models/summary.h"

#include "core/format.h"
#include "domain/attestationplatform.h"
#include "models/layersmodel.h"
#include "models/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct SummaryWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::Summary)
};

SummaryField textField(const QString& label, const QString& text)
{
    return {label, SummaryForm::Text, text.isEmpty() ? u"–"_s : text, {}, Presence::NotApplicable, {}};
}

SummaryField presenceField(const QString& label, bool isThere, const QString& yes, const QString& no)
{
    return {label, SummaryForm::Presence, isThere ? yes : no, {}, isThere ? Presence::Yes : Presence::No, {}};
}

SummaryField sizeField(const SetSize& size)
{
    return textField(SummaryWords::tr("Size"),
                     SummaryWords::tr("%1, %2 unique").arg(formatBytes(size.stored), formatBytes(size.exclusive)));
}

void addGroupFields(Summary& summary, const InventoryItem& item)
{
    qsizetype versions = 0;
    const auto countFamily = [&](const FamilyEntry& family) {
        for (const auto& image : family.images)
            versions += item.inventory->snapshot->packages[image.package].versionTotal;
    };
    if (item.level == InventoryLevel::Hub)
        std::ranges::for_each(item.hub->families, countFamily);
    else
        countFamily(*item.family);
    if (item.level == InventoryLevel::Family)
        summary.fields.push_back(textField(SummaryWords::tr("Hub"), groupName(item.hub->name)));
    else
        summary.fields.push_back(textField(SummaryWords::tr("Families"), QString::number(item.hub->families.size())));
    summary.fields.push_back(textField(SummaryWords::tr("Images"), QString::number(item.imageTotal())));
    summary.fields.push_back(textField(SummaryWords::tr("Versions"), QString::number(versions)));
    summary.fields.push_back(textField(SummaryWords::tr("Stored"), formatBytes(item.size().stored)));
    summary.fields.push_back(textField(SummaryWords::tr("Unique"), formatBytes(item.size().exclusive)));
    summary.fields.push_back(textField(SummaryWords::tr("Logical"), formatBytes(item.size().logical)));
    summary.fields.push_back(textField(SummaryWords::tr("Last change"), momentText(item.newest())));
}

void addPlaceFields(Summary& summary, const InventoryItem& item)
{
    summary.fields.push_back(textField(SummaryWords::tr("Hub"), groupName(item.hub->name)));
    summary.fields.push_back(textField(SummaryWords::tr("Family"), groupName(item.family->name)));
    if (item.level == InventoryLevel::Image) {
        const auto& package = *item.package();
        if (!package.repository.isEmpty())
            summary.fields.push_back(textField(SummaryWords::tr("Repository"), package.repository));
        summary.fields.push_back(textField(SummaryWords::tr("Versions"), QString::number(package.versionTotal)));
    } else {
        summary.fields.push_back(textField(SummaryWords::tr("Image"), item.package()->name.value));
    }
}

void addBaseField(Summary& summary, const std::optional<ImageConfig>& config, const QString& owner)
{
    if (!config)
        return;
    const QString base = config->labels.value(u"org.opencontainers.image.base.name"_s);
    // Within the owner's own packages the owner goes without saying.
    const qsizetype own = base.indexOf(u'/' + owner + u'/');
    const QString shown = own < 0 ? base : base.sliced(own + owner.size() + 2);
    if (!base.isEmpty())
        summary.fields.push_back(
            {SummaryWords::tr("Base image"), SummaryForm::Mono, shown, {}, Presence::NotApplicable, base});
}

/// Signature, SBOM and provenance: only of what is pulled, or where they are there.
void addTrustFields(Summary& summary, const VersionFacts& facts, ManifestKind kind)
{
    const bool isPulled = (kind == ManifestKind::Image || kind == ManifestKind::Index) && !facts.isPart;
    if (isPulled || facts.isSigned)
        summary.fields.push_back(presenceField(SummaryWords::tr("Signature"), facts.isSigned,
                                               SummaryWords::tr("Signed"), SummaryWords::tr("Not signed")));
    if (isPulled || facts.hasSbom)
        summary.fields.push_back(presenceField(SummaryWords::tr("SBOM"), facts.hasSbom, SummaryWords::tr("Attached"),
                                               SummaryWords::tr("None attached")));
    if (isPulled || facts.isAttested)
        summary.fields.push_back({SummaryWords::tr("Provenance"),
                                  SummaryForm::Presence,
                                  facts.isAttested ? SummaryWords::tr("Attested") : SummaryWords::tr("Not attested"),
                                  {},
                                  facts.isAttested ? Presence::Yes : Presence::NotApplicable,
                                  {}});
}

void addVersionFields(Summary& summary, const InventoryItem& item, const std::optional<ImageConfig>& config)
{
    const Inventory& inventory = *item.inventory;
    const RowIndex row = item.shownVersion();
    const auto& version = inventory.snapshot->versions[row];
    const ManifestKind kind = inventory.snapshot->kindOf(version);
    const QStringList tags = peopleTags(*inventory.snapshot, row);
    QStringList platforms = item.level == InventoryLevel::Image ? item.image->platforms : inventory.platformsOf(row);
    // What no index lists says only in its config what it runs on.
    if (platforms.isEmpty() && kind == ManifestKind::Image && config && !config->platform.isEmpty())
        platforms.append(config->platform);
    if (!tags.isEmpty())
        summary.fields.push_back({SummaryWords::tr("Tags"), SummaryForm::Chips, {}, tags, Presence::NotApplicable, {}});
    if (item.level == InventoryLevel::Version)
        summary.fields.push_back(textField(SummaryWords::tr("Kind"), kindWord(kind)));
    if (!platforms.isEmpty())
        summary.fields.push_back(textField(SummaryWords::tr("Platform(s)", nullptr, static_cast<int>(platforms.size())),
                                           platforms.join(u", "_s)));
    summary.fields.push_back(textField(SummaryWords::tr("Created"), momentText(version.createdAt())));
    summary.fields.push_back(textField(SummaryWords::tr("Updated"), momentText(version.updatedAt())));
    summary.fields.push_back(sizeField(item.size()));
    addBaseField(summary, config, inventory.snapshot->owner.login);
    addTrustFields(summary, inventory.factsOf(row), kind);
}

/// Entries of an index whether or not they are listed as versions, then what refers to the version.
void addParts(Summary& summary, const InventoryItem& item)
{
    const Inventory& inventory = *item.inventory;
    const Snapshot& snapshot = *inventory.snapshot;
    const RowIndex row = item.shownVersion();
    const auto* manifest = snapshot.manifestOf(snapshot.versions[row]);
    if (!manifest || manifest->childTotal == 0)
        return;
    summary.partsTitle = SummaryWords::tr("Listed by this index");
    const auto gone = inventory.graph->missing(row);
    for (const auto& child : snapshot.childrenOf(*manifest)) {
        const auto& entry = snapshot.manifests[child.manifest];
        const QString& platform = snapshot.words[child.platform];
        const bool isMissing = std::ranges::find(gone, entry.digest) != gone.end();
        Bytes size = entry.config == kNoRow ? 0 : snapshot.blobs[entry.config].size;
        for (const RowIndex layer : snapshot.layersOf(entry))
            size += snapshot.blobs[layer].size;
        const bool isPlatform = !platform.isEmpty() && platform != kAttestationPlatform;
        summary.parts.push_back({isPlatform ? platform : kindWord(entry.kind), entry.digest,
                                 isMissing ? SummaryWords::tr("missing") : formatBytes(size), isMissing});
    }
}

/// An index has none of its own; those of its images differ.
void addLayers(Summary& summary, const InventoryItem& item, const std::optional<ImageConfig>& config)
{
    constexpr std::size_t kMostLayers = 6;
    const Snapshot& snapshot = *item.inventory->snapshot;
    const auto& version = snapshot.versions[item.shownVersion()];
    const auto* manifest = snapshot.manifestOf(version);
    if (!manifest || manifest->state != ManifestState::Read || snapshot.kindOf(version) != ManifestKind::Image)
        return;
    std::vector<LayerRow> layers = layerRows(*item.inventory, *manifest, config);
    summary.layerTotal = static_cast<qsizetype>(layers.size());
    std::ranges::stable_sort(layers, std::ranges::greater(), &LayerRow::size);
    for (const auto& layer : layers) {
        if (summary.layers.size() == kMostLayers)
            break;
        const auto largest = static_cast<double>(layers.front().size);
        summary.layers.push_back({layer.createdBy.isEmpty() ? layer.digest.shortForm() : layer.createdBy,
                                  formatBytes(layer.size),
                                  largest > 0 ? static_cast<double>(layer.size) / largest : 0});
    }
}

} // namespace

Summary summaryOf(const InventoryItem& item, const std::optional<ImageConfig>& config)
{
    Summary summary;
    if (item.isNull())
        return summary;
    summary.title = item.level == InventoryLevel::Version && item.parentVersion == kNoRow
                        ? item.package()->name.value + u':' + item.name()
                        : item.name();
    if (item.shownVersion() == kNoRow) {
        if (item.image)
            addPlaceFields(summary, item);
        else
            addGroupFields(summary, item);
        return summary;
    }
    summary.variant = variantWord(item.image->variant);
    summary.isGpu = isGpu(item.image->variant);
    summary.digest = item.inventory->snapshot->digestOf(item.shownVersion());
    addPlaceFields(summary, item);
    addVersionFields(summary, item, config);
    addParts(summary, item);
    addLayers(summary, item, config);
    summary.missing = item.inventory->graph->missing(item.shownVersion());
    if (config)
        for (const auto& [key, value] : config->labels.asKeyValueRange())
            summary.labels.emplace_back(key, value);
    return summary;
}

std::vector<RowIndex> contentVersions(const Inventory& inventory, RowIndex version)
{
    const auto kindOf = [&](RowIndex row) { return inventory.snapshot->kindOf(inventory.snapshot->versions[row]); };
    if (version == kNoRow)
        return {};
    if (kindOf(version) != ManifestKind::Index)
        return {version};
    std::vector<RowIndex> images;
    for (const RowIndex child : inventory.graph->children(version))
        if (kindOf(child) == ManifestKind::Image)
            images.push_back(child);
    return images;
}

RowIndex contentVersion(const Inventory& inventory, RowIndex version)
{
    const auto images = contentVersions(inventory, version);
    return images.empty() ? kNoRow : images.front();
}

std::optional<ImageConfig> knownConfig(const Snapshot& snapshot, RowIndex version)
{
    const auto* manifest = version == kNoRow ? nullptr : snapshot.manifestOf(snapshot.versions[version]);
    if (!manifest || manifest->config == kNoRow)
        return std::nullopt;
    const auto found = snapshot.configs.constFind(snapshot.blobs[manifest->config].digest);
    return found == snapshot.configs.cend() ? std::nullopt : std::optional(*found);
}

} // namespace slipway
