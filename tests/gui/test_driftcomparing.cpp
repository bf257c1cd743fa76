#include "gui/accessiblewalk.h"
#include "gui/drifthands.h"
#include "support/suite.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/topbar.h"
#include "views/storage/figureview.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Checks, findings and the two images side by side: how each leads to the others.
class TestDriftComparing final : public QObject, private DriftHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { leave(); }
    void arrowKeysGoFromFindingToFinding();
    void arrowKeysGoFromCellToCell();
    void anyTwoImagesAreCompared();
    void whatMadeTheLayersIsWaitedFor();
    void packagesAreCompared();
    void aNewLookKeepsThePlace();
    void aNewLookKeepsWhatIsTyped();
    void detailsAreScrolledByKeys();
    void theChecksHaveTheirRoom();
    void textsFit_data();
    void textsFit();
};

void TestDriftComparing::arrowKeysGoFromFindingToFinding()
{
    page().findings().setFocus();
    key(Qt::Key_Home);
    QCOMPARE(compared(), u"affective-gpu:latest@lock / affective-gpu:latest"_s);
    key(Qt::Key_Down);
    QCOMPARE(page().card().finding()->finding.check, DriftCheck::CpuGpu);
    QCOMPARE(compared(), u"affective-cpu:latest / affective-gpu:latest"_s);
    QCOMPARE(page().matrix().currentIndex().row(), 0);
    QCOMPARE(page().matrix().currentIndex().column(), 4);
    QCOMPARE(page().ladder().panel().headline(), u"Diverges at layer 2"_s);
    QVERIFY2(page().ladder().panel().footText().endsWith(
                 u"The policy expects 2 shared layers. Sharing them would save 142 MiB."_s),
             qPrintable(page().ladder().panel().footText()));
    key(Qt::Key_Down);
    QCOMPARE(window().topBar().breadcrumb().steps(), (QStringList{u"Drift"_s, u"vision-detect-gpu"_s}));
    QCOMPARE(page().matrix().currentIndex().row(), 1);
}

void TestDriftComparing::arrowKeysGoFromCellToCell()
{
    page().matrix().setFocus();
    page().matrix().setCurrentIndex(page().matrix().model()->index(1, 6));
    key(Qt::Key_Right);
    QCOMPARE(page().card().finding()->finding.check, DriftCheck::Cuda);
    QCOMPARE(QApplication::focusWidget(), &page().matrix());
    QCOMPARE(page().matrix().currentIndex().column(), 7);
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &page().findings());
    QCOMPARE(page().findings().currentIndex().row(), 2);
    // Where nothing was found the siblings of the row are compared.
    page().matrix().setFocus();
    key(Qt::Key_Left);
    key(Qt::Key_Left);
    QCOMPARE(compared(), u"vision-detect-cpu:v0.4.1 / vision-detect-gpu:v0.4.1"_s);
    key(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), &page().ladder().panel().view());
}

void TestDriftComparing::anyTwoImagesAreCompared()
{
    auto& ladder = page().ladder();
    const auto write = [&](QLineEdit& field, const QString& text) {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    };
    write(ladder.leftField(), u"affective-cpu:v0.4.0"_s);
    write(ladder.rightField(), u"affective-cpu:v0.4.1"_s);
    QCOMPARE(ladder.panel().headline(), u"Same up to layer 1"_s);
    QCOMPARE(ladder.panel().model().rowCount(), 3);
    write(ladder.leftField(), u"affective-gpu:latest@lock"_s);
    QCOMPARE(ladder.panel().model().left().layers.size(), size_t{2});
    QCOMPARE(ladder.panel().model().index(1, 2).data().toString(), u"–"_s); // nobody knows that layer's size
    write(ladder.rightField(), u"nginx:1"_s);
    QCOMPARE(ladder.stateText(), u"nginx:1 cannot be compared: There is no package nginx."_s);
}

/// What made the layers is asked for, and who waits for the page is told when it is there.
void TestDriftComparing::whatMadeTheLayersIsWaitedFor()
{
    QVERIFY(QObject::disconnect(&window(), &MainWindow::documentsWanted, &window(), nullptr)); // nobody answers yet
    QVERIFY(!page().ladder().isWaiting());
    QSignalSpy wanted(&page(), &DriftPage::documentsWanted);
    QSignalSpy settled(&page(), &DriftPage::settled);
    page().ladder().compare({u"affective-cpu:latest"_s, u"affective-gpu:latest"_s});
    QVERIFY(page().ladder().isWaiting());
    QCOMPARE(wanted.size(), 1);
    QVERIFY(settled.isEmpty());
    page().showDocuments(wanted[0][1].value<Digest>(), QByteArray("{}"));
    QVERIFY(!page().ladder().isWaiting());
    QCOMPARE(settled.size(), 1);
}

void TestDriftComparing::packagesAreCompared()
{
    page().findings().setFocus();
    key(Qt::Key_End);
    push(u"Packages"_s);
    QCOMPARE(rowsOf(*page().ladder().packages().model()), QStringList{u"numpy | 1.26.4 | 2.0.2 | differs"_s});
    QVERIFY2(page().ladder().markdown().contains(u"| numpy | 1.26.4 | 2.0.2 | differs |"_s),
             qPrintable(page().ladder().markdown()));
    page().findings().setFocus();
    key(Qt::Key_Up);
    QVERIFY(page().ladder().stateText().startsWith(u"No packages to compare: No SBOM of"_s));
}

void TestDriftComparing::aNewLookKeepsThePlace()
{
    page().findings().setFocus();
    key(Qt::Key_End);
    const auto before = *page().card().finding();
    page().ladder().compare({u"affective-cpu:v0.4.0"_s, u"affective-cpu:v0.4.1"_s});
    page().setLook(driftingLook(inventoryFrom(driftingOrganisation())));
    QCOMPARE(page().card().finding()->key, before.key);
    QCOMPARE(compared(), u"affective-cpu:v0.4.0 / affective-cpu:v0.4.1"_s);
}

void TestDriftComparing::aNewLookKeepsWhatIsTyped()
{
    auto& field = page().ladder().leftField();
    field.setFocus();
    field.selectAll();
    keys(u"affective-c"_s);
    page().setLook(driftingLook(inventoryFrom(driftingOrganisation())));
    QCOMPARE(field.text(), u"affective-c"_s);
    keys(u"pu:v0.4.0"_s);
    key(Qt::Key_Return);
    QVERIFY2(compared().startsWith(u"affective-cpu:v0.4.0 / "_s), qPrintable(compared()));
}

void TestDriftComparing::detailsAreScrolledByKeys()
{
    auto* details = page().card().findChild<QScrollArea*>();
    QVERIFY(details && !details->accessibleName().isEmpty());
    page().findings().setFocus();
    key(Qt::Key_End); // the one with packages that differ
    details->widget()->setMinimumHeight(details->height() * 3);
    QVERIFY(eventually([&] { return details->verticalScrollBar()->maximum() > 0; }));
    details->setFocus();
    key(Qt::Key_PageDown);
    QVERIFY(details->verticalScrollBar()->value() > 0);
}

void TestDriftComparing::theChecksHaveTheirRoom()
{
    QString text;
    for (int i = 0; i < 11; ++i)
        text += u"package part%1 repo=hub%1\n  i%1 image days=1 tags=latest layers=base:29779558,own%1:4000\n"_s.arg(i);
    const auto inventory = inventoryFrom(text);
    window().resize(1440, 900);
    window().setInventory(inventory);
    page().setLook(driftFrom(driftGroundFrom(inventory), fixtureTime()));
    QCOMPARE(page().matrix().model()->rowCount(), 11);
    QVERIFY(eventually([&] {
        return window().height() == 900 && page().matrix().verticalScrollBar()->maximum() == 0
               && page().matrix().viewport()->height() >= 11 * page().matrix().rowHeight(0);
    }));
    QVERIFY(page().ladder().height() > 250);
}

void TestDriftComparing::textsFit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(1180, 720);
}

void TestDriftComparing::textsFit()
{
    QFETCH(const QSize, size);
    window().resize(size);
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        theme().setMode(mode);
        QVERIFY(eventually([&] { return window().size() == size; }));
        for (const auto parts : {ComparedParts::Layers, ComparedParts::Packages}) {
            page().ladder().setParts(parts);
            for (int turn = 0; turn < 3; ++turn)
                QCoreApplication::processEvents();
            QCOMPARE(clippedTexts(window()), QStringList{});
            QCOMPARE(overlappingTexts(window()), QStringList{});
        }
    }
}

SLIPWAY_TEST_SUITE(TestDriftComparing);

} // namespace slipway::test

#include "test_driftcomparing.moc"
