#include "core/errortext.h"
#include "gui/palettehands.h"
#include "support/suite.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/layercomparison.h"
#include "views/inventory/treefilter.h"
#include "views/ladder/comparedialog.h"
#include "views/widgets/searchfield.h"

#include <QSignalSpy>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What Ctrl+K offers before anything is typed.
class TestPaletteSuggesting final : public QObject, protected PaletteHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(showPaletteWindow()); }
    void cleanup() { closeWindow(); }
    void suggestsWhatTheSelectionIsGoodFor();
    void suggestsToClearTheFilter();
    void suggestsToReadAgain();
    void suggestsTheLogAfterAFailure();
    void suggestsAnAccountWhereThereIsNone();

private:
    /// With an account nothing is suggested but what is tested here.
    void signIn()
    {
        const OwnerChoice northquay{OwnerChoice::Kind::Account, u"northquay"_s, u"a1"_s};
        window().setOwners({{u"Work"_s, {northquay}}}, northquay);
    }
};

void TestPaletteSuggesting::suggestsWhatTheSelectionIsGoodFor()
{
    signIn();
    chooseAffectiveCpu();
    open();
    const QStringList copies{u"Copy pull command"_s, u"Copy full digest"_s};
    QCOMPARE(below(u"Suggested"_s), copies);
    QCOMPARE(palette().current()->detail, u"docker pull ghcr.io/northquay/affective-cpu:v0.4.1"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually(
        [] { return QApplication::clipboard()->text() == "docker pull ghcr.io/northquay/affective-cpu:v0.4.1"_L1; }));
    open();
    QCOMPARE(below(u"Suggested"_s), copies); // and not among the last again
    QCOMPARE(below(u"Recent"_s), QStringList{});
    key(Qt::Key_Down);
    QCOMPARE(palette().current()->detail, named(u"c1"_s).shortForm());
    key(Qt::Key_Return);
    QVERIFY(eventually([] { return QApplication::clipboard()->text() == named(u"c1"_s).toString(); }));
    QVERIFY(eventually([this] { return page().tree().hasFocus(); }));
    key(Qt::Key_Down, Qt::ShiftModifier);
    open();
    QCOMPARE(below(u"Suggested"_s), (QStringList{u"Compare layers…"_s, u"Copy as text"_s}));
    QCOMPARE(below(u"Recent"_s), (QStringList{u"Copy full digest"_s, u"Copy pull command"_s}));
    key(Qt::Key_Return);
    QVERIFY(eventually([this] { return page().comparison().dialog() != nullptr; }));
    page().comparison().dialog()->close();
}

void TestPaletteSuggesting::suggestsToClearTheFilter()
{
    signIn();
    key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(eventually([this] { return page().filter().bar().field().hasFocus(); }));
    QTest::keyClicks(&page().filter().bar().field(), u"nowhere"_s);
    open();
    QCOMPARE(below(u"Suggested"_s), QStringList{u"Clear filter"_s});
    QCOMPARE(palette().current()->detail, u"nowhere"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually([this] { return page().filter().bar().text().isEmpty(); }));
    open();
    QCOMPARE(below(u"Suggested"_s), QStringList{});
    QCOMPARE(currentTitle(), u"Clear filter"_s); // done last, and not to be done again
    QVERIFY(!palette().current()->isEnabled);
}

void TestPaletteSuggesting::suggestsToReadAgain()
{
    signIn();
    open();
    QCOMPARE(below(u"Suggested"_s), QStringList{});
    palette().reject();
    window().setClock(Clock(fixtureTime().addSecs(1200)));
    QSignalSpy wanted(&window(), &MainWindow::refreshRequested);
    open();
    QCOMPARE(below(u"Suggested"_s), QStringList{u"Refresh"_s});
    QCOMPARE(palette().current()->detail, u"Stale 20 min"_s);
    key(Qt::Key_Return);
    QVERIFY(eventually([&] { return wanted.size() == 1; }));
    window().setRefreshAllowed(false);
    open();
    QCOMPARE(below(u"Suggested"_s), QStringList{});
}

void TestPaletteSuggesting::suggestsTheLogAfterAFailure()
{
    signIn();
    const Error refused{ErrorKind::Unauthorized, u"the packages of northquay"_s, {}, {}};
    window().setState(PageState::failed(refused));
    open();
    QCOMPARE(below(u"Suggested"_s), (QStringList{u"Manage accounts…"_s, u"Show or hide the log"_s, u"Refresh"_s}));
    key(Qt::Key_Down);
    QCOMPARE(palette().current()->detail, errorText(refused).what);
    key(Qt::Key_Return);
    QVERIFY(eventually([this] { return window().isLogOpen(); }));
    open();
    QCOMPARE(below(u"Suggested"_s), (QStringList{u"Manage accounts…"_s, u"Refresh"_s}));
}

void TestPaletteSuggesting::suggestsAnAccountWhereThereIsNone()
{
    QSignalSpy wanted(&window(), &MainWindow::addAccountRequested);
    open();
    QCOMPARE(below(u"Suggested"_s), QStringList{u"Add account…"_s});
    key(Qt::Key_Return);
    QVERIFY(eventually([&] { return wanted.size() == 1; }));
    signIn();
    open();
    QCOMPARE(below(u"Suggested"_s), QStringList{});
}

SLIPWAY_TEST_SUITE(TestPaletteSuggesting);

} // namespace slipway::test

#include "test_palettesuggesting.moc"
