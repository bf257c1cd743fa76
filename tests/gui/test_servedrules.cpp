#include "gui/hands.h"
#include "gui/serveddemo.h"
#include "gui/stallprobe.h"
#include "gui/startedprogram.h"
#include "gui/walk.h"
#include "models/inventorymodel.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/manifesttab.h"
#include "views/inventory/treefilter.h"
#include "views/shell/freshness.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"
#include "views/widgets/badge.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cstdio>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// What an instrumented build may take of each.
constexpr int kSlower =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    6;
#else
    1;
#endif

} // namespace

/// Rules 4, 10 and 23 of the behaviours people need (docs/rules.md): the whole program, and a server in a process of
/// its own that can stall.
class TestServedRules final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void rule04_manyAsksAreOneReading();
    void rule10_everyPanelKnowsItsAge();
    void rule23_aStalledServerHoldsUpNobody();
    void rule23_pollingAsksOnlyForWhatChanged();

private:
    [[nodiscard]] MainWindow& window() { return m_program->window(); }
    [[nodiscard]] InventoryPage& page() { return m_program->page(); }
    [[nodiscard]] Freshness& freshness() { return window().topBar().freshness(); }
    [[nodiscard]] QToolButton& refreshButton() { return *freshness().findChild<QToolButton*>(); }
    /// Works in the window without the network: goes through the tree, the details and the filter.
    void work();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServedDemo> m_server;
    std::unique_ptr<StartedProgram> m_program;
};

void TestServedRules::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ServedDemo>();
    m_program = std::make_unique<StartedProgram>(ProgramStart{m_server->target(m_folder->path()), {}, {}});
    window().resize(1440, 900);
    QVERIFY(m_program->read());
    const QSignalSpy documents(&m_program->whole().session(), &DashboardSession::documentsRead);
    QVERIFY(page().select({u"apc-emotion-gpu"_s}, u"v0.4.1"_s));
    // Its config is asked for a moment later.
    QVERIFY(eventually([&] {
        return !documents.isEmpty() && documents.constLast()[2].value<std::optional<Result<QByteArray>>>().has_value();
    }));
    page().tree().setFocus();
    QVERIFY(eventually([this] { return hasKeyboard(window()); }));
}

void TestServedRules::cleanup()
{
    m_server->goOn();
    m_program.reset();
    m_server.reset();
    m_folder.reset();
}

void TestServedRules::work()
{
    pressKeys(u"Home, Down, Down, Right, Down, Down, Left, Left, End, PgUp"_s);
    pressKeys(u"Return, Right, Right, Escape"_s);
    typeText(u"/gpu"_s);
    pressKeys(u"Escape, Escape"_s);
    QTest::qWait(50); // a person looks at what they did
}

void TestServedRules::rule04_manyAsksAreOneReading()
{
    const QSignalSpy started(&m_program->whole().session(), &DashboardSession::refreshStarted);
    const QSignalSpy ended(&m_program->whole().session(), &DashboardSession::refreshEnded);
    const auto before = m_server->requests().size();
    m_server->stall(); // what is asked now is under way until it goes on
    QElapsedTimer sinceFirst;
    sinceFirst.start();
    pressKeys(u"F5"_s);
    QVERIFY(eventually([this] { return !refreshButton().isEnabled(); }));
    QVERIFY2(sinceFirst.elapsed() < 100 * kSlower, qPrintable(QString::number(sinceFirst.elapsed())));
    for (int i = 0; i < 25; ++i) {
        pressKeys(i % 2 == 0 ? u"F5"_s : u"Ctrl+R"_s);
        clickAt(refreshButton(), refreshButton().rect().center());
    }
    m_server->goOn();
    QVERIFY(eventually([&] { return !ended.isEmpty() && refreshButton().isEnabled(); }));
    QCOMPARE(started.size(), 1);
    QCOMPARE(ended.size(), 1);
    const QStringList lists = m_server->requests().sliced(before).filter(u"/packages "_s);
    QCOMPARE(lists.size(), 1);
}

void TestServedRules::rule10_everyPanelKnowsItsAge()
{
    QCOMPARE(freshness().text(), u"As of just now"_s);
    const auto* label = freshness().findChild<QLabel*>();
    QVERIFY2(label->toolTip().startsWith(u"Read from the registry on "_s), qPrintable(label->toolTip()));
    QVERIFY(!window().statusStrip().findChildren<QLabel*>().isEmpty());
    page().setTab(DetailsTab::Manifest);
    auto& manifest = page().details().manifestTab();
    QVERIFY(eventually([&] { return manifest.verdict() == u"Digest matches content"_s; }));
    QStringList texts;
    for (const auto* each : manifest.findChildren<QLabel*>())
        texts.append(each->text());
    QVERIFY2(!texts.filter(QRegularExpression(u"^Read \\d\\d:\\d\\d"_s)).isEmpty(), qPrintable(texts.join(u'\n')));

    // Nothing comes any more: what is in sight grows old, says so by word, sign and colour, and stays.
    m_server->stall();
    const int rows = page().model().rowCount();
    window().setClock(Clock(QDateTime::currentDateTimeUtc().addSecs(601)));
    QCOMPARE(freshness().text(), u"Stale 10 min"_s);
    const auto* badge = freshness().findChild<Badge*>();
    QVERIFY(badge->isVisible());
    QCOMPARE(badge->badge().tone, Tone::Warn);
    QCOMPARE(badge->badge().glyph, Glyph::Warning);
    QCOMPARE(page().model().rowCount(), rows);
    m_server->goOn();
    window().setClock({});
    pressKeys(u"F5"_s);
    QVERIFY(eventually([this] { return freshness().text() == u"As of just now"_s; }));
}

void TestServedRules::rule23_aStalledServerHoldsUpNobody()
{
    constexpr std::chrono::milliseconds kLongest{50 * kSlower};
    constexpr std::chrono::seconds kStall{10};
    work(); // fonts and icons are there once they were used
    const QString digest = page().details().digestText();
    const int rows = page().model().rowCount();
    const QSignalSpy ended(&m_program->whole().session(), &DashboardSession::refreshEnded);
    StallProbe probe;
    m_server->stall();
    QElapsedTimer time;
    time.start();
    probe.start();
    pressKeys(u"F5"_s);
    qint64 rounds = 0;
    for (; time.durationElapsed() < kStall; ++rounds)
        work();
    QVERIFY2(probe.longest() <= kLongest, qPrintable(u"%1 ms"_s.arg(probe.longest().count())));
    QVERIFY(rounds > 0);
    QVERIFY2(probe.looks() >= rounds, qPrintable(u"%1 looks in %2 rounds"_s.arg(probe.looks()).arg(rounds)));
    // The last data are in sight, and it is told that newer ones are read.
    QCOMPARE(page().model().rowCount(), rows);
    QCOMPARE(page().details().digestText(), digest);
    QVERIFY(ended.isEmpty());
    QCOMPARE(freshness().text(), u"Reading…"_s);
    m_server->goOn();
    QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, 30'000));
    QVERIFY(!ended[0][0].value<std::optional<Error>>());
    QVERIFY2(probe.longest() <= kLongest, qPrintable(u"%1 ms"_s.arg(probe.longest().count())));
    // The program has its own log by now.
    std::printf("held up for %lld ms at most\n", static_cast<long long>(probe.longest().count()));
}

void TestServedRules::rule23_pollingAsksOnlyForWhatChanged()
{
    const QSignalSpy ended(&m_program->whole().session(), &DashboardSession::refreshEnded);
    const auto before = m_server->requests().size();
    constexpr int kRefreshes = 3;
    for (int i = 1; i <= kRefreshes; ++i) {
        m_program->whole().session().refresh();
        QVERIFY(eventually([&] { return ended.size() == i; }));
    }
    const QStringList asked = m_server->requests().sliced(before);
    const QStringList unchanged = asked.filter(u" 304"_s);
    QVERIFY2(unchanged.size() >= kRefreshes, qPrintable(asked.join(u'\n')));
    // Nothing had changed, so nothing was sent again.
    QCOMPARE(asked.filter(u"/v2/"_s).filter(u" 200"_s), QStringList());
}

SLIPWAY_TEST_SUITE(TestServedRules);

} // namespace slipway::test

#include "test_servedrules.moc"
