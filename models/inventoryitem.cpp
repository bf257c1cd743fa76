#include "models/inventoryitem.h"

#include "domain/attestationplatform.h"
#include "domain/tagshape.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct InventoryWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::Inventory)
};

bool isSemanticVersion(const QString& tag)
{
    static const QRegularExpression shape(uR"(^v?\d+\.\d+\.\d+([-_].+)?$)"_s);
    return shape.matchView(tag).hasMatch();
}

/// Order of a tag in the list a person sees.
int tagRank(const QString& tag)
{
    return tag == "latest"_L1 ? 0 : isSemanticVersion(tag) ? 1 : 2;
}

QDateTime later(const QDateTime& a, const QDateTime& b)
{
    return !a.isValid() || (b.isValid() && b > a) ? b : a;
}

QDateTime newestOf(const Inventory& inventory, const ImageEntry& image)
{
    if (image.versions.empty())
        return {};
    const auto& version = inventory.snapshot->versions[image.versions.front()];
    return later(version.createdAt(), version.updatedAt());
}

QDateTime newestOf(const Inventory& inventory, const FamilyEntry& family)
{
    QDateTime newest;
    for (const auto& image : family.images)
        newest = later(newest, newestOf(inventory, image));
    return newest;
}

/// The platform an index gives one of its entries, empty for attestations and for what is no entry.
QString entryPlatform(const Snapshot& snapshot, RowIndex index, RowIndex entry)
{
    if (index == kNoRow)
        return {};
    const auto* manifest = snapshot.manifestOf(snapshot.versions[index]);
    if (!manifest)
        return {};
    for (const auto& child : snapshot.childrenOf(*manifest)) {
        const QString& platform = snapshot.words[child.platform];
        if (child.manifest == snapshot.versions[entry].manifest && platform != kAttestationPlatform)
            return platform;
    }
    return {};
}

} // namespace

RowIndex InventoryItem::shownVersion() const
{
    if (level == InventoryLevel::Image)
        return image->current;
    return version;
}

const PackageRow* InventoryItem::package() const
{
    return image ? &inventory->snapshot->packages[image->package] : nullptr;
}

QString InventoryItem::name() const
{
    switch (level) {
    case InventoryLevel::Root:
        return {};
    case InventoryLevel::Hub:
        return groupName(hub->name);
    case InventoryLevel::Family:
        return groupName(family->name);
    case InventoryLevel::Image:
        return package()->name.value;
    case InventoryLevel::Version:
        break;
    }
    const QString platform = entryPlatform(*inventory->snapshot, parentVersion, version);
    return platform.isEmpty() ? versionName(*inventory->snapshot, version) : platform;
}

SetSize InventoryItem::size() const
{
    switch (level) {
    case InventoryLevel::Root:
        return {};
    case InventoryLevel::Hub:
        return hub->size;
    case InventoryLevel::Family:
        return family->size;
    case InventoryLevel::Image:
        return image->size;
    case InventoryLevel::Version:
        break;
    }
    const auto& facts = inventory->factsOf(version);
    return {facts.size, facts.size, facts.exclusiveSize};
}

qsizetype InventoryItem::imageTotal() const
{
    if (level == InventoryLevel::Family)
        return static_cast<qsizetype>(family->images.size());
    qsizetype total = 0;
    if (level == InventoryLevel::Hub)
        for (const auto& entry : hub->families)
            total += static_cast<qsizetype>(entry.images.size());
    return total;
}

QDateTime InventoryItem::newest() const
{
    switch (level) {
    case InventoryLevel::Root:
        return {};
    case InventoryLevel::Hub: {
        QDateTime newest;
        for (const auto& entry : hub->families)
            newest = later(newest, newestOf(*inventory, entry));
        return newest;
    }
    case InventoryLevel::Family:
        return newestOf(*inventory, *family);
    case InventoryLevel::Image:
        return newestOf(*inventory, *image);
    case InventoryLevel::Version:
        break;
    }
    const auto& row = inventory->snapshot->versions[version];
    return later(row.createdAt(), row.updatedAt());
}

QStringList peopleTags(const Snapshot& snapshot, RowIndex version)
{
    QStringList tags;
    for (const TagText tag : snapshot.tagsOf(snapshot.versions[version]))
        if (!parseReferrerTag(tag.utf8))
            tags.append(tag.toString());
    std::ranges::stable_sort(tags, {}, tagRank);
    return tags;
}

QString versionName(const Snapshot& snapshot, RowIndex version)
{
    const QStringList tags = peopleTags(snapshot, version);
    if (tags.size() > 1 && tags.first() == "latest"_L1)
        return tags.at(1);
    if (!tags.isEmpty())
        return tags.first();
    const ManifestKind kind = snapshot.kindOf(snapshot.versions[version]);
    if (kind == ManifestKind::Image || kind == ManifestKind::Index)
        return InventoryWords::tr("untagged");
    return kindWord(kind).toLower();
}

QString kindWord(ManifestKind kind)
{
    switch (kind) {
    case ManifestKind::Image:
        return InventoryWords::tr("Image");
    case ManifestKind::Index:
        return InventoryWords::tr("Index");
    case ManifestKind::Attestation:
        return InventoryWords::tr("Attestation");
    case ManifestKind::Signature:
        return InventoryWords::tr("Signature");
    case ManifestKind::Sbom:
        return InventoryWords::tr("SBOM");
    case ManifestKind::Cache:
        return InventoryWords::tr("Cache");
    case ManifestKind::Artifact:
        return InventoryWords::tr("Artifact");
    case ManifestKind::Unreadable:
        return InventoryWords::tr("Unreadable");
    }
    return {};
}

QString variantWord(Variant variant)
{
    switch (variant) {
    case Variant::Cpu:
    case Variant::BaseCpu:
        return InventoryWords::tr("CPU");
    case Variant::Gpu:
    case Variant::BaseGpu:
        return InventoryWords::tr("GPU");
    case Variant::Infra:
        return InventoryWords::tr("Infra");
    case Variant::Other:
        return {};
    }
    return {};
}

bool isGpu(Variant variant)
{
    return variant == Variant::Gpu || variant == Variant::BaseGpu;
}

QString groupName(const QString& name)
{
    return name.isEmpty()     ? InventoryWords::tr("Unassigned")
           : name == kBaseHub ? InventoryWords::tr("Base and infrastructure")
                              : name;
}

} // namespace slipway
