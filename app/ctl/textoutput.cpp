#include "app/ctl/textoutput.h"

#include "core/errortext.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace slipway {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text, int count = -1)
{
    return QCoreApplication::translate("TextOutput", text, nullptr, count);
}

/// Rows with columns as wide as their widest cell; a column is right-aligned where told.
class TextTable final {
public:
    explicit TextTable(QList<Qt::AlignmentFlag> alignments) : m_alignments(std::move(alignments)) {}
    void add(QStringList cells) { m_rows.append(std::move(cells)); }

    [[nodiscard]] QString toString() const
    {
        QList<qsizetype> widths(m_alignments.size(), 0);
        for (const auto& row : m_rows) {
            for (qsizetype i = 0; i < row.size(); ++i)
                widths[i] = std::max(widths[i], row[i].size());
        }
        QString text;
        for (const auto& row : m_rows) {
            QString line;
            for (qsizetype i = 0; i < row.size(); ++i)
                line += (m_alignments[i] == Qt::AlignRight ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i])) + u"  "_s;
            text += line.trimmed().isEmpty() ? u"\n"_s : line.remove(QRegularExpression(u"\\s+$"_s)) + u'\n';
        }
        return text;
    }

private:
    QList<Qt::AlignmentFlag> m_alignments;
    QList<QStringList> m_rows;
};

QString tagList(const Snapshot& snapshot, const VersionRow& version)
{
    constexpr size_t kShown = 3;
    const auto tags = snapshot.tagsOf(version);
    QStringList shown;
    for (size_t i = 0; i < std::min(kShown, tags.size()); ++i)
        shown.append(tags[i].value);
    if (tags.size() > kShown)
        shown.append(u"+%1"_s.arg(tags.size() - kShown));
    return shown.isEmpty() ? tr("untagged") : shown.join(u' ');
}

QString summaryLine(const Inventory& inventory, const QDateTime& now)
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
        .arg(formatAge(snapshot.fetchedAt, now));
}

QString groupName(const QString& name)
{
    return name.isEmpty() ? tr("Unassigned") : name;
}

void addImage(TextTable& table, const FilterSubject& place, const InventoryFilter& filter, const QDateTime& now)
{
    const Snapshot& snapshot = *place.inventory.snapshot;
    const auto& package = snapshot.packages[place.image.package];
    std::vector<RowIndex> rows;
    for (const RowIndex row : place.image.versions) {
        if (filter.matches({place.inventory, place.hub, place.family, place.image, row}, now))
            rows.push_back(row);
    }
    if (rows.empty() && !filter.isEmpty())
        return;
    table.add({u"    "_s + package.name.value, variantName(place.image.variant), tr("%n version(s)", static_cast<int>(package.versionTotal)),
               QString(), formatBytes(place.image.size.stored), formatBytes(place.image.size.exclusive), QString()});
    // Without a filter the newest few tell enough; with one, everything that matches was asked for.
    constexpr size_t kShown = 3;
    const size_t shown = filter.isEmpty() ? std::min(kShown, rows.size()) : rows.size();
    for (size_t i = 0; i < shown; ++i) {
        const auto& version = snapshot.versions[rows[i]];
        const auto& facts = place.inventory.factsOf(rows[i]);
        table.add({u"      "_s + version.digest.shortForm(), manifestKindName(snapshot.kindOf(version)), tagList(snapshot, version),
                   facts.isBroken ? tr("broken") : facts.isSigned ? tr("signed") : QString(), formatBytes(facts.size),
                   formatBytes(facts.exclusiveSize), formatAge(std::max(version.createdAt(), version.updatedAt()), now)});
    }
}

QString problemLines(const Snapshot& snapshot)
{
    if (snapshot.problems.empty())
        return {};
    QString text = u'\n' + tr("%n problem(s): the inventory is incomplete.", static_cast<int>(snapshot.problems.size())) + u'\n';
    for (const auto& problem : snapshot.problems)
        text += u"  "_s + errorLine(problem) + u'\n';
    return text;
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

QString inventoryText(const Inventory& inventory, const InventoryFilter& filter, const QDateTime& now)
{
    TextTable table({Qt::AlignLeft, Qt::AlignLeft, Qt::AlignLeft, Qt::AlignLeft, Qt::AlignRight, Qt::AlignRight, Qt::AlignRight});
    table.add({tr("NAME"), tr("KIND"), tr("TAGS"), QString(), tr("SIZE"), tr("UNIQUE"), tr("AGE")});
    for (const auto& hub : inventory.hubs) {
        table.add({groupName(hub.name), QString(), QString(), QString(), formatBytes(hub.size.stored), formatBytes(hub.size.exclusive), QString()});
        for (const auto& family : hub.families) {
            table.add({u"  "_s + groupName(family.name), QString(), QString(), QString(), formatBytes(family.size.stored), formatBytes(family.size.exclusive), QString()});
            for (const auto& image : family.images)
                addImage(table, {inventory, hub, family, image, 0}, filter, now);
        }
    }
    return summaryLine(inventory, now) + u"\n\n"_s + table.toString() + problemLines(*inventory.snapshot);
}

QString brokenText(const QJsonObject& document)
{
    const auto broken = document[u"broken"_s].toArray();
    if (broken.isEmpty())
        return tr("Every tagged version can be pulled whole.") + u'\n';
    QString text = tr("%n tagged version(s) cannot be pulled whole:", static_cast<int>(broken.size())) + u'\n';
    for (const auto& value : broken) {
        const auto entry = value.toObject();
        QStringList tags;
        for (const auto& tag : entry[u"tags"_s].toArray())
            tags.append(tag.toString());
        text += u"  %1 %2 %3\n"_s.arg(entry[u"package"_s].toString(), tags.join(u' '), entry[u"digest"_s].toString());
        for (const auto& missing : entry[u"missing"_s].toArray())
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

} // namespace slipway
