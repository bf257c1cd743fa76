#include "core/errortext.h"
#include "gui/pixels.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorycontent.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/referrergraph.h"
#include "views/inventory/referrerstab.h"
#include "views/inventory/summarytab.h"
#include "views/shell/apilimit.h"
#include "views/shell/freshness.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"
#include "views/theme/tokens.h"
#include "views/widgets/badge.h"
#include "views/widgets/statenote.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What the window says of its data, in every state they can be in.
class TestStates final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void statesAreTold_data();
    void statesAreTold();
    void problemsAreListed();
    void freshnessIsTold_data();
    void freshnessIsTold();
    void rule10_oldValuesAreGreyedAndDated_data();
    void rule10_oldValuesAreGreyedAndDated();
    void rule10_valuesGrowOldByThemselves();
    void rule10_detailsInTheirOwnWindowAreDated();
    void apiLimitIsTold();

private:
    /// Whether the tree's first size is painted in the colour of what counts now.
    [[nodiscard]] bool isGrey()
    {
        const auto size = page().model().index(0, static_cast<int>(InventoryColumn::Size));
        const QImage cell = page().tree().viewport()->grab(page().tree().visualRect(size)).toImage();
        const Tokens& t = tokensOf(window().palette());
        return pixelsOf(cell, t.muted) > 0 && pixelsOf(cell, t.text) == 0;
    }
    /// Whether the graph of referrers says a manifest's name in the colour of what counts now.
    [[nodiscard]] bool isGraphGrey()
    {
        auto& tab = page().details().referrersTab();
        ReferrerNode node;
        node.name = u"HHHHHH"_s;
        tab.showNodes({node});
        return pixelsOf(tab.graph().grab().toImage(), tokensOf(window().palette()).text) == 0;
    }
    [[nodiscard]] QString statusText() { return window().statusStrip().findChild<StateNote*>()->text(); }
    [[nodiscard]] QColor summaryColor()
    {
        return page().details().summaryTab().widget()->palette().color(QPalette::WindowText);
    }
    [[nodiscard]] InventoryPage& page() { return m_fixture->window.inventoryPage(); }
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestStates::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
}

void TestStates::statesAreTold_data()
{
    QTest::addColumn<PageState>("state");
    QTest::addColumn<QString>("organisation");
    QTest::addColumn<QStringList>("texts");
    const Error refused{ErrorKind::Forbidden, u"the packages of northquay"_s, {}, {}};
    QTest::newRow("loading") << PageState::loading() << QString()
                             << QStringList{u"Reading the packages of northquay"_s, {}};
    QTest::newRow("loading, counted") << PageState::loading(18, 34) << QString()
                                      << QStringList{u"Reading the packages of northquay"_s, u"18 of 34 packages"_s};
    QTest::newRow("refused") << PageState::failed(refused) << QString()
                             << QStringList{errorText(refused).what, errorText(refused).advice};
    QTest::newRow("refused, with data") << PageState::failed(refused) << shownOrganisation()
                                        << QStringList{errorLine(refused)};
    QTest::newRow("empty")
        << PageState::ready() << QString()
        << QStringList{u"No packages in northquay"_s,
                       u"Packages appear here once an image has been pushed, and if the token may see them."_s};
    QTest::newRow("ready") << PageState::ready() << shownOrganisation() << QStringList{};
    QTest::newRow("offline without data")
        << PageState::offline({}) << QString()
        << QStringList{u"Offline"_s, u"northquay was never read on this machine. Go online once to read it."_s};
}

void TestStates::statesAreTold()
{
    QFETCH(const PageState, state);
    QFETCH(const QString, organisation);
    QFETCH(const QStringList, texts);
    window().setInventory(organisation.isEmpty() ? nullptr : inventoryFrom(organisation));
    window().setState(state);
    QCOMPARE(page().stateTexts(), texts);
    QCoreApplication::processEvents();
    QCOMPARE(clippedTexts(window()), QStringList{});
}

void TestStates::problemsAreListed()
{
    const Error problem{ErrorKind::ManifestMissing, u"vision-detect-gpu@sha256:1"_s, {}, {}};
    window().setInventory(inventoryWithProblems(shownOrganisation(), {problem}));
    QCOMPARE(page().stateTexts(), QStringList{u"1 of 4 images could not be read whole."_s});
    QVERIFY(page().tree().isVisible());
    QSignalSpy refresh(&window(), &MainWindow::refreshRequested);
    Q_EMIT page().refreshRequested();
    QCOMPARE(refresh.size(), 1);
    window().setInventory(inventoryFrom(shownOrganisation()));
    QCOMPARE(page().stateTexts(), QStringList{});
}

void TestStates::freshnessIsTold_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<PageState>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("just read") << 20 << PageState::ready() << u"As of just now"_s;
    QTest::newRow("fresh") << 130 << PageState::ready() << u"As of 2 min ago"_s;
    QTest::newRow("old") << 34 * 60 << PageState::ready() << u"Stale 34 min"_s;
    QTest::newRow("called stale") << 130 << PageState::stale(fixtureTime()) << u"Stale 2 min"_s;
    QTest::newRow("reading") << 130 << PageState::loading(1, 2) << u"Reading…"_s;
    QTest::newRow("offline") << 130 << PageState::offline(fixtureTime()) << u"Offline: data from 12:00"_s;
    QTest::newRow("failed") << 130 << PageState::failed({ErrorKind::Forbidden, u"northquay"_s, {}, {}})
                            << u"Data from 12:00"_s;
}

void TestStates::freshnessIsTold()
{
    QFETCH(const int, seconds);
    QFETCH(const PageState, state);
    QFETCH(const QString, text);
    window().setClock(Clock(fixtureTime().addSecs(seconds)));
    window().setState(state);
    QCOMPARE(window().topBar().freshness().text(), text);
}

void TestStates::rule10_oldValuesAreGreyedAndDated_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<PageState>("state");
    QTest::addColumn<bool>("isGrey");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("reason");
    const Error refused{ErrorKind::Forbidden, u"northquay"_s, {}, {}};
    QTest::newRow("fresh") << 130 << PageState::ready() << false << QString() << QString();
    QTest::newRow("read again") << 130 << PageState::loading(1, 2) << false << QString() << QString();
    QTest::newRow("old, read again") << 601 << PageState::loading(1, 2) << true << QString() << QString();
    QTest::newRow("old") << 601 << PageState::ready() << true << u"Not read again since 12:00"_s
                         << u"Nothing was read since."_s;
    QTest::newRow("offline") << 130 << PageState::offline(fixtureTime()) << true
                             << u"Offline: data from 12:00. Actions that write to GitHub are off"_s
                             << u"The server could not be reached since."_s;
    QTest::newRow("failed") << 130 << PageState::failed(refused) << true << QString() << errorLine(refused);
}

void TestStates::rule10_oldValuesAreGreyedAndDated()
{
    QFETCH(const int, seconds);
    QFETCH(const PageState, state);
    QFETCH(const bool, isGrey);
    QFETCH(const QString, status);
    QFETCH(const QString, reason);
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_fixture->theme.setMode(mode);
        window().setClock(Clock(fixtureTime().addSecs(seconds)));
        window().setState(state);
        QCOMPARE(this->isGrey(), isGrey);
        const Tokens& t = tokensOf(window().palette());
        QCOMPARE(summaryColor(), isGrey ? t.muted : t.text);
        QCOMPARE(isGraphGrey(), isGrey);
        QCOMPARE(statusText(), status);
        const auto* badge = window().topBar().freshness().findChild<Badge*>();
        QCOMPARE(badge->isVisible(), isGrey && state.kind != PageState::Kind::Loading);
        QVERIFY2(!badge->isVisible() || badge->toolTip().endsWith(reason), qPrintable(badge->toolTip()));
        // Read anew, all is as it was.
        window().setClock(Clock(fixtureTime().addSecs(10)));
        window().setState(PageState::ready());
        QVERIFY(!this->isGrey());
        QCOMPARE(summaryColor(), t.text);
        QVERIFY(!isGraphGrey());
        QCOMPARE(statusText(), QString());
    }
}

/// Nobody says so: the time that passes does.
void TestStates::rule10_valuesGrowOldByThemselves()
{
    window().setClock(Clock(fixtureTime().addSecs(299)));
    QVERIFY(!isGrey());
    window().setClock(Clock(fixtureTime().addSecs(300)));
    QVERIFY(isGrey());
    QCOMPARE(statusText(), u"Not read again since 12:00"_s);
    // Another theme is no news.
    m_fixture->theme.setMode(ThemeMode::Dark);
    QVERIFY(isGrey());
    // Offline, and tried again: what is tried again is no fresher for it.
    window().setState(PageState::offline(fixtureTime()));
    window().setClock(Clock(fixtureTime().addSecs(60)));
    window().setState(PageState::loading());
    QVERIFY(isGrey());
    window().setCheckedAt(fixtureTime().addSecs(60));
    window().setState(PageState::ready());
    QVERIFY(!isGrey());
}

void TestStates::rule10_detailsInTheirOwnWindowAreDated()
{
    auto& content = *page().findChild<InventoryContent*>();
    window().setState(PageState::offline(fixtureTime()));
    content.setPlace(DetailsPlace::Window);
    QCOMPARE(content.detailsWindow()->windowTitle(), u"Details – Offline: data from 12:00"_s);
    window().setState(PageState::ready());
    QCOMPARE(content.detailsWindow()->windowTitle(), u"Details"_s);
    window().setState(PageState::offline(fixtureTime()));
    QCOMPARE(content.detailsWindow()->windowTitle(), u"Details – Offline: data from 12:00"_s);
}

void TestStates::apiLimitIsTold()
{
    QCOMPARE(window().topBar().apiLimit().valueText(), QLocale().toString(4212) + u" / "_s + QLocale().toString(5000));
    window().setApiLimit(std::nullopt);
    QCOMPARE(window().topBar().apiLimit().valueText(), u"Not known"_s);
}

SLIPWAY_TEST_SUITE(TestStates);

} // namespace slipway::test

#include "test_states.moc"
