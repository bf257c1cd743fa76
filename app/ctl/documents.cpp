#include "app/ctl/documents.h"

#include "core/format.h"
#include "inventory/versiondocument.h"

#include <QJsonArray>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QJsonArray digestArray(const std::vector<Digest>& digests)
{
    QJsonArray array;
    for (const auto& digest : digests)
        array.append(digest.toString());
    return array;
}

std::optional<QJsonObject> imageObject(const FilterSubject& place, const InventoryFilter& filter, const QDateTime& now)
{
    const Snapshot& snapshot = *place.inventory.snapshot;
    const auto& package = snapshot.packages[place.image.package];
    QJsonArray versions;
    for (const auto& version : snapshot.versionsOf(package)) {
        const RowIndex row = snapshot.rowOf(version);
        if (filter.matches({place.inventory, place.hub, place.family, place.image, row}, now))
            versions.append(versionDocument(place.inventory, row));
    }
    if (versions.isEmpty() && !filter.isEmpty())
        return std::nullopt;
    return QJsonObject{{u"package"_s, package.name.value},
                       {u"variant"_s, variantName(place.image.variant)},
                       {u"platforms"_s, QJsonArray::fromStringList(place.image.platforms)},
                       {u"versions"_s, versions}};
}

} // namespace

QJsonObject scanDocument(const Snapshot& snapshot, const RequestTally& requests, double seconds)
{
    return {
        {u"owner"_s, snapshot.owner.login},
        {u"packages"_s, qint64(snapshot.packages.size())},
        {u"versions"_s, qint64(snapshot.versions.size())},
        {u"manifests"_s, qint64(std::ranges::count(snapshot.manifests, ManifestState::Read, &ManifestRow::state))},
        {u"blobs"_s, qint64(snapshot.blobs.size())},
        {u"requests"_s, QJsonObject{{u"api"_s, requests.api},
                                    {u"notModified"_s, requests.notModified},
                                    {u"registry"_s, requests.registry},
                                    {u"token"_s, requests.token}}},
        {u"complete"_s, snapshot.complete},
        {u"problems"_s, problemArray(snapshot.problems)},
        {u"seconds"_s, seconds},
    };
}

QJsonObject inventoryDocument(const Inventory& inventory, const InventoryFilter& filter, const Moments& moments)
{
    QJsonArray hubs;
    for (const auto& hub : inventory.hubs) {
        QJsonArray families;
        for (const auto& family : hub.families) {
            QJsonArray images;
            for (const auto& image : family.images) {
                if (auto object = imageObject({inventory, hub, family, image, 0}, filter, moments.now))
                    images.append(*object);
            }
            if (!images.isEmpty())
                families.append(QJsonObject{{u"name"_s, listedName(family.name)}, {u"images"_s, images}});
        }
        if (!families.isEmpty())
            hubs.append(QJsonObject{{u"name"_s, listedName(hub.name)}, {u"families"_s, families}});
    }
    return {{u"owner"_s, inventory.snapshot->owner.login},
            {u"fetchedAt"_s, formatTimestamp(moments.checkedAt)},
            {u"complete"_s, inventory.snapshot->complete},
            {u"hubs"_s, hubs}};
}

QJsonObject brokenDocument(const Snapshot& snapshot, const ReferenceGraph& graph)
{
    QJsonArray broken;
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        const auto& version = snapshot.versions[row];
        if (!version.isTagged())
            continue;
        const auto missing = graph.missing(row);
        if (missing.empty())
            continue;
        broken.append(QJsonObject{{u"package"_s, snapshot.packages[version.package].name.value},
                                  {u"digest"_s, snapshot.digestOf(version).toString()},
                                  {u"tags"_s, tagArray(snapshot.tagsOf(version))},
                                  {u"missing"_s, digestArray(missing)}});
    }
    return {{u"broken"_s, broken}};
}

QJsonArray problemArray(const std::vector<Error>& problems)
{
    QJsonArray array;
    for (const auto& problem : problems)
        array.append(QJsonObject{
            {u"kind"_s, errorKindName(problem.kind)}, {u"subject"_s, problem.subject}, {u"detail"_s, problem.detail}});
    return array;
}

QString listedName(const QString& name)
{
    return name.isEmpty() ? u"Unassigned"_s : name;
}

} // namespace slipway
