#include "inventory/buildinventory.h"
#include "models/blobimages.h"
#include "models/inventoryfrom.h"
#include "models/layersmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

class TestLayersModel final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsImagesNotVersions();
    void takesStepsThatMadeALayer();
    void distrustsAHistoryOfAnotherLength();
    void saysWhetherTheHistoryFits_data();
    void saysWhetherTheHistoryFits();
    void commandsAreWholeInTooltipsAndNoMarkup();
    void tellsWhoSharesALayer();
    void unwrapsSteps_data();
    void unwrapsSteps();
    void isATable();
};

namespace
{

const QString kShared = uR"(
package one
  a image tags=v2 layers=base:1000,own:20
  b image tags=v1 layers=base:1000
package two
  c image tags=v1 layers=base:1000
)"_s;

std::vector<LayerRow> rowsOf(const QString& name, const std::optional<ImageConfig>& config)
{
    const Fixture fixture = Fixture::parse(kShared);
    const auto inventory = buildInventory(fixture.build(), {});
    const Snapshot& snapshot = *inventory->snapshot;
    const auto* manifest = snapshot.manifestOf(snapshot.versions[fixture.row(snapshot, name)]);
    return layerRows(*inventory, *manifest, config);
}

ImageConfig configWith(const std::vector<BuildStep>& history)
{
    ImageConfig config;
    config.history = history;
    return config;
}

} // namespace

void TestLayersModel::countsImagesNotVersions()
{
    const auto rows = rowsOf(u"a"_s, std::nullopt);
    QCOMPARE(rows.size(), size_t{2});
    QCOMPARE(rows[0].usedBy, 2U);
    QCOMPARE(rows[1].usedBy, 1U);
    QCOMPARE(rows[1].number, 2);
    QCOMPARE(rows[1].size, Bytes{20});
}

void TestLayersModel::takesStepsThatMadeALayer()
{
    const auto rows =
        rowsOf(u"a"_s, configWith({{u"ADD base"_s, true}, {u"ENV X=1"_s, false}, {u"COPY app /"_s, true}}));
    QCOMPARE(rows[0].createdBy, u"ADD base"_s);
    QCOMPARE(rows[1].createdBy, u"COPY app /"_s);
}

void TestLayersModel::distrustsAHistoryOfAnotherLength()
{
    const auto rows = rowsOf(u"a"_s, configWith({{u"ADD base"_s, true}}));
    QVERIFY(rows[0].createdBy.isEmpty());
    QVERIFY(rows[1].createdBy.isEmpty());
}

void TestLayersModel::saysWhetherTheHistoryFits_data()
{
    QTest::addColumn<std::optional<ImageConfig>>("config");
    QTest::addColumn<LayerHistory>("fit");
    using Config = std::optional<ImageConfig>;
    QTest::newRow("no config") << Config() << LayerHistory::Unread;
    QTest::newRow("no history") << Config(ImageConfig()) << LayerHistory::Absent;
    QTest::newRow("as many") << Config(configWith({{u"a"_s, true}, {u"b"_s, false}, {u"c"_s, true}}))
                             << LayerHistory::Known;
    QTest::newRow("too few") << Config(configWith({{u"a"_s, true}, {u"b"_s, false}})) << LayerHistory::OtherLength;
    QTest::newRow("too many") << Config(configWith({{u"a"_s, true}, {u"b"_s, true}, {u"c"_s, true}}))
                              << LayerHistory::OtherLength;
}

void TestLayersModel::saysWhetherTheHistoryFits()
{
    QFETCH(const std::optional<ImageConfig>, config);
    QFETCH(const LayerHistory, fit);
    QCOMPARE(layerHistory(config, 2), fit);
}

void TestLayersModel::commandsAreWholeInTooltipsAndNoMarkup()
{
    LayersModel model;
    const QString command = u"RUN /bin/sh -c echo '<b>a</b>' && make # buildkit"_s;
    model.setLayers(rowsOf(u"a"_s, configWith({{u"ADD base"_s, true}, {command, true}})));
    const QModelIndex cell = model.index(1, static_cast<int>(LayerColumn::Content));
    QCOMPARE(cell.data().toString(), u"RUN echo '<b>a</b>' && make"_s);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(),
             u"<qt>RUN /bin/sh -c echo '&lt;b&gt;a&lt;/b&gt;' &amp;&amp; make # buildkit</qt>"_s);
    model.setLayers(rowsOf(u"a"_s, std::nullopt));
    QCOMPARE(model.index(1, static_cast<int>(LayerColumn::Content)).data().toString(), u"–"_s);
}

void TestLayersModel::tellsWhoSharesALayer()
{
    const auto snapshot = Fixture::parse(kShared).build();
    const std::vector<PackageName> both{{u"one"_s}, {u"two"_s}};
    QCOMPARE(packagesWithLayer(*snapshot, named(u"base"_s)), both);
    QCOMPARE(packagesWithLayer(*snapshot, named(u"own"_s)), std::vector<PackageName>{{u"one"_s}});
    QCOMPARE(packagesWithLayer(*snapshot, named(u"nobody's"_s)), std::vector<PackageName>{});
}

void TestLayersModel::unwrapsSteps_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("text");
    QTest::newRow("docker run") << u"/bin/sh -c apt-get update"_s << u"RUN apt-get update"_s;
    QTest::newRow("docker nop") << u"/bin/sh -c #(nop) ADD file:1 in / "_s << u"ADD file:1 in /"_s;
    QTest::newRow("buildkit run") << u"RUN /bin/sh -c pip install x # buildkit"_s << u"RUN pip install x"_s;
    QTest::newRow("build arguments") << u"RUN |1 A=b /bin/sh -c make # buildkit"_s << u"RUN make"_s;
    QTest::newRow("copy") << u"COPY . /app # buildkit"_s << u"COPY . /app"_s;
}

void TestLayersModel::unwrapsSteps()
{
    QFETCH(const QString, step);
    QFETCH(const QString, text);
    QCOMPARE(stepText(step), text);
}

void TestLayersModel::isATable()
{
    LayersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLayers(rowsOf(u"a"_s, std::nullopt));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex size = model.index(1, static_cast<int>(LayerColumn::Size));
    QCOMPARE(size.data(Qt::DisplayRole).toString(), u"20 B"_s);
    QCOMPARE(size.data(LayersModel::kShareRole).toDouble(), 0.02);
    const QModelIndex digest = model.index(0, static_cast<int>(LayerColumn::Digest));
    QCOMPARE(digest.data(Qt::ToolTipRole).toString(), named(u"base"_s).toString());
    QCOMPARE(digest.data(Qt::DisplayRole).toString(), named(u"base"_s).hex().first(8));
}

SLIPWAY_TEST_SUITE(TestLayersModel);

} // namespace slipway::test

#include "test_layersmodel.moc"
