#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/historytab.h"
#include "views/inventory/historytable.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/theme/typography.h"

#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What was seen of a package's past, beside the tree.
class TestHistoryTab final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void isReachedAndCopiedByKeyboard();
    void tellsOfTheVersionFirstAndOfThePackageWhenAsked();
    void digestsHaveTheWholeLine();
    void hiddenNothingOlderIsLookedFor();
    void olderPartsFollow();
    void olderPartsKeepTheKeyboard();
    void anOlderPartThatFailsIsTriedAgain();
    void whoTriesAgainKeepsTheKeyboard();
    void anotherReadingAddsAtTheTop();
    void nothingIsAskedForUnseen();
    void nothingIsAskedForWhileTheDetailsAreHidden();
    void answersThatCameTooLateAreLeftAlone();
    void tellsWhatItCannotShow();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] InventoryPage& page() { return window().inventoryPage(); }
    [[nodiscard]] HistoryTab& tab() { return page().details().historyTab(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    [[nodiscard]] QPushButton* button(const QString& text)
    {
        const auto buttons = tab().findChildren<QPushButton*>();
        const auto found = std::ranges::find(buttons, text, &QPushButton::text);
        return found == buttons.end() ? nullptr : *found;
    }
    /// Tab until a button has the keyboard.
    [[nodiscard]] bool tabTo(const QString& text)
    {
        for (int i = 0; i < 60 && QApplication::focusWidget() != button(text); ++i)
            key(Qt::Key_Tab);
        return button(text) && QApplication::focusWidget() == button(text);
    }
    [[nodiscard]] QStringList titles()
    {
        QStringList titles;
        for (int row = 0; row < tab().model().rowCount(); ++row)
            titles.append(tab().model().index(row, 0).data().toString());
        return titles;
    }
    [[nodiscard]] bool showsHistoryOf(const PackageName& package, const QString& tag)
    {
        page().setTab(DetailsTab::History);
        return page().select(package, tag) && eventually([&] { return !page().details().isWaiting(); });
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestHistoryTab::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
    QApplication::clipboard()->clear();
}

void TestHistoryTab::isReachedAndCopiedByKeyboard()
{
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    page().tree().setFocus();
    key(Qt::Key_Return);
    QVERIFY(qobject_cast<QTabBar*>(QApplication::focusWidget()));
    for (int step = 0; step < 5; ++step)
        key(Qt::Key_Right);
    QCOMPARE(page().details().tab(), DetailsTab::History);
    QVERIFY(eventually([&] { return !page().details().isWaiting(); }));
    QCOMPARE(titles(), (QStringList{u"Tag latest moved"_s, u"Version v0.4.1, latest appeared"_s}));
    QVERIFY(tab().note().startsWith(u"Seen since "_s));
    for (int i = 0; i < 6 && QApplication::focusWidget() != &tab().table(); ++i)
        key(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), &tab().table());
    key(Qt::Key_Home);
    key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(u"Tag latest moved  from "_s + named(u"v1"_s).toString()));
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 0);
    key(Qt::Key_Return);
    QVERIFY(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Down); // the newer digest first, then the one before
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(QApplication::clipboard()->text(), named(u"v1"_s).toString());
    const QString tip = tab().model().index(0, 1).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(named(u"v2"_s).toString()), qPrintable(tip));
    QCOMPARE(tab().model().index(0, 1).data().toString(), u"24 h"_s);
}

/// Beside the age there is nothing on a row's second line.
void TestHistoryTab::digestsHaveTheWholeLine()
{
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, u"v0.4.0"_s));
    auto& table = tab().table();
    const QModelIndex seen = tab().model().index(0, 1);
    const QString digests = seen.siblingAtColumn(0).data(HistoryModel::kDetailRole).toString();
    const int needed = QFontMetrics(fontFor(TextRole::Mono)).horizontalAdvance(digests);
    // As narrow as they allow: then they reach below the age.
    table.setFixedWidth(needed + 60);
    QVERIFY(eventually([&] { return table.visualRect(seen).left() > 0; }));
    QImage picture(table.viewport()->size(), QImage::Format_RGB32);
    table.viewport()->render(&picture);
    const QRect cell = table.visualRect(seen);
    int inked = 0;
    for (int x = cell.left(); x < cell.right() - 12; ++x)
        for (int y = cell.top() + 24; y < cell.bottom() - 4; ++y)
            inked += picture.pixelColor(x, y).lightness() < 150 ? 1 : 0;
    QVERIFY2(inked > 20, qPrintable(u"%1 of %2"_s.arg(inked).arg(cell.width())));
}

void TestHistoryTab::tellsOfTheVersionFirstAndOfThePackageWhenAsked()
{
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, u"v0.4.0"_s));
    QCOMPARE(titles(), QStringList{u"Tag latest moved"_s});
    QTest::mouseClick(button(u"Whole package"_s), Qt::LeftButton);
    QCOMPARE(titles(), (QStringList{u"Tag latest moved"_s, u"Version v0.4.1, latest appeared"_s}));
    QTest::mouseClick(button(u"Whole package"_s), Qt::LeftButton);
    QCOMPARE(titles().size(), 1);
    // Of an image all is told at once.
    QVERIFY(page().select({u"affective-gpu"_s}, {}));
    QCOMPARE(titles().size(), 2);
    QVERIFY(!button(u"Whole package"_s)->isVisible());
    // Copied as shown.
    QTest::mouseClick(button(u"Copy"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 1);
    tab().table().copyCsv();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"not_yet_seen_at,seen_at,event,tags,from,to,versions"_s));
    QVERIFY(QApplication::clipboard()->text().contains(u",tags moved,latest,"_s));
}

void TestHistoryTab::hiddenNothingOlderIsLookedFor()
{
    std::vector<HistoryRequest> asked;
    m_fixture->history = [&](const HistoryRequest& request) {
        asked.push_back(request);
        return std::optional<Result<PackageHistory>>();
    };
    page().tree().setFocus();
    page().setTab(DetailsTab::History);
    QVERIFY(page().select({u"affective-gpu"_s}, {}));
    QVERIFY(eventually([&] { return asked.size() == 1; }));
    PackageHistory nothingSeen;
    nothingSeen.older = 5;
    key(Qt::Key_F9);
    page().showHistory(asked.back(), nothingSeen);
    QCOMPARE(asked.size(), 1U);
    key(Qt::Key_F9);
    QVERIFY(eventually([&] { return asked.size() == 2; }));
    page().showHistory(asked.back(), nothingSeen);
    QCOMPARE(asked.size(), 3U);
    QCOMPARE(asked.back().before, nothingSeen.older);
}

void TestHistoryTab::olderPartsFollow()
{
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, {}));
    QVERIFY(button(u"Show older"_s)->isVisible());
    tab().table().setFocus();
    key(Qt::Key_End);
    const QPersistentModelIndex current = tab().table().currentIndex();
    QTest::mouseClick(button(u"Show older"_s), Qt::LeftButton);
    QCOMPARE(titles(), (QStringList{u"Tag latest moved"_s, u"Version v0.4.1, latest appeared"_s, u"Tag beta removed"_s,
                                    u"2 untagged versions gone"_s}));
    QVERIFY(!button(u"Show older"_s)->isVisible());
    QCOMPARE(tab().table().currentIndex(), QModelIndex(current));
}

void TestHistoryTab::olderPartsKeepTheKeyboard()
{
    QList<HistoryRequest> asked;
    m_fixture->history = [&asked](const HistoryRequest& request) -> std::optional<Result<PackageHistory>> {
        asked.append(request);
        return request.before ? std::nullopt : std::optional(Result<PackageHistory>(shownHistory(request)));
    };
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, {}));
    QVERIFY(tabTo(u"Show older"_s));
    key(Qt::Key_Space);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(tab().note(), u"Reading the history"_s);
    QCOMPARE(QApplication::focusWidget(), button(u"Show older"_s));
    key(Qt::Key_Space); // is read already
    QCOMPARE(asked.size(), 2);
    // The last part: the button goes, the keyboard is in the list.
    window().showHistory(asked.constLast(), shownHistory(asked.constLast()));
    QCOMPARE(titles().size(), 4);
    QVERIFY(!button(u"Show older"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), &tab().table());
}

void TestHistoryTab::anOlderPartThatFailsIsTriedAgain()
{
    bool isBroken = true;
    QList<HistoryRequest> asked;
    m_fixture->history = [&](const HistoryRequest& request) {
        asked.append(request);
        if (request.before && isBroken)
            return Result<PackageHistory>(failure(ErrorKind::Store, u"slipway.db"_s));
        return Result<PackageHistory>(shownHistory(request));
    };
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, {}));
    QVERIFY(tabTo(u"Show older"_s));
    key(Qt::Key_Space);
    QCOMPARE(titles().size(), 2); // what was read stays
    QVERIFY2(tab().note().contains(u"slipway.db"_s), qPrintable(tab().note()));
    QVERIFY(tabTo(u"Try again"_s));
    isBroken = false;
    key(Qt::Key_Space);
    QCOMPARE(asked.size(), 3);
    QCOMPARE(asked.constLast().before, asked.at(1).before);
    QCOMPARE(titles().size(), 4);
    QVERIFY(tab().note().startsWith(u"Seen since "_s));
    QCOMPARE(QApplication::focusWidget(), &tab().table());
}

void TestHistoryTab::whoTriesAgainKeepsTheKeyboard()
{
    std::optional<HistoryRequest> asked;
    m_fixture->history = [](const HistoryRequest&) -> std::optional<Result<PackageHistory>> {
        return Result<PackageHistory>(failure(ErrorKind::Store, u"slipway.db"_s));
    };
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, {}));
    m_fixture->history = [&asked](const HistoryRequest& request) -> std::optional<Result<PackageHistory>> {
        asked = request;
        return std::nullopt;
    };
    QVERIFY(tabTo(u"Try again"_s));
    key(Qt::Key_Space);
    QVERIFY(asked);
    QCOMPARE(tab().stateTexts().constFirst(), u"Reading the history"_s);
    QVERIFY(tab().isAncestorOf(QApplication::focusWidget()));
    window().showHistory(*asked, shownHistory(*asked));
    QCOMPARE(QApplication::focusWidget(), &tab().table());
}

void TestHistoryTab::anotherReadingAddsAtTheTop()
{
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, {}));
    QTest::mouseClick(button(u"Show older"_s), Qt::LeftButton);
    tab().table().setCurrentIndex(tab().model().index(2, 0));
    const QPersistentModelIndex current = tab().table().currentIndex();
    m_fixture->history = [](const HistoryRequest& request) {
        auto history = shownHistory(request);
        const auto& newest = history.events.front();
        history.events.insert(history.events.begin(),
                              {HistoryKind::TagsAdded, {{u"stable"_s}}, {}, newest.to, {}, newest.by, fixtureTime()});
        return Result<PackageHistory>(history);
    };
    window().setInventory(inventoryFrom(shownOrganisation()));
    QVERIFY(eventually([&] { return titles().size() == 5; }));
    QCOMPARE(titles().constFirst(), u"Tag stable added"_s);
    QCOMPARE(tab().table().currentIndex(), QModelIndex(current));
    QCOMPARE(current.row(), 3);
}

void TestHistoryTab::nothingIsAskedForUnseen()
{
    int asked = 0;
    m_fixture->history = [&asked](const HistoryRequest& request) {
        ++asked;
        return Result<PackageHistory>(shownHistory(request));
    };
    QVERIFY(page().select({u"affective-gpu"_s}, u"v0.4.1"_s));
    QVERIFY(eventually([&] { return !page().details().isWaiting(); }));
    QCOMPARE(asked, 0);
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, u"v0.4.0"_s));
    QCOMPARE(asked, 1);
    // Another version of the same package is known already.
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, u"v0.4.1"_s));
    QCOMPARE(asked, 1);
    QVERIFY(showsHistoryOf({u"affective-cpu"_s}, u"v0.4.1"_s));
    QCOMPARE(asked, 2);
}

void TestHistoryTab::nothingIsAskedForWhileTheDetailsAreHidden()
{
    int asked = 0;
    m_fixture->history = [&asked](const HistoryRequest& request) {
        ++asked;
        return Result<PackageHistory>(shownHistory(request));
    };
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, u"v0.4.1"_s));
    QCOMPARE(asked, 1);
    page().tree().setFocus();
    key(Qt::Key_F9);
    QVERIFY(page().select({u"affective-cpu"_s}, u"v0.4.1"_s));
    // Another reading of it, too.
    window().setInventory(inventoryFrom(shownOrganisation()));
    QVERIFY(eventually([&] { return !page().details().isWaiting(); }));
    QCOMPARE(asked, 1);
    key(Qt::Key_F9);
    QVERIFY(page().details().isWaiting());
    QVERIFY(eventually([&] { return asked == 2; }));
    QCOMPARE(titles().size(), 2);
}

void TestHistoryTab::answersThatCameTooLateAreLeftAlone()
{
    QList<HistoryRequest> asked;
    m_fixture->history = [&asked](const HistoryRequest& request) -> std::optional<Result<PackageHistory>> {
        asked.append(request);
        return std::nullopt;
    };
    page().setTab(DetailsTab::History);
    QVERIFY(page().select({u"affective-gpu"_s}, {}));
    QVERIFY(eventually([&] { return asked.size() == 1; }));
    QCOMPARE(tab().stateTexts().constFirst(), u"Reading the history"_s);
    QVERIFY(page().select({u"affective-cpu"_s}, {}));
    window().showHistory(asked.constFirst(), shownHistory(asked.constFirst()));
    QCOMPARE(tab().stateTexts().constFirst(), u"Reading the history"_s);
    QVERIFY(eventually([&] { return asked.size() == 2; }));
    QCOMPARE(asked.constLast().package, PackageName{u"affective-cpu"_s});
    window().showHistory(asked.constLast(), shownHistory(asked.constLast()));
    QCOMPARE(titles().size(), 2);
}

void TestHistoryTab::tellsWhatItCannotShow()
{
    PackageHistory history;
    m_fixture->history = [&history](const HistoryRequest&) { return Result<PackageHistory>(history); };
    QVERIFY(showsHistoryOf({u"affective-gpu"_s}, {}));
    QCOMPARE(tab().stateTexts().constFirst(), u"Nothing was seen yet"_s);
    history.since = fixtureTime().addDays(-3);
    QVERIFY(showsHistoryOf({u"affective-cpu"_s}, {}));
    QCOMPARE(tab().stateTexts(),
             (QStringList{u"Nothing happened"_s, u"No tag of this package moved, and no version came or went."_s}));
    QVERIFY(tab().note().startsWith(u"Seen since "_s));
    m_fixture->history = [](const HistoryRequest&) -> std::optional<Result<PackageHistory>> {
        return Result<PackageHistory>(failure(ErrorKind::Store, u"slipway.db"_s));
    };
    QVERIFY(showsHistoryOf({u"vision-detect-gpu"_s}, {}));
    QVERIFY(tab().stateTexts().constFirst() != u"Reading the history"_s);
    m_fixture->history = [](const HistoryRequest& request) { return Result<PackageHistory>(shownHistory(request)); };
    QVERIFY(button(u"Try again"_s));
    QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
    QCOMPARE(titles().size(), 2);
    page().tree().setCurrentIndex(page().model().index(0, 0));
    QVERIFY(eventually([&] { return !page().details().isWaiting(); }));
    QCOMPARE(tab().stateTexts().constFirst(), u"No history here"_s);
}

SLIPWAY_TEST_SUITE(TestHistoryTab);

} // namespace slipway::test

#include "test_history.moc"
