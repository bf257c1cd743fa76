#include "app/actionkeys.h"
#include "core/errortext.h"
#include "gui/accessiblewalk.h"
#include "gui/showndrift.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/drift/acknowledgedialog.h"
#include "views/drift/driftfixes.h"
#include "views/drift/driftmatrixview.h"
#include "views/drift/findingcard.h"
#include "views/drift/findingkinds.h"
#include "views/drift/findingsview.h"
#include "views/drift/issuesdialog.h"
#include "views/drift/laddercard.h"
#include "views/drift/lockdialog.h"
#include "views/drift/proposaldialog.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorypage.h"
#include "views/ladder/ladderpanel.h"
#include "views/ladder/ladderview.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/sidebarbutton.h"
#include "views/shell/topbar.h"
#include "views/storage/figureview.h"
#include "views/theme/typography.h"
#include "views/widgets/dayfield.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The Drift page, by key and mouse.
class TestDriftPage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void keysOpenThePage();
    void rule17_whatShouldBeSharedAndIsNot();
    void findingsAreTold();
    void statesAreTold_data();
    void statesAreTold();
    void nothingIsLookedForUnseen();
    void theSidebarTellsWhatIsOpen();
    void arrowKeysGoFromFindingToFinding();
    void arrowKeysGoFromCellToCell();
    void enterOnAFindingShowsTheImage();
    void typingFilters();
    void keysAreNobodyElses();
    void kindsAreChosen();
    void aFindingIsAcknowledged();
    void anyTwoImagesAreCompared();
    void packagesAreCompared();
    void everythingIsCopied();
    void theLockIsRegeneratedAfterAPreview();
    void previewsGrowWithText();
    void copiesOfPreviewsAreTold();
    void aLockThatCannotBeWritten();
    void aPullRequestIsPushedAfterAPreview();
    void whatCannotBePushedIsTold();
    void issuesAreChangedAfterAPreview();
    void nothingIsPushedWhereNothingMayBe();
    void arrangementIsKept();
    void imagesAreFoundByName();
    void aNewLookKeepsThePlace();
    void everythingIsReachedByKeyboard();
    void everythingHasAName();
    void textsFit_data();
    void textsFit();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] DriftPage& page() { return window().driftPage(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window();
        QTest::keyClick(target, key, modifiers);
    }
    void keys(const QString& text)
    {
        for (const QChar c : text)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }
    [[nodiscard]] static QStringList rowsOf(const QAbstractItemModel& model)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
            rows.append(cells.join(u" | "_s));
        }
        return rows;
    }
    [[nodiscard]] QString compared()
    {
        const auto names = page().ladder().compared();
        return names.left + u" / "_s + names.right;
    }
    [[nodiscard]] QPushButton* button(const QString& text)
    {
        for (auto* each : page().findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
    void push(const QString& text)
    {
        auto* each = button(text);
        QVERIFY2(each && each->isEnabled(), qPrintable(text));
        QTest::mouseClick(each, Qt::LeftButton);
    }
    [[nodiscard]] LockPreviewPtr preview(const QString& path)
    {
        auto made = std::make_shared<LockPreview>();
        made->draft.path = path;
        made->draft.before.text = "{\n  \"a\": 1\n}\n";
        made->draft.text = "{\n  \"a\": 2\n}\n";
        made->draft.merged.changes = {
            {LockChangeKind::Moved, {u"affective-gpu"_s}, {u"latest"_s}, named(u"before"_s), named(u"g1"_s)}};
        made->diff = lockDiff(made->draft.before.text, made->draft.text);
        return made;
    }

    [[nodiscard]] ProposalPreviewPtr proposal()
    {
        auto made = std::make_shared<ProposalPreview>();
        const auto lock = preview(u"build-lock.json"_s);
        made->draft = lock->draft;
        made->diff = lock->diff;
        made->proposal.repository = {u"northquay"_s, u"platform"_s};
        made->proposal.base = u"main"_s;
        made->proposal.branch = u"slipway/build-lock"_s;
        made->proposal.files = {{u"deploy/build-lock.json"_s, lock->draft.text}};
        made->proposal.title = u"build: update build-lock.json"_s;
        return made;
    }
    void offerRepository()
    {
        page().setWriteAccess(WriteAccess::Allowed);
        page().setRepository({true, true});
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestDriftPage::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    showDrift(window());
    QVERIFY(m_fixture->show());
    QApplication::clipboard()->clear();
}

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

/// Reading configs and SBOMs begins when somebody wants to see what they say.
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

void TestDriftPage::arrowKeysGoFromFindingToFinding()
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

void TestDriftPage::arrowKeysGoFromCellToCell()
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

/// Keys that two actions had would be neither's.
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

void TestDriftPage::aFindingIsAcknowledged()
{
    QSignalSpy asked(&page().fixes(), &DriftFixes::acknowledgeRequested);
    page().findings().setFocus();
    key(Qt::Key_Home);
    const auto life = *page().card().finding();
    push(u"Acknowledge…"_s);
    auto* dialog = page().fixes().acknowledging();
    QVERIFY(dialog);
    QVERIFY(eventually([&] { return dialog->reasonField().hasFocus(); }));
    QVERIFY(!dialog->confirmButton().isEnabled());
    key(Qt::Key_Return);
    QCOMPARE(asked.size(), 0);
    keys(u"rebuild is scheduled"_s);
    key(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0].at(0).toLongLong(), life.id);
    QCOMPARE(asked[0].at(1).toString(), u"rebuild is scheduled"_s);
    QCOMPARE(asked[0].at(2).toDateTime(), QDateTime(QDate(2026, 12, 6).startOfDay()));
    page().fixes().showAcknowledged(std::unexpected(Error{ErrorKind::Store, u"slipway.db"_s, u"disk full"_s, {}}));
    QVERIFY(dialog->isVisible() && dialog->confirmButton().isEnabled());
    const auto done = acknowledged(life, u"rebuild is scheduled"_s, asked[0].at(2).toDateTime(), fixtureTime()).value();
    page().fixes().showAcknowledged(done);
    QVERIFY(eventually([&] { return !page().fixes().acknowledging(); }));
    auto lives = page().look()->lives;
    lives[0] = done;
    page().setLook(driftFrom(page().look()->ground, fixtureTime(), lives));
    QVERIFY(button(u"Acknowledged 1"_s));
    QCOMPARE(page().matrix().model()->index(0, 3).data().toString(), u"1 known"_s);
    QCOMPARE(page().card().lines()[2],
             u"First seen 12:00. Acknowledged until 6 Dec 2026, 00:00: rebuild is scheduled"_s);
}

void TestDriftPage::anyTwoImagesAreCompared()
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

void TestDriftPage::packagesAreCompared()
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

void TestDriftPage::theLockIsRegeneratedAfterAPreview()
{
    QSignalSpy asked(&page().fixes(), &DriftFixes::lockPreviewRequested);
    QSignalSpy written(&page().fixes(), &DriftFixes::lockWriteRequested);
    push(u"Regenerate lock…"_s);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!page().fixes().regenerating());
    const auto shown = preview(u"/tmp/build-lock.json"_s);
    page().fixes().showLockPreview(shown);
    auto* dialog = page().fixes().regenerating();
    QVERIFY(dialog);
    QCOMPARE(dialog->sentences()[0], u"1 tag on another digest: 1 lines go, 1 come."_s);
    QCOMPARE(dialog->text().toPlainText(), u"  {\n-   \"a\": 1\n+   \"a\": 2\n  }"_s);
    QVERIFY(eventually([&] { return dialog->isVisible(); }));
    QCOMPARE(written.size(), 0);
    QTest::mouseClick(&dialog->writeButton(), Qt::LeftButton);
    QCOMPARE(written.size(), 1);
    QCOMPARE(written[0].at(0).value<LockPreviewPtr>(), shown);
    page().fixes().showLockWritten(failure(ErrorKind::FileAccess, u"/tmp/build-lock.json"_s, u"disk full"_s));
    QVERIFY(dialog->isVisible());
    page().fixes().showLockWritten({});
    QVERIFY(eventually([&] { return !page().fixes().regenerating(); }));
}

/// A preview is wider than other dialogs, and stays so whatever size text has.
void TestDriftPage::previewsGrowWithText()
{
    const auto restore = qScopeGuard([] { setTextScale(1); });
    const LockDialog lock(preview(u"/tmp/build-lock.json"_s), &window());
    const ProposalDialog pull(proposal(), &window());
    const std::array dialogs{static_cast<const Dialog*>(&lock), static_cast<const Dialog*>(&pull)};
    for (const auto* dialog : dialogs)
        QVERIFY2(dialog->minimumWidth() > 560, qPrintable(dialog->windowTitle()));
    const int lockWidth = lock.width();
    const int pullWidth = pull.width();
    const int textHeight = pull.findChild<QPlainTextEdit*>()->minimumHeight();
    setTextScale(1.5);
    QCOMPARE(lock.width(), withText(lockWidth));
    QCOMPARE(pull.width(), withText(pullWidth));
    QCOMPARE(pull.findChild<QPlainTextEdit*>()->minimumHeight(), withText(textHeight));
}

void TestDriftPage::copiesOfPreviewsAreTold()
{
    LockDialog lock(preview(u"/tmp/build-lock.json"_s), &window());
    ProposalDialog pull(proposal(), &window());
    auto steps = std::make_shared<IssuesPreview>();
    steps->steps = {{IssueAct::Open, u"a"_s, 0, {}, u"Drift: a"_s, {}}};
    IssuesDialog issues(steps, &window());
    const std::array<Dialog*, 3> dialogs{&lock, &pull, &issues};
    for (auto* dialog : dialogs) {
        dialog->show();
        auto* text = dialog->findChild<QPlainTextEdit*>();
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), text->toPlainText());
        const auto* toast = dialog->findChild<Toast*>();
        QVERIFY2(toast, qPrintable(dialog->windowTitle()));
        QCOMPARE(toast->sentence(), u"Copied as text"_s);
        dialog->close();
    }
}

void TestDriftPage::aLockThatCannotBeWritten()
{
    page().fixes().showLockPreview(preview(u":/demo/northquay.build-lock.json"_s));
    auto* dialog = page().fixes().regenerating();
    QVERIFY(dialog);
    QVERIFY(!dialog->writeButton().isEnabled());
    QVERIFY(dialog->sentences().contains(u"The demo's lock file is a part of the program and cannot be written."_s));
    dialog->reject();
    page().fixes().showLockPreview(
        std::unexpected(Error{ErrorKind::InvalidFile, u"/team/build-lock.json:2:1"_s, u"no JSON"_s, {}}));
    QVERIFY(page().stateTexts().constFirst().contains(u"build-lock.json:2:1"_s));
}

void TestDriftPage::aPullRequestIsPushedAfterAPreview()
{
    offerRepository();
    QSignalSpy asked(&page().fixes(), &DriftFixes::proposalRequested);
    QSignalSpy pushed(&page().fixes(), &DriftFixes::pushRequested);
    // From the lock's preview as well as by itself.
    page().fixes().showLockPreview(preview(u"/tmp/build-lock.json"_s));
    QVERIFY(eventually([&] { return page().fixes().regenerating()->isVisible(); }));
    QTest::mouseClick(&page().fixes().regenerating()->proposeButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(eventually([&] { return !page().fixes().regenerating(); }));
    QVERIFY(page().more().isVisible());
    page().more().menu()->actions()[0]->trigger();
    QCOMPARE(asked.size(), 2);
    const auto shown = proposal();
    page().fixes().showProposal(shown);
    auto* dialog = page().fixes().proposing();
    QVERIFY(dialog && eventually([&] { return dialog->isVisible(); }));
    QCOMPARE(dialog->sentences(),
             (QStringList{u"Repository: northquay/platform"_s, u"Branch: slipway/build-lock, to be merged into main"_s,
                          u"Title: build: update build-lock.json"_s}));
    QCOMPARE(dialog->text().toPlainText(), u"  {\n-   \"a\": 1\n+   \"a\": 2\n  }"_s);
    QCOMPARE(pushed.size(), 0);
    QTest::mouseClick(&dialog->pushButton(), Qt::LeftButton);
    QCOMPARE(pushed.size(), 1);
    QCOMPARE(pushed[0].at(0).value<ProposalPreviewPtr>(), shown);
    QVERIFY(!dialog->pushButton().isEnabled());
    ProposalOutcome outcome;
    outcome.end = ProposalEnd::Opened;
    outcome.pull = PullRequest{12, QUrl(u"https://github.com/northquay/platform/pull/12"_s), true, {}, {}, {}, {}};
    page().fixes().showPushed(outcome);
    QCOMPARE(dialog->sentences().last(), u"Pull request 12 is open."_s);
    QVERIFY(dialog->openButton().isVisible() && !dialog->pushButton().isVisible());
    QCOMPARE(dialog->openButton().toolTip(), u"https://github.com/northquay/platform/pull/12"_s);
    dialog->reject();
}

void TestDriftPage::whatCannotBePushedIsTold()
{
    offerRepository();
    page().fixes().showProposal(proposal());
    auto* dialog = page().fixes().proposing();
    QVERIFY(dialog && eventually([&] { return dialog->isVisible(); }));
    QTest::mouseClick(&dialog->pushButton(), Qt::LeftButton);
    page().fixes().showPushed(failure(ErrorKind::Refused, u"build-lock.json was changed in main"_s));
    QVERIFY(dialog->sentences().last().startsWith(u"Refused: build-lock.json was changed in main."_s));
    QVERIFY(dialog->pushButton().isEnabled() && !dialog->openButton().isVisible());
    // Half way: what is there stays.
    ProposalOutcome half;
    half.changes = 1;
    half.stopped = Error{ErrorKind::Network, u"api.github.com"_s, {}, {}};
    page().fixes().showPushed(half);
    QCOMPARE(dialog->sentences().last(),
             u"No connection to api.github.com. What was pushed stays; pressing again goes on where this stopped."_s);
    dialog->reject();
    page().fixes().showProposal(std::unexpected(Error{ErrorKind::NotFound, u"northquay/platform"_s, {}, {}}));
    QVERIFY(page().stateTexts().constFirst().contains(u"northquay/platform"_s));
}

void TestDriftPage::issuesAreChangedAfterAPreview()
{
    offerRepository();
    QSignalSpy asked(&page().fixes(), &DriftFixes::issuesRequested);
    QSignalSpy changed(&page().fixes(), &DriftFixes::issueChangesRequested);
    page().more().menu()->actions()[1]->trigger();
    QCOMPARE(asked.size(), 1);
    auto shown = std::make_shared<IssuesPreview>();
    shown->matters.repository = {u"northquay"_s, u"platform"_s};
    shown->steps = {{IssueAct::Open, u"a"_s, 0, {}, u"Drift: a"_s, {}},
                    {IssueAct::Close, u"b"_s, 7, {}, u"Drift: b"_s, {}}};
    page().fixes().showIssues(IssuesPreviewPtr(shown));
    auto* dialog = page().fixes().tracking();
    QVERIFY(dialog && eventually([&] { return dialog->isVisible(); }));
    QCOMPARE(dialog->sentences(), (QStringList{u"northquay/platform: 1 issue to open, 1 to close."_s,
                                               u"open: Drift: a"_s, u"close, resolved: Drift: b #7"_s}));
    QCOMPARE(changed.size(), 0);
    QTest::mouseClick(&dialog->changeButton(), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    IssueOutcome outcome;
    outcome.done = {
        {IssueAct::Open, u"a"_s, 8, QUrl(u"https://github.com/northquay/platform/issues/8"_s), u"Drift: a"_s, {}}};
    outcome.failed = {{shown->steps[1], {ErrorKind::Refused, u"issue 7 of northquay/platform"_s, {}, {}}}};
    page().fixes().showIssuesChanged(outcome);
    QVERIFY(dialog->sentences().contains(u"Opened: https://github.com/northquay/platform/issues/8"_s));
    QCOMPARE(dialog->sentences().last(), u"Not all of it is done; look again to go on."_s);
    dialog->reject();
}

void TestDriftPage::nothingIsPushedWhereNothingMayBe()
{
    page().setRepository({true, true});
    page().setWriteAccess(WriteAccess::StartedReadOnly);
    QVERIFY(!page().fixes().proposeAction().isVisible() && !page().fixes().issuesAction().isVisible());
    page().fixes().showLockPreview(preview(u"/tmp/build-lock.json"_s));
    QVERIFY(!page().fixes().regenerating()->proposeButton().isVisibleTo(page().fixes().regenerating()));
    page().fixes().regenerating()->reject();
    page().setWriteAccess(WriteAccess::Allowed);
    QVERIFY(page().fixes().proposeAction().isVisible() && page().fixes().issuesAction().isVisible());
    page().setRepository({true, false});
    QVERIFY(page().fixes().proposeAction().isVisible() && !page().fixes().issuesAction().isVisible());
    page().setRepository({});
    QVERIFY(!page().fixes().proposeAction().isVisible() && !page().more().isVisible());
}

void TestDriftPage::arrangementIsKept()
{
    QSignalSpy layout(&window(), &MainWindow::layoutChanged);
    push(u"Errors 3"_s);
    QVERIFY(layout.size() > 0);
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

void TestDriftPage::aNewLookKeepsThePlace()
{
    page().findings().setFocus();
    key(Qt::Key_End);
    const auto before = *page().card().finding();
    page().ladder().compare({u"affective-cpu:v0.4.0"_s, u"affective-cpu:v0.4.1"_s});
    page().setLook(driftingLook(inventoryFrom(driftingOrganisation())));
    QCOMPARE(page().card().finding()->key, before.key);
    QCOMPARE(compared(), u"affective-cpu:v0.4.0 / affective-cpu:v0.4.1"_s);
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

void TestDriftPage::everythingHasAName()
{
    QCOMPARE(accessibleFaults(window()), QStringList{});
    QCOMPARE(namelessWidgets(window()), QStringList{});
}

void TestDriftPage::textsFit_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << QSize(1440, 900);
    QTest::newRow("smallest") << QSize(1180, 720);
}

void TestDriftPage::textsFit()
{
    QFETCH(const QSize, size);
    window().resize(size);
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_fixture->theme.setMode(mode);
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

SLIPWAY_TEST_SUITE(TestDriftPage);

} // namespace slipway::test

#include "test_driftpage.moc"
