#include "core/errortext.h"
#include "models/amountaxis.h"
#include "models/figuremodel.h"
#include "models/growthtable.h"
#include "models/reclaimtable.h"
#include "models/storagetables.h"
#include "models/usetable.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The tables of the Storage page, from their values to cells and files.
class TestStorageTables final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void familiesAreRows();
    void partsOfEverySortAreRows();
    void aHeadingIsNoRowOfAFile();
    void layersAreRows();
    void costsAreRows();
    void billingIsBesideTheCosts();
    void caveatsAreAllNamed();
    void isAModel();
    void sameShapeKeepsThePlace();
    void exportIsExact();
    void axisHasRoundSteps_data();
    void axisHasRoundSteps();
    void whatIsMoreIsTold();
    void whatCannotBeWeighedIsTold();
    void whatIsNotWeighedIsTold_data();
    void whatIsNotWeighedIsTold();
};

namespace
{

constexpr Bytes kMiB = 1024 * 1024;

StorageOverview overview()
{
    StorageOverview overview;
    overview.families = {{u"torch"_s, {900 * kMiB, 400 * kMiB, 100 * kMiB, 320 * kMiB}, 3},
                         {u"a b"_s, {200 * kMiB, 200 * kMiB, 200 * kMiB, 0}, 1},
                         {QString(), {kMiB, kMiB, 0, kMiB}, 1}};
    overview.layers = {{Digest::of("x"), 300 * kMiB, 2, 7}};
    return overview;
}

QStringList texts(const FigureModel& model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

} // namespace

void TestStorageTables::familiesAreRows()
{
    FigureModel model;
    model.setTable(useTable(overview(), UseGrouping::Family));
    QCOMPARE(texts(model, 0), (QStringList{u"torch"_s, {}, u"100 MiB"_s, u"320 MiB"_s, u"400 MiB"_s}));
    QCOMPARE(texts(model, 2), (QStringList{u"Unassigned"_s, {}, u"0 B"_s, u"1.0 MiB"_s, u"1.0 MiB"_s}));
    // 80 MiB are of one version, 20 of several of torch alone, 300 of others too.
    const auto bar = [&model](int row) { return model.index(row, 1).data(FigureModel::kBarRole).value<FigureBar>(); };
    QCOMPARE(bar(0), (FigureBar{0.2, 0.05, 0.75, 0}));
    QCOMPARE(bar(1), (FigureBar{0.5, 0, 0, 0}));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
             u"100 MiB unique, 320 MiB shared; 20.0 MiB of it is both"_s);
    QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(), u"200 MiB unique, 0 B shared"_s);
    // What else was not read may have what is both: at most so much.
    StorageOverview lacking = overview();
    lacking.families[0].bounds = {AmountBound::Exact, AmountBound::Most, AmountBound::Least};
    model.setTable(useTable(lacking, UseGrouping::Family));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
             u"≤ 100 MiB unique, ≥ 320 MiB shared; ≤ 20.0 MiB of it is both"_s);
    lacking.families[0].bounds = {AmountBound::Least, AmountBound::Unsure, AmountBound::Least};
    model.setTable(useTable(lacking, UseGrouping::Family));
    QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(),
             u"≈ 100 MiB unique, ≥ 320 MiB shared; ≈ 20.0 MiB of it is both"_s);
    model.setTable(useTable(overview(), UseGrouping::Family));
    QVERIFY(!model.headerData(3, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    QCOMPARE(model.index(0, 0).data(FigureModel::kFilterRole).toString(), u"family:torch"_s);
    QCOMPARE(model.index(1, 2).data(FigureModel::kFilterRole).toString(), u"family:\"a b\""_s);
    QCOMPARE(model.index(2, 0).data(FigureModel::kFilterRole).toString(), u"-family:?*"_s);
}

void TestStorageTables::partsOfEverySortAreRows()
{
    StorageOverview parts = overview();
    parts.hubs = {{u"one"_s, {kMiB, kMiB, kMiB, 0}, 1}};
    const PartBounds unread{AmountBound::Least, AmountBound::Unsure, AmountBound::Least};
    parts.kinds = {{ManifestKind::Image, {9 * kMiB, 8 * kMiB, 7 * kMiB, kMiB}, 5},
                   {ManifestKind::Cache, {}, 1, unread}};
    for (const AgeClass age : kAgeClasses)
        parts.ages.push_back({age, {kMiB, kMiB, kMiB, 0}, 1});
    const auto rows = [&parts](UseGrouping grouping) {
        QStringList lines;
        for (const auto& row : useTable(parts, grouping).rows)
            lines.append(
                QStringList{row.cells[0].text, row.cells[0].exact, row.cells[4].text, row.filter}.join(u" | "));
        return lines;
    };
    QCOMPARE(rows(UseGrouping::Hub), QStringList{u"one | one | 1.0 MiB | hub:one"_s});
    QCOMPARE(rows(UseGrouping::Kind),
             (QStringList{u"Image | image | 8.0 MiB | kind:image"_s, u"Cache | cache | – | kind:cache"_s}));
    QCOMPARE(rows(UseGrouping::Age), (QStringList{u"Under 7 days | under-7d | 1.0 MiB | age:<7d"_s,
                                                  u"7 to 30 days | 7d-30d | 1.0 MiB | age:>=7d age:<30d"_s,
                                                  u"30 to 90 days | 30d-90d | 1.0 MiB | age:>=30d age:<90d"_s,
                                                  u"90 days to a year | 90d-365d | 1.0 MiB | age:>=90d age:<365d"_s,
                                                  u"A year and more | over-365d | 1.0 MiB | age:>=365d"_s,
                                                  u"Not known | not-known | 1.0 MiB | "_s}));
    QCOMPARE(useTable(parts, UseGrouping::Age).columns[0].title, u"Age"_s);
}

void TestStorageTables::aHeadingIsNoRowOfAFile()
{
    FigureTable table{{{u"Day"_s, FigureKind::Text, {}}, {u"Stored"_s, FigureKind::Number, {}}}, {}};
    FigureRow heading;
    heading.cells = {{u"Forecast"_s, {}, {}}, {}};
    heading.isHeading = true;
    FigureRow day;
    day.cells = {{u"1 May"_s, u"2026-05-01"_s, {}}, {u"1 B"_s, u"1"_s, {}}};
    table.rows = {heading, day};
    QCOMPARE(figuresAsCsv(table), QByteArray("Day,Stored\r\n2026-05-01,1\r\n"));
    FigureModel model;
    model.setTable(table);
    QVERIFY(model.index(0, 0).data(FigureModel::kTotalRole).toBool()); // it stands out
}

void TestStorageTables::layersAreRows()
{
    FigureModel model;
    model.setTable(layerTable(overview()));
    const Digest digest = Digest::of("x");
    QCOMPARE(texts(model, 0), (QStringList{digest.shortForm(), u"300 MiB"_s, u"2"_s, u"7"_s}));
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), digest.toString());
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Size"_s);
    // What only a tip said is told to a screen reader too.
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::AccessibleDescriptionRole).toString(),
             u"Compressed, as it is stored"_s);
    QCOMPARE(model.index(0, 0).data(FigureModel::kFilterRole).toString(),
             u"layer:"_s + model.table().rows[0].cells[0].exact);
    // What was not read may have it too; a blob that tells no size is not among the largest, and counts nothing.
    const auto counts = [&model](const StorageOverview& shown) {
        model.setTable(layerTable(shown));
        return texts(model, 0).sliced(1);
    };
    StorageOverview lacking = overview();
    lacking.unsizedBlobs = 1;
    QCOMPARE(counts(lacking), (QStringList{u"300 MiB"_s, u"2"_s, u"7"_s}));
    lacking.unreadVersions = 1;
    QCOMPARE(counts(lacking), (QStringList{u"300 MiB"_s, u"≥ 2"_s, u"≥ 7"_s}));
    QCOMPARE(figuresAsCsv(layerTable(lacking)).split('\n')[1],
             digest.toString().toUtf8() + "," + QByteArray::number(300 * kMiB) + ",2,7\r");
    lacking.unreadVersions = 0;
    lacking.isComplete = false;
    QCOMPARE(counts(lacking), (QStringList{u"300 MiB"_s, u"≥ 2"_s, u"≥ 7"_s}));
}

void TestStorageTables::costsAreRows()
{
    StorageOverview stored;
    stored.size.stored = 20 * 1024 * kMiB;
    FigureModel model;
    model.setTable(costTable(stored, {}));
    QCOMPARE(texts(model, 0), (QStringList{u"Storage"_s, u"20.0 GiB"_s, u"$0.25"_s, u"$5.00"_s}));
    QCOMPARE(texts(model, 1), (QStringList{u"Egress"_s, u"–"_s, u"$0.008"_s, u"–"_s}));
    QCOMPARE(model.index(1, 3).data(Qt::ToolTipRole).toString(), u"No data yet"_s);
    QCOMPARE(texts(model, 2), (QStringList{u"Runner"_s, u"–"_s, u"–"_s, u"$150.00"_s}));
    QCOMPARE(texts(model, 3), (QStringList{u"Total"_s, {}, {}, u"$155.00"_s}));
    QVERIFY(model.index(3, 0).data(FigureModel::kTotalRole).toBool());
    model.setTable(costTable(stored, {0.5, 0.01, u"EUR"_s, 0}));
    QCOMPARE(texts(model, 3).constLast(), u"10.00 EUR"_s);
    QCOMPARE(texts(model, 4), (QStringList{u"Billed"_s, {}, {}, u"–"_s}));
}

void TestStorageTables::billingIsBesideTheCosts()
{
    StorageOverview stored;
    stored.size.stored = 20 * 1024 * kMiB;
    const QDateTime at(QDate(2025, 11, 21), QTime(14, 32));
    const BilledUsage usage{1488, 107.3741824, 0, 1.5, 0.25, {}};
    FigureModel model;
    model.setTable(costTable(stored, {}, BillingReading{usage, {2025, 11}, at}));
    // 107.3741824 gigabytes of 10^9 bytes are 100 GiB.
    QCOMPARE(texts(model, 1), (QStringList{u"Egress"_s, u"100 GiB"_s, u"$0.008"_s, u"$0.80"_s}));
    QCOMPARE(texts(model, 3).constLast(), u"$155.80"_s);
    QCOMPARE(texts(model, 4), (QStringList{u"Billed"_s, u"1488 GB-hours"_s, {}, u"$1.75"_s}));
    QCOMPARE(billingText(BillingReading{usage, {2025, 11}, at}, at),
             u"Egress and billed: GitHub's billing of November 2025 so far, read 14:32"_s);
    const BillingReading refused{BillingNotPermitted{u"needs admin:org"_s}, {2025, 11}, at.addDays(-1)};
    model.setTable(costTable(stored, {}, refused));
    QCOMPARE(texts(model, 1), (QStringList{u"Egress"_s, u"–"_s, u"$0.008"_s, u"–"_s}));
    QCOMPARE(texts(model, 4).constLast(), u"not permitted"_s);
    QCOMPARE(model.index(4, 3).data(Qt::ToolTipRole).toString(), u"needs admin:org"_s);
    QCOMPARE(billingText(refused, at), u"GitHub's billing: not permitted, asked 20 Nov 2025, 14:32. It tells owners "
                                       "and billing managers only."_s);
    QCOMPARE(billingText({}, at), u"GitHub's billing was not read"_s);
}

void TestStorageTables::caveatsAreAllNamed()
{
    Reclaimable found;
    QCOMPARE(reclaimCaveat(found), QString());
    found.unasked = {u"build-lock.json"_s};
    QCOMPARE(reclaimCaveat(found), u"At most; not asked: build-lock.json"_s);
    found.skippedPackages = 2;
    QCOMPARE(reclaimCaveat(found), u"Not asked: build-lock.json. 2 image(s) not judged"_s);
    found.unknownVersions = 1;
    found.unsizedBlobs = 3;
    QCOMPARE(reclaimCaveat(found), u"Not asked: build-lock.json. 2 image(s) not judged. 3 blob(s) of unknown size. "
                                   "Not everything was read"_s);
    found = {};
    const Error missing{ErrorKind::FileAccess, u"/team/gone.json"_s, u"No such file or directory"_s, {}};
    QCOMPARE(reclaimUnreadText(found), QString());
    found.unasked = {u"demo-01"_s, u"gone.json"_s};
    found.unreadLocks = {{u"gone.json"_s, missing}};
    QCOMPARE(reclaimCaveat(found), u"At most; not asked: demo-01. 1 lock file(s) not read"_s);
    QCOMPARE(reclaimUnreadText(found), u"gone.json was not read: "_s + errorLine(missing));
    found.unasked = {u"gone.json"_s, u"away.json"_s};
    found.unreadLocks.push_back({u"away.json"_s, missing});
    QCOMPARE(reclaimCaveat(found), u"At most; 2 lock file(s) not read"_s);
    QCOMPARE(reclaimUnreadText(found).count(u'\n'), 1);
    found = {};
    found.isComplete = false;
    QCOMPARE(reclaimCaveat(found), u"Not everything was read"_s);
}

void TestStorageTables::isAModel()
{
    FigureModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(useTable(overview(), UseGrouping::Family));
    model.setTable(layerTable(overview()));
    model.setTable({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

void TestStorageTables::sameShapeKeepsThePlace()
{
    FigureModel model;
    model.setTable(useTable(overview(), UseGrouping::Family));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setTable(useTable(overview(), UseGrouping::Family));
    QCOMPARE(changes.size(), 0);
    StorageOverview grown = overview();
    grown.families[0].size.stored += kMiB;
    model.setTable(useTable(grown, UseGrouping::Family));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(resets.size(), 0);
    grown.families.pop_back();
    model.setTable(useTable(grown, UseGrouping::Family));
    QCOMPARE(resets.size(), 1);
}

void TestStorageTables::exportIsExact()
{
    QCOMPARE(QString::fromUtf8(figuresAsCsv(useTable(overview(), UseGrouping::Family))),
             u"Family,Unique,Shared,Stored\r\ntorch,104857600,335544320,419430400\r\na b,209715200,0,209715200\r\n"
             "Unassigned,0,1048576,1048576\r\n"_s);
    QVERIFY(figuresAsCsv(layerTable(overview())).contains(Digest::of("x").toString().toUtf8() + ",314572800,2,7"));
}

void TestStorageTables::axisHasRoundSteps_data()
{
    constexpr Bytes kGiB = 1024 * kMiB;
    QTest::addColumn<Bytes>("most");
    QTest::addColumn<QString>("axis");
    QTest::newRow("nothing") << Bytes{0} << u"0 B"_s;
    QTest::newRow("the budget") << 20 * kGiB << u"0 5 10 15 20 GiB"_s;
    QTest::newRow("above a line") << 20 * kGiB + 1 << u"0 5 10 15 20 25 GiB"_s;
    QTest::newRow("parts of a unit") << 3 * kGiB / 2 << u"0 0.5 1 1.5 GiB"_s;
    QTest::newRow("hundreds") << 300 * kMiB << u"0 50 100 150 200 250 300 MiB"_s;
}

void TestStorageTables::axisHasRoundSteps()
{
    QFETCH(const Bytes, most);
    QFETCH(const QString, axis);
    const AmountAxis found = amountAxis(most);
    QStringList labels;
    for (int i = 0; i <= (most == 0 ? 0 : found.steps); ++i)
        labels.append(found.label(i));
    QCOMPARE(labels.join(u' ') + u' ' + found.unitName, axis);
    QVERIFY(found.end() >= std::max<Bytes>(most, 1));
}

/// What was not read may add to an amount, and where nothing was weighed there is none.
void TestStorageTables::whatIsMoreIsTold()
{
    StorageOverview part = overview();
    part.size.stored = 600 * kMiB;
    part.unreadVersions = 2;
    const PartBounds unread{AmountBound::Least, AmountBound::Unsure, AmountBound::Least};
    part.families[0].bounds = unread;
    part.families[1].bounds = {AmountBound::Exact, AmountBound::Most, AmountBound::Least};
    part.families[2] = {QString(), {}, 1, unread};
    FigureModel model;
    model.setTable(useTable(part, UseGrouping::Family));
    QCOMPARE(texts(model, 0), (QStringList{u"torch"_s, {}, u"≈ 100 MiB"_s, u"≥ 320 MiB"_s, u"≥ 400 MiB"_s}));
    QCOMPARE(model.index(0, 2).data(Qt::ToolTipRole).toString(), u"More or less: not everything was read"_s);
    QCOMPARE(texts(model, 1).constLast(), u"200 MiB"_s);
    QVERIFY(texts(model, 1)[2].startsWith(u"≤ "_s) && texts(model, 1)[3].startsWith(u"≥ "_s));
    QCOMPARE(model.index(1, 2).data(Qt::ToolTipRole).toString(),
             u"At most: what was not read may hold some of it too"_s);
    QCOMPARE(texts(model, 2), (QStringList{u"Unassigned"_s, {}, u"–"_s, u"–"_s, u"–"_s}));
    QCOMPARE(model.index(2, 4).data(Qt::ToolTipRole).toString(), u"No data yet"_s);
    QVERIFY(figuresAsCsv(useTable(part, UseGrouping::Family)).contains("torch,104857600,335544320,419430400\r\n"));
    QVERIFY(QString::fromUtf8(figuresAsCsv(useTable(part, UseGrouping::Family))).endsWith(u"Unassigned,–,–,–\r\n"_s));
    model.setTable(costTable(part, {}));
    QCOMPARE(texts(model, 0), (QStringList{u"Storage"_s, u"≥ 600 MiB"_s, u"$0.25"_s, u"≥ $0.15"_s}));
    QCOMPARE(texts(model, 3).constLast(), u"≥ $150.15"_s);
    part.size = {};
    model.setTable(costTable(part, {}));
    QCOMPARE(texts(model, 0), (QStringList{u"Storage"_s, u"–"_s, u"$0.25"_s, u"–"_s}));
    QCOMPARE(texts(model, 3).constLast(), u"≥ $150.00"_s);
    QCOMPARE(model.index(0, 3).data(Qt::ToolTipRole).toString(), u"No data yet"_s);
}

/// What no later reading will find is not yet to come.
void TestStorageTables::whatCannotBeWeighedIsTold()
{
    StorageOverview gone;
    gone.versions = gone.unreadVersions = gone.withoutManifest = 2;
    gone.hubs = {{u"odd"_s, {}, 1, {AmountBound::Least, AmountBound::Least, AmountBound::Least, 2}}};
    const QString why = u"2 version(s) without a manifest in the registry: nothing could be weighed"_s;
    FigureModel model;
    model.setTable(useTable(gone, UseGrouping::Hub));
    QCOMPARE(texts(model, 0), (QStringList{u"odd"_s, {}, u"–"_s, u"–"_s, u"–"_s}));
    for (int column = 1; column < 5; ++column)
        QCOMPARE(model.index(0, column).data(Qt::ToolTipRole).toString(), why);
    model.setTable(costTable(gone, {}));
    QCOMPARE(texts(model, 0), (QStringList{u"Storage"_s, u"–"_s, u"$0.25"_s, u"–"_s}));
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), why);
    QCOMPARE(model.index(0, 3).data(Qt::ToolTipRole).toString(), why);
    QCOMPARE(model.index(1, 3).data(Qt::ToolTipRole).toString(), u"No data yet"_s); // the egress may come
}

void TestStorageTables::whatIsNotWeighedIsTold_data()
{
    QTest::addColumn<int>("unread");
    QTest::addColumn<int>("unsized");
    QTest::addColumn<bool>("isComplete");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0 << 0 << true << QString();
    QTest::newRow("versions") << 3 << 0 << true << u"At least: 3 version(s) could not be read"_s;
    QTest::newRow("both") << 1 << 2 << false << u"At least: 1 version(s) could not be read, 2 layer(s) tell no size"_s;
    QTest::newRow("a part") << 0 << 0 << false << u"At least: not all of the owner could be read"_s;
}

void TestStorageTables::whatIsNotWeighedIsTold()
{
    QFETCH(const int, unread);
    QFETCH(const int, unsized);
    QFETCH(const bool, isComplete);
    StorageOverview overview;
    overview.unreadVersions = static_cast<size_t>(unread);
    overview.unsizedBlobs = static_cast<size_t>(unsized);
    overview.isComplete = isComplete;
    QTEST(unweighedText(overview), "text");
}

SLIPWAY_TEST_SUITE(TestStorageTables);

} // namespace slipway::test

#include "test_storagetables.moc"
