#include "app/actionkeys.h"
#include "gui/startedprogram.h"
#include "gui/walk.h"
#include "models/inventorymodel.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/cleanup/cleanuppage.h"
#include "views/drift/driftpage.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/manifesttab.h"
#include "views/shell/accessbadge.h"
#include "views/shell/freshness.h"
#include "views/shell/topbar.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QMenu>
#include <QRegularExpression>
#include <QStackedLayout>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// Whether a part is one of several of which one is in sight: a page, a tab, a state.
bool isOfStack(const QWidget& part)
{
    const auto* around = part.parentWidget();
    const auto* layout = around ? around->layout() : nullptr;
    if (!layout)
        return false;
    auto stacks = layout->findChildren<const QStackedLayout*>();
    if (const auto* stack = qobject_cast<const QStackedLayout*>(layout))
        stacks.append(stack);
    return std::ranges::any_of(stacks, [&part](const auto* stack) { return stack->indexOf(&part) >= 0; });
}

/// What is hidden in its page is absent; what another page, tab or state lies over is not.
bool isOffered(const QAbstractButton& button)
{
    for (const QWidget* part = &button; part && !part->isWindow(); part = part->parentWidget())
        if (part->isHidden() && !isOfStack(*part))
            return false;
    return true;
}

} // namespace

/// The manager, who looks and changes nothing: follows a link, takes a table along, and sees what is old and why.
class TestManager final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aLinkLeadsToTheVersion();
    void rule14_readOnlyOffersNothingThatChangesAServer();
    void whatLiesUnderAnotherStateIsLookedAtToo();
    void aTableIsTakenAlongAsText();
    void offlineIsToldWithItsReason();

private:
    void begin(bool isOffline, WriteAccess access = WriteAccess::StartedReadOnly);
    [[nodiscard]] MainWindow& window() { return m_program->window(); }
    [[nodiscard]] InventoryPage& page() { return m_program->page(); }
    [[nodiscard]] InventoryTree& tree() { return page().tree(); }
    /// Everything that can be pressed or chosen anywhere.
    [[nodiscard]] QStringList offers();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StartedProgram> m_program;
};

void TestManager::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    begin(false);
    QVERIFY(m_program->read());
}

void TestManager::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void TestManager::begin(bool isOffline, WriteAccess access)
{
    m_program.reset();
    Target target = demoTarget(m_folder->path());
    target.access = access;
    target.isOffline = isOffline;
    m_program = std::make_unique<StartedProgram>(ProgramStart{
        target, *parseDeepLink(u"slipway://northquay/inventory/apc-emotion-gpu:v0.4.0"_s), StartRole::Manager});
    window().resize(1440, 900);
}

QStringList TestManager::offers()
{
    QStringList pages; // to go to one changes nothing, whatever is done there
    for (const auto& descriptor : window().pages())
        pages.append(descriptor.title);
    QStringList texts;
    const auto actions = window().findChildren<QAction*>();
    for (const auto* action : actions)
        if (action->isVisible() && !pages.contains(fullText(*action)))
            texts.append(fullText(*action));
    const auto buttons = window().findChildren<QAbstractButton*>();
    for (const auto* button : buttons)
        if (isOffered(*button) && !pages.contains(button->accessibleName()) && !pages.contains(button->text()))
            texts << button->text() << button->accessibleName();
    texts.removeAll(QString());
    return texts;
}

void TestManager::aLinkLeadsToTheVersion()
{
    QCOMPARE(page().breadcrumb().constLast(), u"apc-emotion-gpu"_s);
    QCOMPARE(tree().currentIndex().siblingAtColumn(0).data().toString(), u"v0.4.0"_s);
    QCOMPARE(m_program->notices(), QStringList());
    m_program->places().open({*parseDeepLink(u"slipway://siriusscan/inventory"_s), {}});
    QVERIFY(eventually([this] {
        return page().model().inventory() && page().model().inventory()->snapshot->owner.login == u"siriusscan"_s;
    }));
    // A link is no way round what the start forbids.
    QVERIFY(window().topBar().access().isVisible());
    QVERIFY(isReadOnly(window().pageAt(0).writeAccess()));
}

void TestManager::rule14_readOnlyOffersNothingThatChangesAServer()
{
    // "Clean up" is done to a server; of a cleanup there are plans to look at. The window's layout is restored too.
    const QRegularExpression changes(
        u"\\b(delete|remove|clean up|prune|deploy|roll ?back|promote|abort|build|push|retag|untag|sign|pull request|"
        "issues|restore(?! the default| default)|go on with)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    QVERIFY(changes.match(u"Restore 3 versions"_s).hasMatch());
    QVERIFY(changes.match(u"Roll back web-prod"_s).hasMatch());
    const QList<Step> steps{
        {press(u"Home, Down, Down, Right, Down"_s), u"a version"_s,
         [this] { return !page().details().digestText().isEmpty(); }},
        {click(
             u"clicks it with the right button"_s, *tree().viewport(),
             [this] { return tree().visualRect(tree().currentIndex()).center(); }, Qt::RightButton),
         u"what can be done with it"_s,
         [] { return qobject_cast<QMenu*>(QApplication::activePopupWidget()) != nullptr; }},
        {happens(u"looks"_s, [] {}), u"nothing that changes a server"_s,
         [this, changes] { return offers().filter(changes).isEmpty(); }},
        {press(u"Escape"_s), u"the tree"_s, [] { return QApplication::activePopupWidget() == nullptr; }},
    };
    tree().setFocus();
    QCOMPARE(walk(window(), steps), QString());
    QVERIFY(offers().size() > 30);
    QCOMPARE(offers().filter(changes), QStringList());
    // What these two pages offer comes with what they show.
    window().setCurrentPage(2);
    QVERIFY(eventually([this] { return window().driftPage().look() && !window().driftPage().isWaiting(); }));
    QCOMPARE(offers().filter(changes), QStringList());
    window().setCurrentPage(3);
    QVERIFY(eventually([this] { return window().cleanupPage().sheet() && !window().cleanupPage().isWaiting(); }));
    QCOMPARE(offers().filter(changes), QStringList());
    QCOMPARE(window().topBar().access().badge().text, u"Read-only"_s);
    QVERIFY(!window().topBar().access().toolTip().isEmpty());
}

/// Or the test above would forgive a button as long as its page waits.
void TestManager::whatLiesUnderAnotherStateIsLookedAtToo()
{
    const QRegularExpression deletes(u"^Delete \\d+ version"_s);
    QVERIFY(!window().cleanupPage().sheet()); // nobody saw the page: its plan lies under what it says meanwhile
    QCOMPARE(offers().filter(deletes), QStringList());
    begin(false, WriteAccess::Allowed);
    QVERIFY(m_program->read());
    QVERIFY(!window().cleanupPage().sheet());
    QCOMPARE(offers().filter(deletes).size(), 1);
    window().setCurrentPage(3);
    QVERIFY(eventually([this] { return window().cleanupPage().sheet() && !window().cleanupPage().isWaiting(); }));
    QCOMPARE(offers().filter(deletes).size(), 1);
}

void TestManager::aTableIsTakenAlongAsText()
{
    tree().setFocus();
    const QList<Step> steps{
        {press(u"Home, Down, Down"_s), u"an image"_s,
         [this] { return page().footTexts().first().startsWith(u"1 image"_s); }},
        {press(u"Shift+Down, Shift+Down, Ctrl+C"_s), u"the rows on the clipboard"_s,
         [] { return QApplication::clipboard()->text().count(u'\n') > 3; }},
    };
    QCOMPARE(walk(window(), steps), QString());
    const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    // A head, and columns that stand below one another.
    const qsizetype place = lines.first().indexOf(u"digest"_s, 0, Qt::CaseInsensitive);
    QVERIFY2(place > 0, qPrintable(lines.first()));
    for (const auto& line : lines.sliced(1))
        QVERIFY2(QStringView(line).sliced(place).startsWith(u"sha256:"_s), qPrintable(line));
}

void TestManager::offlineIsToldWithItsReason()
{
    begin(true);
    m_program->start();
    QVERIFY(eventually([this] { return tree().currentIndex().isValid(); }));
    QCOMPARE(tree().currentIndex().siblingAtColumn(0).data().toString(), u"v0.4.0"_s);
    auto& freshness = window().topBar().freshness();
    QVERIFY(eventually([&] { return freshness.text().startsWith(u"Offline: data from "_s); }));
    const auto* refresh = freshness.findChild<QToolButton*>();
    QVERIFY(!refresh->isEnabled());
    QVERIFY2(refresh->toolTip().contains(u"--offline"_s), qPrintable(refresh->toolTip()));
    // What is not on this machine is told with its reason too, in place.
    page().setTab(DetailsTab::Manifest);
    QVERIFY(eventually([this] { return !page().details().isWaiting(); }));
    const QString verdict = page().details().manifestTab().verdict();
    QVERIFY2(verdict == u"Digest matches content"_s || verdict.contains(u"offline"_s, Qt::CaseInsensitive),
             qPrintable(verdict));
    const QList<Step> steps{
        {press(u"F5"_s), u"nothing that is read"_s,
         [&] { return freshness.text().startsWith(u"Offline: data from "_s) && tree().currentIndex().isValid(); }},
    };
    QCOMPARE(walk(window(), steps), QString());
}

SLIPWAY_TEST_SUITE(TestManager);

} // namespace slipway::test

#include "test_manager.moc"
