#include "models/driftcomparison.h"
#include "models/driftfrom.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kImages = uR"(
package app-cpu repo=hub
  c  image days=1 tags=latest,v2 layers=os:100,py:50,deps:10
  c1 image days=9 tags=v1 layers=os:100,oldpy:40
package app-gpu repo=hub
  g image days=1 tags=latest layers=os:100,cuda:90
package web repo=web
  w image days=1 tags=latest layers=own:3
)"_s;

DriftSetting setting()
{
    DriftSetting made;
    made.policy.shared.push_back({std::nullopt, std::nullopt, SharedLayersBy::Count, 2});
    made.policy.sbomExpected = {Glob::parse(u"torch"_s).value()};
    made.locked = {lockedImage(u"app-cpu"_s, u"latest"_s, u"c1"_s), // moved on, still there
                   lockedImage(u"app-gpu"_s, u"latest"_s, u"gone"_s, {u"os"_s, u"lost"_s})};
    made.sboms = {{u"c"_s, {u"numpy 1.26.4"_s, u"torch 2.3.1"_s, u"zlib 1"_s}},
                  {u"g"_s, {u"numpy 2.0.2"_s, u"torch 2.4"_s, u"cudnn 8.9"_s, u"zlib 1"_s}}};
    return made;
}

QString sideText(const LadderSide& side)
{
    QStringList layers;
    for (const auto& layer : side.layers)
        layers.append(QString::number(layer.size));
    return side.name + u' ' + layers.join(u',');
}

} // namespace

class DriftComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_ground = driftGroundFrom(inventoryFrom(kImages), setting()); }

    void imagesAreNamed_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const QString& left, const QString& right, const QString& told) {
            QTest::newRow(name) << left << right << told;
        };
        row("tag and tag", u"app-cpu:v1"_s, u"app-cpu:v2"_s, u"app-cpu:v1 100,40 / app-cpu:v2 100,50,10"_s);
        row("CPU and GPU", u"app-cpu:latest"_s, u" app-gpu:latest "_s,
            u"app-cpu:latest 100,50,10 / app-gpu:latest 100,90"_s);
        row("the current one", u"app-cpu"_s, u"web"_s, u"app-cpu 100,50,10 / web 3"_s);
        row("a digest", u"app-cpu@%1"_s.arg(named(u"c1"_s).toString()), u"web:latest"_s,
            u"app-cpu 100,40 / web:latest 3"_s);
        row("as locked, still there", u"app-cpu:latest@lock"_s, u"app-cpu:latest"_s,
            u"app-cpu:latest@lock 100,40 / app-cpu:latest 100,50,10"_s);
        row("as locked, gone", u"app-gpu:latest@lock"_s, u"app-gpu:latest"_s,
            u"app-gpu:latest@lock 100,-1 / app-gpu:latest 100,90"_s);
        row("no such package", u"nginx:1"_s, u"web:latest"_s, u"nginx:1: There is no package nginx."_s);
        row("no such tag", u"web:v9"_s, u"web:latest"_s, u"web:v9: web has no such version."_s);
        row("not locked", u"web:latest"_s, u"web:latest@lock"_s,
            u"web:latest@lock: The lock file does not pin web:latest."_s);
    }
    void imagesAreNamed()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        const auto compared = compareImages(*m_ground, left, right);
        const QString told =
            compared ? sideText(comparedSide(*m_ground, compared->left, compared->pairs[0].left, {})) + u" / "_s
                           + sideText(comparedSide(*m_ground, compared->right, compared->pairs[0].right, {}))
                     : compared.error().subject + u": "_s + compared.error().detail;
        QTEST(told, "told");
    }

    void findingsSayWhatToCompare()
    {
        QStringList told;
        for (const auto& finding : m_ground->report.findings) {
            const auto names = comparedFor(*m_ground, finding);
            told.append(u"%1 %2: %3 %4"_s.arg(driftCheckName(finding.check), finding.image, names.left, names.right));
        }
        QCOMPARE(told, (QStringList{u"lock app-cpu: app-cpu:latest@lock app-cpu:latest"_s,
                                    u"lock app-gpu: app-gpu:latest@lock app-gpu:latest"_s, u"lock web:  "_s,
                                    u"cpu-gpu app-gpu: app-cpu:latest app-gpu:latest"_s,
                                    u"sbom app-gpu: app-cpu:latest app-gpu:latest"_s}));
        QCOMPARE(comparedFor(*m_ground, u"app"_s, u"hub"_s), (ComparedNames{u"app-cpu:latest"_s, u"app-gpu:latest"_s}));
        QCOMPARE(comparedFor(*m_ground, u"web"_s, u"web"_s), ComparedNames());
    }

    void sharingIsTold()
    {
        LadderModel model;
        const auto compared = compareImages(*m_ground, u"app-cpu:latest"_s, u"app-gpu:latest"_s);
        const auto& pair = compared->pairs[0];
        const size_t expected = expectedShared(*m_ground, named(u"c"_s), named(u"g"_s));
        QCOMPARE(expected, 2U);
        QCOMPARE(expectedShared(*m_ground, named(u"g"_s), named(u"c"_s)), 2U);
        QCOMPARE(expectedShared(*m_ground, named(u"c"_s), named(u"w"_s)), 0U);
        model.setSides(comparedSide(*m_ground, compared->left, pair.left, {}),
                       comparedSide(*m_ground, compared->right, pair.right, {}), expected);
        QCOMPARE(sharingSentence(model, expected),
                 u"The policy expects 2 shared layer(s). Sharing them would save 90 B."_s);
        QCOMPARE(sharingSentence(model, 0), QString());
    }

    void packagesAreATable()
    {
        const LadderSide cpu{u"app-cpu:latest"_s, named(u"c"_s), {}};
        const LadderSide gpu{u"app-gpu:latest"_s, named(u"g"_s), {}};
        const auto table = sbomTable(*m_ground, cpu, gpu);
        QVERIFY(table);
        QStringList lines;
        for (const auto& row : table->rows) {
            QStringList cells;
            for (const auto& cell : row.cells)
                cells.append(cell.text);
            lines.append(cells.join(u' '));
        }
        QCOMPARE(lines, (QStringList{u"cudnn – 8.9 only here, as expected"_s, u"numpy 1.26.4 2.0.2 differs"_s,
                                     u"torch 2.3.1 2.4 expected"_s}));
        const auto unknown = sbomTable(*m_ground, cpu, {u"web:latest"_s, named(u"w"_s), {}});
        QVERIFY(!unknown);
        QVERIFY(unknown.error().detail.startsWith(u"No SBOM of web:latest is known."_s));
    }

    void everyTagCanBeChosen()
    {
        QCOMPARE(comparableImages(*m_ground),
                 (QStringList{u"app-cpu:latest"_s, u"app-cpu:v2"_s, u"app-cpu:v1"_s, u"app-gpu:latest"_s,
                              u"web:latest"_s, u"app-cpu:latest@lock"_s, u"app-gpu:latest@lock"_s}));
    }

private:
    std::shared_ptr<const DriftGround> m_ground;
};

SLIPWAY_TEST_SUITE(DriftComparisonTest);

#include "test_driftcomparison.moc"
