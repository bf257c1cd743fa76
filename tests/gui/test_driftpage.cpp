#include "app/actionkeys.h"
#include "gui/accessiblewalk.h"
#include "gui/drifthands.h"
#include "support/suite.h"
#include "views/drift/findingkinds.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/sidebarbutton.h"
#include "views/shell/topbar.h"
#include "views/widgets/headercorner.h"
#include "views/widgets/searchfield.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeView>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The Drift page, by key and mouse.
class TestDriftPage final : public QObject, private DriftHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { leave(); }
    void keysOpenThePage();
    void rule17_whatShouldBeSharedAndIsNot();
    void findingsAreTold();
    void noHeaderHasNoCorner();
    void namesOfFindingsHaveTheRoomThereIs();
    void statesAreTold_data();
    void statesAreTold();
    void nothingIsLookedForUnseen();
    void theSidebarTellsWhatIsOpen();
    void enterOnAFindingShowsTheImage();
    void typingFilters();
    void keysAreNobodyElses();
    void kindsAreChosen();
    void everythingIsCopied();
    void arrangementIsKept();
    void imagesAreFoundByName();
    void everythingIsReachedByKeyboard();
    void detailsAreReadByKeys();
    void everythingHasAName();
};

void TestDriftPage::keysOpenThePage()
{
    key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), 0);
    key(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), 2);
    QCOMPARE(window().pages()[2].id, u"drift"_s);
    QCOMPARE(window().topBar().breadcrumb().steps(), (QStringList{u"Drift"_s, u"affective-gpu"_s}));
}

void TestDriftPage::rule17_whatShouldBeSharedAndIsNot()
{
    const QStringList expected{
        u"affective | affective_processing_center | 2 | 1 of 2 fail | 1 of 1 fail | 1 pass | – | 1 pass | 1 of 1 warn"_s,
        u"vision-detect | vision_perception_hub | 2 | 2 pass | 1 pass | 1 pass | – | 1 of 1 fail | –"_s,
        u"Unassigned | Unassigned | 1 | 1 pass | – | – | – | – | –"_s,
    };
    QCOMPARE(rowsOf(*page().matrix().model()), expected);
    QCOMPARE(page().stateTexts(), QStringList{u"2 of 5 images differ from policy or lock"_s});
    const auto cell = page().matrix().model()->index(0, 4);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
             u"affective_processing_center, affective: Layers 1 of 1 fail"_s);
}

void TestDriftPage::findingsAreTold()
{
    const QStringList expected{u"affective-gpu:latest | 12:00"_s, u"affective-gpu:latest | 12:00"_s,
                               u"vision-detect-gpu:v0.4.1 | 12:00"_s, u"affective-gpu:latest | 12:00"_s};
    QCOMPARE(rowsOf(*page().findings().model()), expected);
    const QStringList lines = page().card().lines();
    QCOMPARE(lines[0], u"Error: affective-gpu:latest"_s);
    QVERIFY2(lines[1].startsWith(u"affective-gpu:latest is "_s), qPrintable(lines[1]));
    QCOMPARE(lines[2], u"Open since 12:00"_s);
    QVERIFY(lines.contains(u"21 Nov 2026, 12:00: first seen"_s));
    QVERIFY(!lines.join(u'\n').contains(QChar(0x2060)));
    // No line ends within a short digest.
    const auto labels = page().card().findChildren<QLabel*>();
    const auto sentence =
        std::ranges::find_if(labels, [](const QLabel* label) { return label->text().contains(u" is "); });
    QVERIFY(sentence != labels.end());
    QVERIFY((*sentence)->text().contains(u"\u2060\u2026\u2060"_s));
    QCOMPARE((*sentence)->text().count(u'\u2026'), (*sentence)->text().count(u"\u2060\u2026\u2060"_s));
}

/// What continues a header above the scroll bar is there where a header is.
void TestDriftPage::noHeaderHasNoCorner()
{
    int hidden = 0;
    int shown = 0;
    for (const auto* view : window().findChildren<QTreeView*>()) {
        const auto* corner = view->findChild<HeaderCorner*>();
        if (!corner || !view->model())
            continue;
        QCOMPARE(corner->isHidden(), view->isHeaderHidden());
        ++(view->isHeaderHidden() ? hidden : shown);
    }
    QVERIFY(hidden >= 3 && shown >= 3);
}

/// What the last column leaves of its room, which is that of the widest day, is the name's: it is cut no sooner.
void TestDriftPage::namesOfFindingsHaveTheRoomThereIs()
{
    auto& findings = page().findings();
    const QRect row = findings.visualRect(findings.model()->index(1, 0));
    const auto picture = [&] {
        return findings.viewport()->grab(QRect(0, row.top(), row.width() - 8, row.height())).toImage();
    };
    const QImage whole = picture();
    findings.header()->resizeSection(0, row.width() * 2 / 3);
    findings.header()->resizeSection(1, findings.viewport()->width() - row.width() * 2 / 3);
    QCOMPARE(picture(), whole);
}

void TestDriftPage::statesAreTold_data()
{
    QTest::addColumn<PageState>("state");
    QTest::addColumn<int>("known"); // 0 nothing, 1 an inventory that is being looked at, 2 one that could not be, 3 all
    QTest::addColumn<QStringList>("texts");
    const Error refused{ErrorKind::Forbidden, u"the packages of northquay"_s, {}, {}};
    const QString line = u"2 of 5 images differ from policy or lock"_s;
    QTest::newRow("loading") << PageState::loading(18, 34) << 0
                             << QStringList{u"Reading the packages of northquay"_s, u"18 of 34 packages"_s};
    QTest::newRow("never read, offline")
        << PageState::offline({}) << 0
        << QStringList{u"Offline"_s, u"northquay was never read on this machine. Go online once to read it."_s};
    QTest::newRow("refused") << PageState::failed(refused) << 0
                             << QStringList{errorText(refused).what, errorText(refused).advice};
    QTest::newRow("nothing there") << PageState::ready() << 0
                                   << QStringList{u"No images in northquay"_s,
                                                  u"Checks appear here once an image has been pushed, and if the token "
                                                  "may see it."_s};
    QTest::newRow("being looked at") << PageState::ready() << 1
                                     << QStringList{u"Looking for drift in northquay"_s, QString()};
    const Error store{ErrorKind::Store, u"slipway.db"_s, u"disk full"_s, {}};
    QTest::newRow("could not be kept") << PageState::ready() << 2
                                       << QStringList{errorText(store).what, errorText(store).advice};
    QTest::newRow("there, refused since") << PageState::failed(refused) << 3 << QStringList{errorLine(refused), line};
    QTest::newRow("there, offline") << PageState::offline(fixtureTime()) << 3 << QStringList{line};
}

void TestDriftPage::statesAreTold()
{
    QFETCH(const PageState, state);
    QFETCH(const int, known);
    if (known < 3) {
        window().setInventory(nullptr);
        if (known > 0)
            window().setInventory(inventoryFrom(driftingOrganisation()));
        if (known == 2)
            page().showFailure({ErrorKind::Store, u"slipway.db"_s, u"disk full"_s, {}});
    }
    window().setState(state);
    QTEST(page().stateTexts(), "texts");
}

void TestDriftPage::nothingIsLookedForUnseen()
{
    WindowFixture fixture(*qApp);
    QSignalSpy seen(&fixture.window.driftPage(), &DriftPage::seen);
    QVERIFY(fixture.show());
    fixture.window.setInventory(inventoryFrom(driftingOrganisation()));
    QCOMPARE(seen.size(), 0);
    QVERIFY(!fixture.window.driftPage().isWaiting());
    QTest::keyClick(&fixture.window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(seen.size(), 1);
    QVERIFY(fixture.window.driftPage().isWaiting());
}

void TestDriftPage::theSidebarTellsWhatIsOpen()
{
    QSignalSpy badge(&page(), &DriftPage::badgeChanged);
    window().setInventory(nullptr);
    QCOMPARE(badge.takeLast().at(0).toString(), QString());
    const auto inventory = inventoryFrom(driftingOrganisation());
    window().setInventory(inventory);
    page().showKept(0, 2);
    QCOMPARE(badge.last().at(0).toString(), u"2"_s);
    QCOMPARE(badge.takeLast().at(1).value<Tone>(), Tone::Warn);
    page().setLook(driftingLook(inventory));
    QCOMPARE(badge.last().at(0).toString(), u"4"_s);
    QCOMPARE(badge.takeLast().at(1).value<Tone>(), Tone::Bad);
}

void TestDriftPage::enterOnAFindingShowsTheImage()
{
    page().findings().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().details().digestText(), named(u"g1"_s).toString());
    key(Qt::Key_Left, Qt::AltModifier); // and back again
    QCOMPARE(window().currentPage(), 2);
    QCOMPARE(page().card().finding()->finding.image, u"affective-gpu"_s);
}

void TestDriftPage::typingFilters()
{
    page().matrix().setFocus();
    key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &page().filter());
    keys(u"cuda"_s);
    QCOMPARE(rowsOf(*page().findings().model()), QStringList{u"vision-detect-gpu:v0.4.1 | 12:00"_s});
    QCOMPARE(page().card().finding()->finding.check, DriftCheck::Cuda);
    keys(u" 99"_s);
    QCOMPARE(page().findings().model()->rowCount(), 0);
    QVERIFY(!page().card().finding());
    key(Qt::Key_Escape);
    QCOMPARE(page().findings().model()->rowCount(), 4);
    key(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), &page().findings());
}

void TestDriftPage::keysAreNobodyElses()
{
    for (const auto& others : shortcutConflicts(actionKeysOf(window())))
        QCOMPARE(others, QStringList{});
    applyShortcuts(window(), {});
    key(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), &page().filter());
    key(Qt::Key_1, Qt::ControlModifier);
    key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(window().inventoryPage().isAncestorOf(QApplication::focusWidget()));
}

void TestDriftPage::kindsAreChosen()
{
    push(u"Errors 3"_s);
    QCOMPARE(page().findings().model()->rowCount(), 3);
    push(u"Warnings 1"_s);
    QCOMPARE(page().card().finding()->finding.check, DriftCheck::Sbom);
    push(u"Resolved 1"_s);
    QCOMPARE(page().card().lines()[0], u"Resolved: stray:latest"_s);
    QVERIFY(!button(u"Acknowledge…"_s)->isEnabled());
    push(u"Acknowledged 0"_s);
    QVERIFY(!page().card().finding());
}

void TestDriftPage::everythingIsCopied()
{
    page().findings().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"Error, Lock: affective-gpu:latest\n"_s));
    page().matrix().setFocus();
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"2 of 5 images differ"_s));
    for (auto* action : page().actions()) {
        if (action->objectName() == u"drift.copyMarkdown"_s)
            action->trigger();
    }
    QVERIFY(QApplication::clipboard()->text().startsWith(u"**2 of 5 images differ"_s));
}

void TestDriftPage::arrangementIsKept()
{
    QSignalSpy layout(&window(), &MainWindow::layoutChanged);
    push(u"Errors 3"_s);
    QVERIFY(!layout.isEmpty());
    page().filter().setText(u"cuda"_s);
    push(u"Packages"_s);
    const auto state = page().saveState();
    page().restoreState({});
    QCOMPARE(page().findings().model()->rowCount(), 4);
    QCOMPARE(page().ladder().parts(), ComparedParts::Layers);
    page().restoreState(state);
    QCOMPARE(page().kinds().kind(), FindingKind::Errors);
    QCOMPARE(page().filter().text(), u"cuda"_s);
    QCOMPARE(page().ladder().parts(), ComparedParts::Packages);
    QVERIFY(!page().stateForOthers().contains(u"filter"_s));
    page().restoreState({{u"show"_s, 7}, {u"filter"_s, 3}, {u"checksHeight"_s, u"high"_s}});
    QCOMPARE(page().kinds().kind(), FindingKind::All);
}

void TestDriftPage::imagesAreFoundByName()
{
    QVERIFY(page().select({u"vision-detect-gpu"_s}));
    QCOMPARE(page().card().finding()->finding.image, u"vision-detect-gpu"_s);
    QVERIFY(page().select({u"affective-cpu"_s})); // nothing was found of it: its sibling is compared
    QCOMPARE(compared(), u"affective-cpu:latest / affective-gpu:latest"_s);
    QVERIFY(!page().select({u"nginx"_s}));
}

void TestDriftPage::everythingIsReachedByKeyboard()
{
    for (const auto direction : {TabDirection::Forward, TabDirection::Backward}) {
        const auto walk = walkByTab(window(), direction);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY(walk.order.contains(&page().matrix()));
        QVERIFY(walk.order.contains(&page().findings()));
        QVERIFY(walk.order.contains(&page().ladder().panel().view()));
    }
    page().matrix().setFocus();
    key(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), &page().findings());
    key(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), &page().ladder().panel().view());
}

/// Where the details of a finding do not fit, they take the keyboard, and show it; else there is nothing to do in them.
void TestDriftPage::detailsAreReadByKeys()
{
    auto* details = page().card().findChild<QScrollArea*>();
    QVERIFY(details);
    auto& bar = *details->verticalScrollBar();
    QVERIFY(eventually([&] {
        window().resize(window().width(), window().height() + 200);
        return bar.maximum() == 0;
    }));
    QCOMPARE(details->focusPolicy(), Qt::NoFocus);
    const FindingLife brief = page().look()->lives.front();
    FindingLife lengthy = brief;
    for (int i = 0; i < 200; ++i)
        lengthy.finding.differences.append(u"package %1"_s.arg(i));
    page().card().showFinding(lengthy, fixtureTime());
    QVERIFY(eventually([&] { return bar.maximum() > 0; }));
    QCOMPARE(details->focusPolicy(), Qt::TabFocus);
    const auto before = details->viewport()->grab().toImage();
    page().findings().setFocus();
    for (int i = 0; i < 10 && !details->hasFocus(); ++i)
        key(Qt::Key_Tab);
    QVERIFY(details->hasFocus());
    const auto ringed = details->viewport()->grab().toImage();
    const QColor accent = tokensOf(page().palette()).accent;
    const int middle = ringed.height() / 2;
    QVERIFY(before.pixelColor(1, middle) != accent);
    QCOMPARE(ringed.pixelColor(1, middle), accent);
    QCOMPARE(ringed.pixelColor(ringed.width() - 2, middle), accent);
    for (int i = 0; i < 200 && bar.value() < bar.maximum(); ++i)
        key(Qt::Key_PageDown);
    QCOMPARE(bar.value(), bar.maximum());
    // Nobody loses the keyboard by what is shown.
    page().card().showFinding(brief, fixtureTime());
    QVERIFY(eventually([&] { return bar.maximum() == 0; }));
    QVERIFY(details->hasFocus());
    page().findings().setFocus();
    QCOMPARE(details->focusPolicy(), Qt::NoFocus);
}

void TestDriftPage::everythingHasAName()
{
    QCOMPARE(accessibleFaults(window()), QStringList{});
    QCOMPARE(namelessWidgets(window()), QStringList{});
}

SLIPWAY_TEST_SUITE(TestDriftPage);

} // namespace slipway::test

#include "test_driftpage.moc"
