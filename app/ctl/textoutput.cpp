#include "app/ctl/textoutput.h"

#include "app/ctl/texttable.h"
#include "core/errortext.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <ranges>
#include <span>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("TextOutput", text);
}

QString counted(qint64 count, const char* one, const char* many)
{
    return count == 1 ? tr(one) : tr(many).arg(count);
}

QString tagList(const Snapshot& snapshot, const VersionRow& version)
{
    constexpr size_t kShown = 3;
    const auto tags = snapshot.tagsOf(version);
    QStringList shown;
    for (const TagText tag : tags | std::views::take(kShown))
        shown.append(tag.toString());
    if (tags.size() > kShown)
        shown.append(u"+%1"_s.arg(tags.size() - kShown));
    return shown.isEmpty() ? tr("untagged") : shown.join(u' ');
}

QString summaryLine(const Inventory& inventory, const Moments& moments)
{
    const Snapshot& snapshot = *inventory.snapshot;
    const auto hubs = std::ranges::count_if(inventory.hubs, [](const HubEntry& hub) { return !hub.name.isEmpty(); });
    return tr("%1: %2 images in %3 groups, %4 versions, %5 stored, %6 % classified, as of %7")
        .arg(snapshot.owner.login)
        .arg(inventory.imageTotal)
        .arg(hubs)
        .arg(snapshot.versions.size())
        .arg(formatBytes(inventory.size.stored))
        .arg(std::lround(inventory.classifiedShare * 100))
        .arg(formatAge(moments.checkedAt, moments.now));
}

using Rows = QList<QStringList>;

/// Versions to show of an image: without a filter those that stand for themselves, with one every version that matches.
std::vector<RowIndex> shownVersions(const FilterSubject& place, const InventoryFilter& filter, const QDateTime& now)
{
    if (filter.isEmpty())
        return place.image.versions;
    const Snapshot& snapshot = *place.inventory.snapshot;
    std::vector<RowIndex> rows;
    for (const auto& version : snapshot.versionsOf(snapshot.packages[place.image.package])) {
        const RowIndex row = snapshot.rowOf(version);
        if (filter.matches({place.inventory, place.hub, place.family, place.image, row}, now))
            rows.push_back(row);
    }
    return rows;
}

QStringList groupRow(const QString& name, const SetSize& size)
{
    return {name, QString(), QString(), QString(), formatBytes(size.stored), formatBytes(size.exclusive), QString()};
}

Rows imageRows(const FilterSubject& place, const InventoryFilter& filter, const QDateTime& now)
{
    const Snapshot& snapshot = *place.inventory.snapshot;
    const auto& package = snapshot.packages[place.image.package];
    const auto versions = shownVersions(place, filter, now);
    if (versions.empty() && !filter.isEmpty())
        return {};
    QStringList head = groupRow(u"    "_s + package.name.value, place.image.size);
    head[1] = variantName(place.image.variant);
    head[2] = counted(package.versionTotal, "1 version", "%1 versions");
    Rows rows{head};
    // Without a filter the newest few tell enough; with one, everything that matches was asked for.
    constexpr size_t kShown = 3;
    for (const RowIndex row :
         std::span(versions).first(filter.isEmpty() ? std::min(kShown, versions.size()) : versions.size())) {
        const auto& version = snapshot.versions[row];
        const auto& facts = place.inventory.factsOf(row);
        rows.append({u"      "_s + snapshot.digestOf(version).shortForm(), manifestKindName(snapshot.kindOf(version)),
                     tagList(snapshot, version),
                     facts.isBroken   ? tr("broken")
                     : facts.isSigned ? tr("signed")
                                      : QString(),
                     formatBytes(facts.size), formatBytes(facts.exclusiveSize),
                     formatAge(std::max(version.createdAt(), version.updatedAt()), now)});
    }
    return rows;
}

Rows familyRows(const Inventory& inventory, const HubEntry& hub, const FamilyEntry& family,
                const InventoryFilter& filter, const QDateTime& now)
{
    Rows rows;
    for (const auto& image : family.images)
        rows += imageRows({inventory, hub, family, image, 0}, filter, now);
    if (!rows.isEmpty())
        rows.prepend(groupRow(u"  "_s + listedName(family.name), family.size));
    return rows;
}

} // namespace

QString scanText(const QJsonObject& document, const Snapshot& snapshot)
{
    const auto requests = document[u"requests"_s].toObject();
    return tr("%1: %2 packages, %3 versions, %4 manifests, %5 blobs")
               .arg(snapshot.owner.login)
               .arg(document[u"packages"_s].toInteger())
               .arg(document[u"versions"_s].toInteger())
               .arg(document[u"manifests"_s].toInteger())
               .arg(document[u"blobs"_s].toInteger())
           + u'\n'
           + tr("%1 requests to the API, %2 to the registry, %3 for tokens; %4 s")
                 .arg(requests[u"api"_s].toInteger())
                 .arg(requests[u"registry"_s].toInteger())
                 .arg(requests[u"token"_s].toInteger())
                 .arg(document[u"seconds"_s].toDouble(), 0, 'f', 1)
           + u'\n' + problemLines(snapshot);
}

QString inventoryText(const Inventory& inventory, const InventoryFilter& filter, const Moments& moments)
{
    const QDateTime& now = moments.now;
    TextTable table(
        {Qt::AlignLeft, Qt::AlignLeft, Qt::AlignLeft, Qt::AlignLeft, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight});
    table.add({tr("NAME"), tr("KIND"), tr("TAGS"), QString(), tr("SIZE"), tr("UNIQUE"), tr("AGE")});
    bool isEmpty = true;
    for (const auto& hub : inventory.hubs) {
        Rows rows;
        for (const auto& family : hub.families)
            rows += familyRows(inventory, hub, family, filter, now);
        if (rows.isEmpty())
            continue;
        isEmpty = false;
        table.add(groupRow(listedName(hub.name), hub.size));
        for (const auto& row : std::as_const(rows))
            table.add(row);
    }
    if (isEmpty) {
        const QString nothing = filter.isEmpty() ? tr("No packages.") : tr("No version matches this filter.");
        return summaryLine(inventory, moments) + u"\n\n"_s + nothing + u'\n' + problemLines(*inventory.snapshot);
    }
    return summaryLine(inventory, moments) + u"\n\n"_s + table.toString() + problemLines(*inventory.snapshot);
}

QString brokenText(const QJsonObject& document)
{
    const auto broken = document[u"broken"_s].toArray();
    if (broken.isEmpty())
        return tr("Every tagged version can be pulled whole.") + u'\n';
    QString text =
        counted(broken.size(), "1 tagged version cannot be pulled whole:", "%1 tagged versions cannot be pulled whole:")
        + u'\n';
    for (const auto& value : std::as_const(broken)) {
        const auto entry = value.toObject();
        QStringList tags;
        const auto entryTags = entry[u"tags"_s].toArray();
        for (const auto& tag : entryTags)
            tags.append(tag.toString());
        text += u"  %1 %2 %3\n"_s.arg(entry[u"package"_s].toString(), tags.join(u' '), entry[u"digest"_s].toString());
        const auto entryMissing = entry[u"missing"_s].toArray();
        for (const auto& missing : entryMissing)
            text += u"    "_s + tr("missing") + u' ' + missing.toString() + u'\n';
    }
    return text;
}

QString progressText(const ScanProgress& progress)
{
    QString text = tr("%1 of %2 packages, %3 of %4 manifests")
                       .arg(progress.packagesDone)
                       .arg(progress.packagesTotal)
                       .arg(progress.manifestsDone)
                       .arg(progress.manifestsTotal);
    if (progress.remaining)
        text += tr(", about %1 s left").arg(progress.remaining->count());
    return text;
}

QString problemLines(const Snapshot& snapshot)
{
    if (snapshot.problems.empty())
        return {};
    QString text = u'\n'
                   + counted(static_cast<qint64>(snapshot.problems.size()), "1 problem: the inventory is incomplete.",
                             "%1 problems: the inventory is incomplete.")
                   + u'\n';
    for (const auto& problem : snapshot.problems)
        text += u"  "_s + errorLine(problem) + u'\n';
    return text;
}

} // namespace slipway
