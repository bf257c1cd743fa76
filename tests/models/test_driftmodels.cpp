#include "models/driftfrom.h"
#include "models/driftmatrixmodel.h"
#include "models/driftwords.h"
#include "models/findingsmodel.h"
#include "models/keyedtable.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kImages = uR"(
package app-cpu repo=hub
  c image days=1 tags=latest layers=os:100,py:50,deps:10
package app-gpu repo=hub
  g image days=1 tags=latest layers=os:100,cuda:1048576 config=gcfg:5
package web repo=web
  w image days=1 tags=latest layers=own:3
)"_s;

DriftSetting setting()
{
    DriftSetting made;
    made.policy.shared.push_back({std::nullopt, std::nullopt, SharedLayersBy::Count, 2});
    made.policy.cuda = Glob::parse(u"12.1.*"_s).value();
    made.env = {{u"gcfg"_s, {u"CUDA_VERSION=12.2.0"_s}}};
    made.locked = {lockedImage(u"app-cpu"_s, u"latest"_s, u"c"_s), lockedImage(u"app-gpu"_s, u"latest"_s, u"old"_s),
                   lockedImage(u"web"_s, u"latest"_s, u"w"_s)};
    return made;
}

DriftLookPtr look(const QString& images = kImages, std::vector<FindingLife> before = {})
{
    return driftFrom(driftGroundFrom(inventoryFrom(images), setting()), fixtureTime(), std::move(before));
}

QStringList linesOf(const QAbstractItemModel& model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

QStringList imagesOf(const std::vector<FindingLife>& lives)
{
    QStringList images;
    for (const auto& life : lives)
        images.append(driftCheckName(life.finding.check) + u' ' + life.finding.image);
    return images;
}

} // namespace

class DriftModelsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMatrixIsATable()
    {
        DriftMatrixModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLook(look());
        QCOMPARE(linesOf(model), (QStringList{
                                     u"app | hub | 2 | 1 of 2 fail | 1 of 1 fail | 1 pass | – | 1 of 1 fail | –"_s,
                                     u"web | web | 1 | 1 pass | – | – | – | – | –"_s,
                                 }));
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::DisplayRole).toString(), u"Lock"_s);
        QCOMPARE(model.headerData(3, Qt::Horizontal, Qt::ToolTipRole).toString(),
                 u"Lock\nTags against the digests that the lock file pins"_s);
        const auto cell = model.index(0, 4);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"hub, app: Layers 1 of 1 fail"_s);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"diverge at layer 2"_s));
        QCOMPARE(model.findingAt(cell)->finding.check, DriftCheck::CpuGpu);
        QCOMPARE(model.indexOf(model.findingAt(cell)->finding), cell);
        QVERIFY(!model.findingAt(model.index(1, 3)));
    }

    /// What is chosen stays chosen when rows come and go around it.
    void aRefreshKeepsItsRows()
    {
        DriftMatrixModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLook(look());
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex web(model.index(1, 3));
        model.setLook(look(kImages + u"package pre repo=aaa\n  p image days=1 tags=latest layers=pp:3\n"_s));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(reset.size(), 0);
        QVERIFY(web.isValid());
        QCOMPARE(model.index(web.row(), 0).data().toString(), u"web"_s);
        model.setLook(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void findingsAreAList()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(&model);
        const KeyedTableModel<FindingLife, qint64>& rows = model;
        model.setNow(fixtureTime());
        const auto found = look();
        model.setFindings(found->lives);
        QCOMPARE(imagesOf(rows.rows()), (QStringList{u"lock app-gpu"_s, u"cpu-gpu app-gpu"_s, u"cuda app-gpu"_s}));
        QCOMPARE(model.index(1, 0).data().toString(), u"app-gpu:latest"_s);
        QVERIFY(model.index(1, 0).data(FindingsModel::kDetailRole).toString().startsWith(u"Layers: Of 2 layers"_s));
        QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Error: app-gpu:latest"_s));
        const QPersistentModelIndex cuda(model.index(2, 0));
        model.setFindings({found->lives[2], found->lives[0]}); // one is gone, the others changed places
        QCOMPARE(cuda.row(), 0);
        model.setFindings({found->lives[0], found->lives[1], found->lives[2]});
        QCOMPARE(cuda.row(), 2);
        QVERIFY(!model.findingAt(3));
        model.setFindings({});
        QCOMPARE(model.rowCount(), 0);
    }

    void findingsAreFiltered_data()
    {
        QTest::addColumn<FindingKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("shown");
        const QStringList all{u"lock app-gpu"_s, u"cpu-gpu app-gpu"_s, u"cuda app-gpu"_s};
        QTest::newRow("all") << FindingKind::All << u""_s << all;
        QTest::newRow("errors") << FindingKind::Errors << u""_s << QStringList{u"lock app-gpu"_s, u"cpu-gpu app-gpu"_s};
        QTest::newRow("warnings") << FindingKind::Warnings << u""_s << QStringList{};
        QTest::newRow("acknowledged") << FindingKind::Acknowledged << u""_s << QStringList{u"cuda app-gpu"_s};
        QTest::newRow("resolved") << FindingKind::Resolved << u""_s << QStringList{u"lock web"_s};
        QTest::newRow("a check's name") << FindingKind::All << u"CUDA"_s << QStringList{u"cuda app-gpu"_s};
        QTest::newRow("two words") << FindingKind::All << u" app  layer "_s << QStringList{u"cpu-gpu app-gpu"_s};
        QTest::newRow("none like that") << FindingKind::All << u"nginx"_s << QStringList{};
    }
    void findingsAreFiltered()
    {
        QFETCH(FindingKind, kind);
        QFETCH(QString, text);
        QFETCH(QStringList, shown);
        auto lives = look()->lives;
        lives[2] = acknowledged(lives[2], u"rebuild is scheduled"_s, fixtureTime().addDays(3), fixtureTime()).value();
        FindingLife past = lives[0];
        past.id = 9;
        past.state = FindingState::Resolved;
        past.finding.image = u"web"_s;
        lives.push_back(past);
        const auto found = look(kImages, lives);
        QCOMPARE(imagesOf(shownFindings(*found, kind, text)), shown);
        if (text.isEmpty())
            QCOMPARE(findingTotal(*found, kind), shown.size());
    }

    /// "All match" is said only where everything was looked at and nothing was found.
    void whatIsKnownOrUncheckedIsNoMatch()
    {
        auto lives = look()->lives;
        for (auto& life : lives)
            life = acknowledged(life, u"rebuild"_s, fixtureTime().addDays(3), fixtureTime()).value();
        const auto known = look(kImages, lives);
        QCOMPARE(driftLine(*known), u"No open finding among 3 image(s), 3 acknowledged"_s);
        DriftLook open = *known;
        open.matrix.known = 0;
        auto ground = std::make_shared<DriftGround>(*open.ground);
        ground->report.gaps = {{DriftCheck::Cuda, DriftGapReason::NoCuda, u"app-gpu"_s, u"latest"_s}};
        open.ground = ground;
        QCOMPARE(driftLine(open), u"No open finding among 3 image(s), 1 thing(s) not checked"_s);
    }

    void everythingIsCopied()
    {
        const auto found = look();
        QCOMPARE(driftLine(*found), u"1 of 3 images differ from policy or lock"_s);
        const QString text = driftAsText(*found, found->lives, fixtureTime());
        QVERIFY2(text.contains(u"app / hub: Lock 1 of 2 fail, Layers 1 of 1 fail"_s), qPrintable(text));
        QVERIFY(text.contains(u"Error, CUDA pin: app-gpu:latest\nIt has CUDA 12.2.0, the pin is 12.1.*."_s));
        const QString markdown = driftAsMarkdown(*found, found->lives, fixtureTime());
        QVERIFY2(markdown.contains(u"| app / hub | 1 of 2 fail | 1 of 1 fail | 1 pass | – | 1 of 1 fail | – |"_s),
                 qPrintable(markdown));
        QVERIFY(markdown.contains(u"| CUDA pin | `app-gpu:latest` |"_s));
    }
};

SLIPWAY_TEST_SUITE(DriftModelsTest);

#include "test_driftmodels.moc"
