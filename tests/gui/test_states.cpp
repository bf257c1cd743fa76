#include "core/errortext.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/apilimit.h"
#include "views/shell/freshness.h"
#include "views/shell/topbar.h"

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
    void apiLimitIsTold();

private:
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

void TestStates::apiLimitIsTold()
{
    QCOMPARE(window().topBar().apiLimit().valueText(), QLocale().toString(4212) + u" / "_s + QLocale().toString(5000));
    window().setApiLimit(std::nullopt);
    QCOMPARE(window().topBar().apiLimit().valueText(), u"Not known"_s);
}

SLIPWAY_TEST_SUITE(TestStates);

} // namespace slipway::test

#include "test_states.moc"
