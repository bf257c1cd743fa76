#include "app/windowlayout.h"
#include "app/windowmemory.h"
#include "gui/windowfixture.h"
#include "support/disksyncs.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/filterbar.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/shell/logpanel.h"
#include "views/shell/sidebar.h"
#include "views/widgets/messagebar.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// How the window is arranged, and that it is so again.
class TestWindowState final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void rule21_everythingSurvivesARestart();
    void rule21_aCorruptFileIsSetAside_data();
    void rule21_aCorruptFileIsSetAside();
    void emptyFileIsNone();
    void rule21_aSmallWindowChangesNoWish();
    void rule21_defaultLayoutAlwaysWorks();
    void valuesThatMakeNoSenseAreLeftOut();
    void eachViewHasItsOwn();
    void anUnknownViewBeginsAsTheLast();
    void aSlowStartWritesNothing();
    void changesAreKeptWhereNothingCouldBeOpened();
    void onlyWhatAPersonMadeWaitsForTheDisk();
    void whatCouldNotBeWrittenIsTriedAgain();
    void whatCouldNotBeWrittenIsNotForgottenWithItsView();
    void aChangeIsKeptSoon();
    void whatCannotBeWrittenStopsNobody();

private:
    /// Ends the window and starts another; without a view nothing is opened.
    void restart(const QString& view = u"one"_s);
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] InventoryPage& page() { return window().inventoryPage(); }
    [[nodiscard]] QString statePath() const { return m_folder->filePath(u"window-state.json"_s); }
    /// What the bars in sight say.
    [[nodiscard]] QString notice();
    [[nodiscard]] QSplitter& details() { return *page().findChild<QSplitter*>(); }
    void write(const QByteArray& bytes) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// Moves a splitter's handle with the mouse.
    static void drag(QSplitter& splitter, QPoint by);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<WindowMemory> m_memory;
};

void TestWindowState::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    restart();
}

void TestWindowState::cleanup()
{
    m_memory.reset();
    m_fixture.reset();
    m_folder.reset();
}

void TestWindowState::restart(const QString& view)
{
    m_memory.reset();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    m_memory = std::make_unique<WindowMemory>(window(), m_folder->path());
    m_memory->restore(view);
    window().show();
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
    if (!view.isEmpty())
        m_memory->show(view);
}

void TestWindowState::write(const QByteArray& bytes) const
{
    QFile file(statePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestWindowState::drag(QSplitter& splitter, QPoint by)
{
    auto* handle = splitter.handle(1);
    // A pane that was just opened is laid out in the turn after.
    QVERIFY(eventually(
        [&] { return (splitter.orientation() == Qt::Vertical ? handle->y() : handle->x()) == splitter.sizes()[0]; }));
    const QPoint from = handle->rect().center();
    const QPoint to = handle->mapToGlobal(from + by);
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    QTest::mouseMove(handle, from + by / 2);
    QTest::mouseMove(handle, handle->mapFromGlobal(to)); // it has moved under the pointer
    QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->mapFromGlobal(to));
}

QString TestWindowState::notice()
{
    QStringList sentences;
    for (const auto* bar : window().findChildren<MessageBar*>())
        if (bar->isVisible())
            sentences.append(bar->sentence());
    return sentences.join(u'\n');
}

void TestWindowState::rule21_everythingSurvivesARestart()
{
    key(Qt::Key_B, Qt::ControlModifier);
    key(Qt::Key_J, Qt::ControlModifier);
    drag(*window().findChild<QSplitter*>(), {0, -60});
    page().setTab(DetailsTab::Layers);
    drag(details(), {-90, 0});
    const QJsonObject before = windowLayout(window());
    const bool isCollapsed = window().sidebar().isCollapsed();
    const int detailsWidth = details().sizes().constLast();
    const int logHeight = window().logPanel().height();
    QVERIFY(detailsWidth > 380); // what its tab needs by itself
    QVERIFY(logHeight > LogPanel::kUsualHeight);

    restart();
    QCOMPARE(window().sidebar().isCollapsed(), isCollapsed);
    QVERIFY(window().isLogOpen());
    QCOMPARE(window().logPanel().height(), logHeight);
    QCOMPARE(page().details().tab(), DetailsTab::Layers);
    QCOMPARE(details().sizes().constLast(), detailsWidth);
    QCOMPARE(windowLayout(window()), before);

    // Closed, the log keeps its height for the next time.
    key(Qt::Key_J, Qt::ControlModifier);
    restart();
    QVERIFY(!window().isLogOpen());
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(eventually([&] { return window().logPanel().height() == logHeight; }));
}

void TestWindowState::rule21_aCorruptFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << R"({"form":1,"views":{"one":{"fra)"_ba;
    QTest::newRow("no JSON") << QByteArray(4096, '\xff');
    QTest::newRow("a list") << "[]"_ba;
    QTest::newRow("of a later version") << R"({"form":2,"views":{}})"_ba;
}

void TestWindowState::rule21_aCorruptFileIsSetAside()
{
    QFETCH(const QByteArray, bytes);
    key(Qt::Key_J, Qt::ControlModifier);
    m_memory.reset();
    write(bytes);
    restart();
    QVERIFY(!window().isLogOpen());
    const QStringList aside = QDir(m_folder->path()).entryList({u"window-state.json.corrupt-*"_s});
    QCOMPARE(aside.size(), 1);
    QVERIFY2(notice().contains(aside[0]), qPrintable(notice()));
    QFile kept(m_folder->filePath(aside[0]));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    // And everything works as ever.
    key(Qt::Key_J, Qt::ControlModifier);
    restart();
    QVERIFY(window().isLogOpen());
    QVERIFY(notice().isEmpty());
}

/// As a power cut may leave it: nobody waits for the disk when a window closes.
void TestWindowState::emptyFileIsNone()
{
    key(Qt::Key_J, Qt::ControlModifier);
    m_memory.reset();
    write({});
    restart();
    QVERIFY(!window().isLogOpen());
    QCOMPARE(notice(), QString());
    key(Qt::Key_J, Qt::ControlModifier);
    restart();
    QVERIFY(window().isLogOpen());
    QCOMPARE(QDir(m_folder->path()).entryList({u"window-state.json.corrupt-*"_s}), QStringList());
}

/// Less of the log than somebody drew is what there is room for, not what is kept.
void TestWindowState::rule21_aSmallWindowChangesNoWish()
{
    key(Qt::Key_J, Qt::ControlModifier);
    window().setLogHeight(5'000);
    QVERIFY(eventually([this] { return window().logPanel().height() > LogPanel::kUsualHeight; }));
    QVERIFY(window().logPanel().height() < 5'000);
    QCOMPARE(window().logHeight(), 5'000);
    drag(*window().findChild<QSplitter*>(), {0, 40});
    QCOMPARE(window().logHeight(), window().logPanel().height());
}

void TestWindowState::rule21_defaultLayoutAlwaysWorks()
{
    const QJsonObject usual = windowLayout(window());
    key(Qt::Key_B, Qt::ControlModifier);
    key(Qt::Key_J, Qt::ControlModifier);
    window().setLogHeight(400);
    page().setTab(DetailsTab::Manifest);
    drag(details(), {-120, 0});
    window().resize(1300, 800);
    QVERIFY(windowLayout(window()) != usual);
    key(Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(eventually([&] { return windowLayout(window()) == usual; }));
    restart();
    QCOMPARE(windowLayout(window()), usual);
}

void TestWindowState::valuesThatMakeNoSenseAreLeftOut()
{
    const QJsonObject usual = windowLayout(window());
    m_memory.reset();
    write(R"({"form":1,"last":7,"views":{"one":{"frame":[],"sidebarCollapsed":"yes","log":{"open":3,"height":"tall"},
             "page":"nowhere","pages":{"inventory":{"tab":12,"details":{"width":-50,"height":"x","place":7,"window":[1]}},"gone":{}}}}})");
    restart();
    QCOMPARE(windowLayout(window()), usual);
    QVERIFY(notice().isEmpty());
}

void TestWindowState::eachViewHasItsOwn()
{
    page().setTab(DetailsTab::Layers);
    m_memory->show(u"two"_s);
    QCOMPARE(page().details().tab(), DetailsTab::Layers); // nobody arranged it yet: nothing moves
    page().setTab(DetailsTab::Manifest);
    m_memory->show(u"one"_s);
    QCOMPARE(page().details().tab(), DetailsTab::Layers);
    m_memory->show(u"two"_s);
    QCOMPARE(page().details().tab(), DetailsTab::Manifest);
    restart(u"one"_s);
    QCOMPARE(page().details().tab(), DetailsTab::Layers);
}

void TestWindowState::anUnknownViewBeginsAsTheLast()
{
    key(Qt::Key_J, Qt::ControlModifier);
    restart({});
    QVERIFY(window().isLogOpen());
}

/// Until its view is known, the window is as the last one was left: that is in the file as it is.
void TestWindowState::aSlowStartWritesNothing()
{
    const QJsonObject layout{{u"frame"_s, windowLayout(window())["frame"_L1]}, {u"sidebarCollapsed"_s, true}};
    const QByteArray bytes = toBytes({u"another"_s, {{u"another"_s, layout}}});
    m_memory.reset();
    write(bytes);
    restart({});
    QVERIFY(window().sidebar().isCollapsed());
    m_memory.reset(); // what is not written yet is, here at the latest
    QFile file(statePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray after = file.readAll();
    QVERIFY2(after == bytes, after.constData());
}

void TestWindowState::changesAreKeptWhereNothingCouldBeOpened()
{
    m_memory.reset();
    restart({});
    m_memory->stay();
    key(Qt::Key_J, Qt::ControlModifier);
    m_memory.reset();
    restart();
    QVERIFY(window().isLogOpen());
}

/// The disk may be busy for seconds, and who closes the window would wait for what has begun.
void TestWindowState::onlyWhatAPersonMadeWaitsForTheDisk()
{
    QSignalSpy saved(m_memory.get(), &WindowMemory::saved);
    const auto syncsOfSave = [&] {
        const int before = diskSyncs();
        m_memory->save();
        return saved.wait() ? diskSyncs() - before : -1;
    };
    QCOMPARE(syncsOfSave(), 0);
    key(Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(syncsOfSave(), 0);
    SavedFilters filters;
    filters.set(u"Unsigned"_s, u"unsigned"_s);
    page().findChild<FilterBar*>()->setSavedFilters(filters);
    QVERIFY(syncsOfSave() > 0);
    filters.set(u"Signed"_s, u"-unsigned"_s);
    page().findChild<FilterBar*>()->setSavedFilters(filters);
    int before = diskSyncs();
    window().close();
    QVERIFY(saved.wait());
    QCOMPARE(diskSyncs(), before);
    // Something was to be asked for first, and the window stays: nothing else changes, and it is worth the disk.
    QVERIFY(saved.wait());
    QVERIFY(diskSyncs() > before);
    window().show();
    filters.set(u"Old"_s, u"age:>90d"_s);
    page().findChild<FilterBar*>()->setSavedFilters(filters);
    m_memory->close();
    before = diskSyncs();
    m_memory->save();
    QVERIFY(saved.wait());
    QCOMPARE(diskSyncs(), before);
    restart();
    QCOMPARE(page().findChild<FilterBar*>()->saved().saved(), filters);
}

/// A full disk has room again, and nothing was changed since.
void TestWindowState::whatCouldNotBeWrittenIsTriedAgain()
{
    QSignalSpy saved(m_memory.get(), &WindowMemory::saved);
    m_memory->save();
    QVERIFY(saved.wait());
    const QString lock = statePath() + u".lock"_s;
    QVERIFY(QFile::remove(lock));
    QVERIFY(QDir().mkdir(lock));
    key(Qt::Key_J, Qt::ControlModifier);
    m_memory->save();
    QVERIFY(saved.wait());
    QVERIFY(QDir().rmdir(lock));
    restart();
    QVERIFY(window().isLogOpen());
}

void TestWindowState::whatCouldNotBeWrittenIsNotForgottenWithItsView()
{
    QSignalSpy saved(m_memory.get(), &WindowMemory::saved);
    m_memory->save();
    QVERIFY(saved.wait());
    const QString lock = statePath() + u".lock"_s;
    QVERIFY(QFile::remove(lock));
    QVERIFY(QDir().mkdir(lock));
    SavedFilters filters;
    filters.set(u"Unsigned"_s, u"unsigned"_s);
    page().findChild<FilterBar*>()->setSavedFilters(filters);
    m_memory->show(u"two"_s);
    QVERIFY(saved.wait());
    QVERIFY(QDir().rmdir(lock));
    page().findChild<FilterBar*>()->setSavedFilters({});
    const int before = diskSyncs();
    m_memory->save();
    QVERIFY(saved.wait());
    QVERIFY(diskSyncs() > before);
    restart();
    QCOMPARE(page().findChild<FilterBar*>()->saved().saved(), filters);
}

void TestWindowState::aChangeIsKeptSoon()
{
    m_memory->save();
    const auto keptHeight = [this] {
        QFile file(statePath());
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const auto states = parseWindowStates(file.readAll(), file.fileName());
        return states ? states->state(u"one"_s)["log"_L1]["open"_L1].toBool() ? 2 : 1 : 0;
    };
    QVERIFY(eventually([&] { return keptHeight() == 1; }));
    key(Qt::Key_J, Qt::ControlModifier);
    QVERIFY(eventually([&] { return keptHeight() == 2; }));
}

void TestWindowState::whatCannotBeWrittenStopsNobody()
{
    QFile::remove(statePath());
    QVERIFY(QDir(m_folder->path()).mkpath(u"window-state.json/in the way"_s));
    key(Qt::Key_J, Qt::ControlModifier);
    m_memory->save();
    restart();
    QVERIFY2(notice().contains(statePath()), qPrintable(notice()));
}

SLIPWAY_TEST_SUITE(TestWindowState);

} // namespace slipway::test

#include "test_windowstate.moc"
