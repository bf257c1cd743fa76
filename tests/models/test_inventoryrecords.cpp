#include "models/inventoryfrom.h"
#include "models/inventorymodel.h"
#include "models/inventoryrecords.h"
#include "models/selectionmeter.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kOwner =
    u"package app repo=hub\n top index tags=v1,latest children=a days=2\n a image layers=x:2048 days=2\n"
    " old image layers=x:2048,y:100 days=9\npackage tool repo=hub\n t image tags=v2 layers=z:5 days=1"_s;

/// Rows by name as the tree shows them, from the root: "hub/…".
InventoryItem itemOf(InventoryModel& model, const QStringList& path)
{
    QModelIndex index;
    for (const auto& name : path) {
        if (model.canFetchMore(index))
            model.fetchMore(index);
        int row = 0;
        while (row < model.rowCount(index) && model.index(row, 0, index).data().toString() != name)
            ++row;
        if (row == model.rowCount(index))
            qFatal("no row %s", qPrintable(name));
        index = model.index(row, 0, index);
    }
    return model.itemAt(index);
}

QStringList digestsOf(const std::vector<InventoryItem>& versions)
{
    QStringList digests;
    for (const auto& version : versions)
        digests.append(version.inventory->snapshot->digestOf(version.version).toString());
    return digests;
}

QStringList namedAll(const QStringList& names)
{
    QStringList digests;
    for (const auto& name : names)
        digests.append(named(name).toString());
    return digests;
}

class TestInventoryRecords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_model.setInventory(inventoryFrom(kOwner)); }

    void groupsStandForTheirVersions()
    {
        const auto hub = m_model.itemAt(m_model.index(0, 0));
        QCOMPARE(hub.level, InventoryLevel::Hub);
        QCOMPARE(digestsOf(versionsMeant(shown(), {hub})), namedAll({u"top"_s, u"old"_s, u"t"_s}));
        QCOMPARE(rowsMeant(shown(), {hub}).size(), 4U); // the part goes, too
        const auto image = itemOf(m_model, pathTo(u"tool"_s));
        QCOMPARE(digestsOf(versionsMeant(shown(), {image, hub})), namedAll({u"t"_s, u"top"_s, u"old"_s})); // each once
    }

    void versionsStandForThemselves()
    {
        auto path = pathTo(u"app"_s);
        path.append(u"v1"_s);
        const auto top = itemOf(m_model, path);
        QCOMPARE(digestsOf(versionsMeant(shown(), {top})), namedAll({u"top"_s}));
        QCOMPARE(rowsMeant(shown(), {top}).size(), 1U);
    }

    void text()
    {
        const auto lines =
            recordsAsText(versionsMeant(shown(), {itemOf(m_model, pathTo(u"app"_s))})).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].simplified(), u"Image Tags Digest Kind Size Unique"_s);
        QCOMPARE(lines[1].simplified(), u"app v1 latest %1 Index 2.0 KiB 0 B"_s.arg(named(u"top"_s).toString()));
        QCOMPARE(lines[0].size(), lines[1].size()); // aligned
        QCOMPARE(lines[1].size(), lines[2].size());
        QCOMPARE(lines[1].indexOf(u"sha256"_s), lines[2].indexOf(u"sha256"_s));
    }

    void csv()
    {
        const auto lines = QString::fromUtf8(recordsAsCsv(versionsMeant(shown(), {itemOf(m_model, pathTo(u"tool"_s))})))
                               .split(u"\r\n"_s);
        QCOMPARE(lines.size(), 3); // the last is empty
        QCOMPARE(lines[0],
                 u"hub,family,package,variant,id,tags,digest,kind,size,exclusiveSize,createdAt,updatedAt,signed,"
                 "sbom,attested"_s);
        QVERIFY2(lines[1].contains(u",v2,%1,image,5,5,"_s.arg(named(u"t"_s).toString())), qPrintable(lines[1]));
        QVERIFY2(lines[1].endsWith(u",false,false,false"_s), qPrintable(lines[1]));
    }

    void csvQuotes()
    {
        auto inventory = std::make_shared<Inventory>(*m_model.inventory());
        inventory->hubs.front().name = u"a \"hub\", or\ntwo"_s;
        m_model.setInventory(inventory);
        const auto csv = QString::fromUtf8(recordsAsCsv(versionsMeant(shown(), {m_model.itemAt(m_model.index(0, 0))})));
        QVERIFY2(csv.contains(u"\r\n\"a \"\"hub\"\", or\ntwo\","_s), qPrintable(csv));
    }

    void json()
    {
        const auto array =
            QJsonDocument::fromJson(recordsAsJson(versionsMeant(shown(), {itemOf(m_model, pathTo(u"app"_s))}))).array();
        QCOMPARE(array.size(), 2);
        const auto top = array.first().toObject();
        QCOMPARE(top[u"package"_s].toString(), u"app"_s);
        QCOMPARE(top[u"hub"_s].toString(), m_model.inventory()->hubs.front().name);
        QCOMPARE(top[u"tags"_s].toArray().size(), 2);
        QCOMPARE(top[u"size"_s].toInt(), 2048);
        QCOMPARE(top[u"digest"_s].toString(), named(u"top"_s).toString());
    }

    void filteredGroupsStandForWhatIsShown()
    {
        m_model.setFilter(InventoryFilter::parse(u"tag:v*"_s).value());
        const auto hub = m_model.itemAt(m_model.index(0, 0));
        QCOMPARE(digestsOf(versionsMeant(shown(), {hub})), namedAll({u"top"_s, u"t"_s}));
        QCOMPARE(rowsMeant(shown(), {hub}).size(), 2U);
    }

    void meterTellsTheNewestOnly()
    {
        SelectionMeter meter;
        QSignalSpy measured(&meter, &SelectionMeter::measured);
        const auto& inventory = m_model.inventory();
        for (RowIndex row = 0; row < 4; ++row)
            meter.measure(inventory, {row});
        QVERIFY(eventually([&] { return measured.size() == 1; }));
        const auto last = inventory->factsOf(3);
        QCOMPARE(measured.first().first().value<SetSize>().stored, last.size);
        meter.measure(inventory, {0});
        meter.forget();
        meter.measure(inventory, {3});
        QVERIFY(eventually([&] { return measured.size() == 2; }));
        QCOMPARE(measured.last().first().value<SetSize>().stored, last.size);
    }

private:
    [[nodiscard]] const InventoryArrangement& shown() const { return *m_model.arrangement(); }

    /// The path of an image's row, whatever hub and family the guess puts it in.
    [[nodiscard]] QStringList pathTo(const QString& package) const
    {
        for (const auto& hub : m_model.inventory()->hubs) {
            for (const auto& family : hub.families) {
                for (const auto& image : family.images) {
                    const auto& row = m_model.inventory()->snapshot->packages[image.package];
                    if (row.name.value == package)
                        return {groupName(hub.name), groupName(family.name), package};
                }
            }
        }
        return {};
    }

    InventoryModel m_model;
};

SLIPWAY_TEST_SUITE(TestInventoryRecords);

} // namespace

#include "test_inventoryrecords.moc"
