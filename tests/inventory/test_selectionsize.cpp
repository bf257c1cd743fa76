#include "inventory/buildinventory.h"
#include "inventory/selectionsize.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString shown(const SetSize& size)
{
    return u"%1 logical, %2 stored, %3 freed"_s.arg(size.logical).arg(size.stored).arg(size.exclusive);
}

/// Images with shared layers (sizes are powers of two: no two sums are alike), and indexes of some of them, nested.
QString randomPackage(std::mt19937& random)
{
    const auto number = [&random](unsigned below) { return static_cast<int>(random() % below); };
    QString text = u"package p\n"_s;
    for (int image = 0; image < 8; ++image) {
        QStringList layers;
        for (int layer = 0; layer < 3; ++layer) {
            const int blob = number(10);
            layers.append(u"b%1:%2"_s.arg(blob).arg(1 << blob));
        }
        text += u"i%1 image layers=%2\n"_s.arg(image).arg(layers.join(u','));
    }
    for (int index = 0; index < 5; ++index) {
        QStringList children;
        for (int child = 0; child < 3; ++child)
            children.append(index > 0 && number(3) == 0 ? u"x%1"_s.arg(number(unsigned(index)))
                                                        : u"i%1"_s.arg(number(8)));
        children.removeDuplicates();
        text += u"x%1 index children=%2\n"_s.arg(index).arg(children.join(u','));
    }
    return text;
}

Bytes storedIn(const Inventory& inventory, const std::set<RowIndex>& versions)
{
    std::set<RowIndex> blobs;
    for (const RowIndex row : versions) {
        if (const auto* manifest = inventory.snapshot->manifestOf(inventory.snapshot->versions[row])) {
            const auto layers = inventory.snapshot->layersOf(*manifest);
            blobs.insert(layers.begin(), layers.end());
        }
    }
    Bytes bytes = 0;
    for (const RowIndex blob : blobs)
        bytes += inventory.snapshot->blobs[blob].size;
    return bytes;
}

/// What is left when versions are deleted, and then, again and again, entries whose indexes are all gone.
std::set<RowIndex> leftWithout(const Inventory& inventory, const std::vector<RowIndex>& deleted)
{
    std::set<RowIndex> left;
    for (RowIndex row = 0; row < inventory.snapshot->versions.size(); ++row)
        left.insert(row);
    for (const RowIndex row : deleted)
        left.erase(row);
    while (true) {
        const auto orphan = std::ranges::find_if(left, [&](RowIndex row) {
            const auto parents = inventory.graph->parents(row);
            return !parents.empty()
                   && std::ranges::none_of(parents, [&](RowIndex parent) { return left.contains(parent); });
        });
        if (orphan == left.end())
            return left;
        left.erase(orphan);
    }
}

class TestSelectionSize final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QStringList>("selected");
        QTest::addColumn<QString>("size");
        const auto indexes = u"one index children=a,b\n two index children=b\n a image layers=x:10,base:100\n "
                             "b image layers=y:20,base:100\n c image layers=base:100,z:7"_s;
        QTest::newRow("nothing") << indexes << QStringList{} << u"0 logical, 0 stored, 0 freed"_s;
        QTest::newRow("one image") << indexes << QStringList{u"c"_s} << u"107 logical, 107 stored, 7 freed"_s;
        QTest::newRow("images that share a layer")
            << indexes << QStringList{u"a"_s, u"c"_s} << u"217 logical, 117 stored, 17 freed"_s;
        QTest::newRow("given twice") << indexes << QStringList{u"c"_s, u"c"_s} << u"107 logical, 107 stored, 7 freed"_s;
        QTest::newRow("index: what another lists too stays")
            << indexes << QStringList{u"one"_s} << u"230 logical, 130 stored, 10 freed"_s;
        QTest::newRow("both indexes that list it")
            << indexes << QStringList{u"one"_s, u"two"_s} << u"230 logical, 130 stored, 30 freed"_s;
        QTest::newRow("index and its own image")
            << indexes << QStringList{u"one"_s, u"a"_s} << u"230 logical, 130 stored, 10 freed"_s;
        QTest::newRow("all") << indexes << QStringList{u"one"_s, u"two"_s, u"c"_s}
                             << u"337 logical, 137 stored, 137 freed"_s;
        QTest::newRow("nested indexes") << u"top index children=mid,a\n mid index children=a\n a image layers=x:10"_s
                                        << QStringList{u"top"_s} << u"10 logical, 10 stored, 10 freed"_s;
    }

    void sizes()
    {
        QFETCH(QString, fixture);
        QFETCH(QStringList, selected);
        const auto parsed = Fixture::parse(u"package p\n"_s + fixture);
        const auto inventory = buildInventory(parsed.build(), {});
        std::vector<RowIndex> rows;
        for (const auto& name : std::as_const(selected))
            rows.push_back(parsed.row(*inventory->snapshot, name));
        QTEST(shown(measureSelection(*inventory, rows)), "size");
    }

    void freedIsWhatIsNoLongerStored()
    {
        for (unsigned seed = 1; seed <= 200; ++seed) {
            std::mt19937 random(seed);
            const QString text = randomPackage(random);
            const auto inventory = buildInventory(Fixture::parse(text).build(), {});
            std::vector<RowIndex> selected;
            std::set<RowIndex> all;
            for (RowIndex row = 0; row < inventory->snapshot->versions.size(); ++row) {
                all.insert(row);
                if (random() % 3 == 0)
                    selected.push_back(row);
            }
            const Bytes freed = storedIn(*inventory, all) - storedIn(*inventory, leftWithout(*inventory, selected));
            const Bytes measured = measureSelection(*inventory, selected).exclusive;
            QVERIFY2(measured == freed,
                     qPrintable(u"seed %1: %2, not %3\n%4"_s.arg(seed).arg(measured).arg(freed).arg(text)));
        }
    }
};

SLIPWAY_TEST_SUITE(TestSelectionSize);

} // namespace

#include "test_selectionsize.moc"
