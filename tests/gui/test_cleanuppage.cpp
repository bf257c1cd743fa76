#include "app/actionkeys.h"
#include "core/errortext.h"
#include "gui/accessiblewalk.h"
#include "gui/showncleanup.h"
#include "models/plantreemodel.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/cleanupacting.h"
#include "views/cleanup/holdscard.h"
#include "views/cleanup/planpane.h"
#include "views/cleanup/planview.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/topbar.h"
#include "views/widgets/confirmdialog.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/statepage.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The Cleanup page's plan, by key and mouse.
class TestCleanupPage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void keysOpenThePage();
    void rule5_whatWouldGoAndWhatIsKept();
    void statesAreTold_data();
    void statesAreTold();
    void nothingIsPlannedUnseen();
    void spaceTakesARowOutAndBack();
    void aTickOnTheBoxIsOne();
    void anotherPlanKeepsThePlace();
    void whyKeptIsAnswered();
    void whyKeptIsAnsweredWhereNothingGoes();
    void whatBecameOfARunIsSaidAndCanBeClosed();
    void enterShowsTheVersion();
    void deletingIsOfferedOnlyWhereItMayBe();
    void onlyThePlanInSightIsConfirmed();
    void severalPoliciesAreChosenFrom();
    void keysAreNobodyElses();
    void everythingIsReachedByKeyboard();
    void everythingHasAName();
    void textsFit_data();
    void textsFit();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] CleanupPage& page() { return window().cleanupPage(); }
    [[nodiscard]] PlanView& plan() { return page().plan().view(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window();
        QTest::keyClick(target, key, modifiers);
    }
    [[nodiscard]] QAction* action(const QString& id) { return page().findChild<QAction*>(id); }
    [[nodiscard]] QStringList rows()
    {
        QStringList lines;
        const auto& model = plan().plan();
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex parent = model.index(group, 0);
            lines.append(parent.data(Qt::AccessibleTextRole).toString());
            for (int row = 0; row < model.rowCount(parent); ++row) {
                QStringList cells;
                for (const auto column : {PlanColumn::What, PlanColumn::Tags, PlanColumn::Why, PlanColumn::Frees,
                                          PlanColumn::Age, PlanColumn::Held})
                    cells.append(model.index(row, static_cast<int>(column), parent).data().toString());
                lines.append(u"  "_s + cells.join(u" | "_s));
            }
        }
        return lines;
    }
    [[nodiscard]] VersionId idOf(const QString& name) { return versionIdOf(*page().sheet()->inventory, name); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestCleanupPage::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showCleanup(window());
    window().setWriteAccess(WriteAccess::Allowed);
    QVERIFY(m_fixture->show());
}

void TestCleanupPage::keysOpenThePage()
{
    key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window().currentPage(), 0);
    key(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window().pages()[static_cast<std::size_t>(window().currentPage())].id, u"cleanup"_s);
    QCOMPARE(window().topBar().breadcrumb().steps(), QStringList{u"Cleanup"_s});
}

void TestCleanupPage::rule5_whatWouldGoAndWhatIsKept()
{
    QCOMPARE(rows(), (QStringList{
                         u"Tagged pr-*, older than 14d, 2 versions to remove, 114 MiB"_s,
                         u"  affective-cpu | untagged | Part of pr-9 (linux/amd64) | 114 MiB | 40 days | "_s,
                         u"  affective-cpu | pr-9 | Tagged pr-9 and 40 days old | 0 B | 40 days | "_s,
                         u"Tagged v*, older than 60d, but for the newest 1, 1 version to remove, 85.8 MiB"_s,
                         u"  vision-gpu | v0.2.0 | Tagged v0.2.0 and 100 days old | 85.8 MiB | 100 days | "_s,
                         u"Untagged for more than 90d, 1 version to remove, 1 stays, 286 MiB"_s,
                         u"  affective-cpu | untagged | Untagged for 130 days | 286 MiB | 130 days | "_s,
                         u"  vision-gpu | untagged | Untagged for 118 days | – | 118 days | Runs on demo-03"_s,
                     }));
    QCOMPARE(page().plan().applyButton().text(), u"Delete 4 versions…"_s);
}

void TestCleanupPage::statesAreTold_data()
{
    QTest::addColumn<PageState>("state");
    QTest::addColumn<int>("known"); // 0 nothing, 1 being planned, 2 could not be planned, 3 nothing would go
    QTest::addColumn<QString>("title");
    const Error refused{ErrorKind::Forbidden, u"the packages of northquay"_s, {}, {}};
    const QString failed = u"Preview failed. Nothing was removed."_s;
    QTest::newRow("loading") << PageState::loading(18, 34) << 0 << u"Reading the packages of northquay"_s;
    QTest::newRow("never read, offline") << PageState::offline({}) << 0 << u"Offline"_s;
    QTest::newRow("refused") << PageState::failed(refused) << 0 << failed;
    QTest::newRow("nothing there") << PageState::ready() << 0 << u"No images in northquay"_s;
    QTest::newRow("being planned") << PageState::ready() << 1 << u"Planning the cleanup of northquay"_s;
    QTest::newRow("a policy that is wrong") << PageState::ready() << 2 << failed;
    QTest::newRow("nothing to do") << PageState::ready() << 3 << u"Nothing to remove under this policy"_s;
}

void TestCleanupPage::statesAreTold()
{
    QFETCH(const PageState, state);
    QFETCH(const int, known);
    window().setOwners({}, {OwnerChoice::Kind::Started, u"northquay"_s});
    window().setInventory(nullptr);
    QVERIFY(!action(u"cleanup.export"_s)->isEnabled());
    const auto inventory = inventoryFrom(untidyOrganisation());
    if (known > 0)
        window().setInventory(inventory);
    if (known == 2)
        page().showFailure({ErrorKind::InvalidFile, u"cleanup.yaml:3:8"_s, u"\"grace\": expected 10m at least"_s, {}});
    if (known == 3)
        page().setSheet(cleanupFrom(inventory, cleanupTermsFrom(u"grace: 1h"_s)));
    window().setState(state);
    StatePage* shown = nullptr;
    for (auto* each : page().findChildren<StatePage*>())
        shown = each->isVisible() ? each : shown;
    QVERIFY(shown);
    QTEST(shown->title(), "title");
    if (known == 2)
        QVERIFY2(shown->sentence().contains(u"cleanup.yaml:3:8"_s), qPrintable(shown->sentence()));
}

void TestCleanupPage::nothingIsPlannedUnseen()
{
    WindowFixture fixture(*qApp);
    QSignalSpy seen(&fixture.window.cleanupPage(), &CleanupPage::seen);
    QVERIFY(fixture.show());
    fixture.window.setInventory(inventoryFrom(untidyOrganisation()));
    QCOMPARE(seen.size(), 0);
    QVERIFY(!fixture.window.cleanupPage().isWaiting());
    QTest::keyClick(&fixture.window, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(seen.size(), 1);
    QVERIFY(fixture.window.cleanupPage().isWaiting());
}

void TestCleanupPage::spaceTakesARowOutAndBack()
{
    QSignalSpy asked(&page(), &CleanupPage::exclusionRequested);
    plan().setFocus();
    plan().setCurrentIndex(plan().plan().indexOf(idOf(u"old"_s)));
    key(Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().at(0).value<QList<VersionId>>(), QList{idOf(u"old"_s)});
    QVERIFY(asked.constFirst().at(1).toBool());
    auto terms = untidyTerms();
    terms.protections.excluded = {idOf(u"old"_s)};
    page().setSheet(cleanupFrom(page().sheet()->inventory, terms));
    QCOMPARE(page().plan().applyButton().text(), u"Delete 3 versions…"_s);
    QCOMPARE(plan().currentIndex().siblingAtColumn(int(PlanColumn::Held)).data().toString(),
             u"Taken out of this plan"_s);
    key(Qt::Key_Space);
    QCOMPARE(asked.size(), 2);
    QVERIFY(!asked.constLast().at(1).toBool());
    // What is protected has no box: there is no override.
    plan().setCurrentIndex(plan().plan().indexOf(idOf(u"run"_s)));
    key(Qt::Key_Space);
    QCOMPARE(asked.size(), 2);
}

void TestCleanupPage::aTickOnTheBoxIsOne()
{
    QSignalSpy asked(&page(), &CleanupPage::exclusionRequested);
    const QModelIndex index = plan().plan().indexOf(idOf(u"v2"_s));
    const QRect cell = plan().visualRect(index);
    QTest::mouseClick(plan().viewport(), Qt::LeftButton, {}, QPoint(cell.right() - 8, cell.center().y()));
    QCOMPARE(asked.size(), 0); // beside it the row is chosen
    QCOMPARE(plan().currentIndex().siblingAtColumn(0), index);
    QTest::mouseClick(plan().viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 12, cell.center().y()));
    QCOMPARE(asked.size(), 1);
}

void TestCleanupPage::anotherPlanKeepsThePlace()
{
    plan().setCurrentIndex(plan().plan().indexOf(idOf(u"v2"_s)));
    plan().setExpanded(plan().plan().index(0, 0), false);
    // A version came: the plan has another shape.
    const auto inventory =
        inventoryFrom(untidyOrganisation() + u"package stray\n s1 image days=200 layers=own:1024\n"_s);
    window().setInventory(inventory);
    page().setSheet(cleanupFrom(inventory, untidyTerms()));
    QCOMPARE(plan().plan().idAt(plan().currentIndex()), versionIdOf(*inventory, u"v2"_s));
    QVERIFY(!plan().isExpanded(plan().plan().index(0, 0)));
    QVERIFY(plan().isExpanded(plan().plan().index(1, 0)));
}

void TestCleanupPage::whyKeptIsAnswered()
{
    plan().setFocus();
    key(Qt::Key_F, Qt::ControlModifier);
    auto& field = page().plan().holds().whyField();
    QCOMPARE(QApplication::focusWidget(), &field);
    QTest::keyClicks(&field, u"v0.3.0"_s);
    QCOMPARE(page().plan().holds().answer(),
             u"vision-gpu:v0.3.0 stays: Among the newest 1 of v*; Tagged v0.3.0, but not older than 60d"_s);
    field.setText(named(u"c1a"_s).toString());
    QVERIFY2(page().plan().holds().answer().endsWith(u"stays: Part of latest (linux/amd64)"_s),
             qPrintable(page().plan().holds().answer()));
    field.setText(u"nowhere"_s);
    QCOMPARE(page().plan().holds().answer(), u"No version has this tag, or a digest that begins so."_s);
    // An answer that comes late is of what is no longer asked.
    page().takeAnswers(u"v0.3.0"_s, whyKept(*page().sheet(), u"v0.3.0"_s));
    QCOMPARE(page().plan().holds().answer(), u"No version has this tag, or a digest that begins so."_s);
}

void TestCleanupPage::whyKeptIsAnsweredWhereNothingGoes()
{
    page().setSheet(cleanupFrom(page().sheet()->inventory, cleanupTermsFrom(u"grace: 1h"_s)));
    key(Qt::Key_F, Qt::ControlModifier);
    auto& field = page().plan().holds().whyField();
    QVERIFY(field.isVisible());
    QCOMPARE(QApplication::focusWidget(), &field);
    QTest::keyClicks(&field, u"v0.2.0"_s);
    QCOMPARE(page().plan().holds().answer(), u"vision-gpu:v0.2.0 stays: No rule is for all of its tags: v0.2.0"_s);
}

void TestCleanupPage::whatBecameOfARunIsSaidAndCanBeClosed()
{
    static QStringList announced;
    announced.clear();
    const bool wasActive = QAccessible::isActive();
    QAccessible::setActive(true);
    const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent* event) {
        if (event->type() == QAccessible::Announcement)
            announced.append(static_cast<QAccessibleAnnouncementEvent*>(event)->message());
    });
    auto& acting = page().acting();
    acting.showStarted(u"Clean up"_s);
    acting.showFailed({ErrorKind::Cancelled, {}, {}, {}});
    QAccessible::installUpdateHandler(before);
    QAccessible::setActive(wasActive);
    QCOMPARE(announced, QStringList{u"It was stopped before anything was done."_s});
    QVERIFY(acting.result().isVisible());
    const auto buttons = acting.result().findChildren<QPushButton*>();
    const auto close = std::ranges::find(buttons, u"Close"_s, &QPushButton::text);
    QVERIFY(close != buttons.end());
    (*close)->setFocus();
    key(Qt::Key_Escape);
    QVERIFY(!acting.result().isVisible());
}

void TestCleanupPage::enterShowsTheVersion()
{
    plan().setFocus();
    plan().setCurrentIndex(plan().plan().indexOf(idOf(u"v2"_s)));
    key(Qt::Key_Return);
    QCOMPARE(window().currentPage(), 0);
    QCOMPARE(window().inventoryPage().details().digestText(), named(u"v2"_s).toString());
}

void TestCleanupPage::deletingIsOfferedOnlyWhereItMayBe()
{
    auto& button = page().plan().applyButton();
    QVERIFY(button.isVisible() && button.isEnabled());
    window().setState(PageState::offline(fixtureTime()));
    QVERIFY(button.isVisible() && !button.isEnabled());
    QCOMPARE(button.toolTip(), u"Offline: nothing can be changed."_s);
    window().setState(PageState::ready());
    window().setWriteAccess(WriteAccess::AccountReadOnly);
    QVERIFY(!button.isVisible());
    window().setWriteAccess(WriteAccess::Allowed);
    // Of another inventory than the one in sight nothing is deleted.
    window().setInventory(inventoryFrom(untidyOrganisation()));
    QVERIFY(button.isVisible() && !button.isEnabled());
}

void TestCleanupPage::onlyThePlanInSightIsConfirmed()
{
    page().plan().applyButton().click();
    auto* dialog = page().acting().dialog();
    QVERIFY(dialog);
    const QString name = dialog->field().accessibleName();
    dialog->field().setText(name.mid(name.indexOf(u"type "_s) + 5));
    QVERIFY(dialog->confirmButton().isEnabled());
    // Read anew and not planned yet; then the same plan.
    const auto anew = inventoryFrom(untidyOrganisation());
    window().setInventory(anew);
    QVERIFY(!dialog->confirmButton().isEnabled());
    page().setSheet(cleanupFrom(anew, untidyTerms()));
    QVERIFY(dialog->confirmButton().isEnabled());
    // The same versions, of which one has another tag.
    const auto moved = inventoryFrom(untidyOrganisation().replace(u"tags=pr-9 "_s, u"tags=pr-10 "_s));
    window().setInventory(moved);
    page().setSheet(cleanupFrom(moved, untidyTerms()));
    QCOMPARE(page().sheet()->goes(), cleanupFrom(anew, untidyTerms())->goes());
    QVERIFY(!dialog->confirmButton().isEnabled());
    dialog->reject();
}

void TestCleanupPage::severalPoliciesAreChosenFrom()
{
    auto* choice = page().findChild<QComboBox*>();
    QVERIFY(choice && !choice->isVisible());
    page().setPolicies({u"a.yaml"_s, u"b.yaml"_s}, 0);
    QVERIFY(choice->isVisible());
    QSignalSpy chosen(&page(), &CleanupPage::policyChosen);
    choice->setFocus();
    key(Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toInt(), 1);
}

void TestCleanupPage::keysAreNobodyElses()
{
    for (const auto& others : shortcutConflicts(actionKeysOf(window())))
        QCOMPARE(others, QStringList{});
}

void TestCleanupPage::everythingIsReachedByKeyboard()
{
    for (const auto direction : {TabDirection::Forward, TabDirection::Backward}) {
        const auto walk = walkByTab(window(), direction);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        QVERIFY(walk.order.contains(&plan()));
        QVERIFY(walk.order.contains(&page().plan().holds().whyField()));
        QVERIFY(walk.order.contains(&page().plan().applyButton()));
    }
}

void TestCleanupPage::everythingHasAName()
{
    QCOMPARE(accessibleFaults(window()), QStringList{});
    QCOMPARE(namelessWidgets(window()), QStringList{});
}

void TestCleanupPage::textsFit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(1180, 720);
}

void TestCleanupPage::textsFit()
{
    QFETCH(const QSize, size);
    window().resize(size);
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_fixture->theme.setMode(mode);
        QVERIFY(eventually([&] { return window().size() == size; }));
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(window()), QStringList{});
        QCOMPARE(overlappingTexts(window()), QStringList{});
    }
}

SLIPWAY_TEST_SUITE(TestCleanupPage);

} // namespace slipway::test

#include "test_cleanuppage.moc"
