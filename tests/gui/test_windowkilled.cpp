#include "app/windowstatefile.h"
#include "integration/process.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 60'000;

/// Two screens beside each other, without a display.
QProcessEnvironment twoScreens(const QTemporaryDir& folder)
{
    QFile file(folder.filePath(u"screens.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no place for screens.json");
    file.write(
        R"({"screens":[{"name":"left","x":0,"y":0,"width":1920,"height":1080,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1},
                              {"name":"right","x":1920,"y":0,"width":1920,"height":1080,"logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})");
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen:configfile="_s + file.fileName());
    environment.insert(u"XDG_RUNTIME_DIR"_s, folder.path());
    return environment;
}

/// A window in a process of its own that is arranged anew for ever, until it is killed.
class Keeper final
{
public:
    Keeper(const QTemporaryDir& folder, const QStringList& more)
    {
        m_process.setProcessEnvironment(twoScreens(folder));
        m_process.start(QCoreApplication::applicationDirPath() + u"/windowkeeper"_s, QStringList{folder.path()} + more);
    }
    ~Keeper() { kill(); }

    /// Waits for the first line of this word.
    [[nodiscard]] bool waitFor(const QByteArray& word)
    {
        while (m_lines[word].isEmpty()) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(kPatience))
                return false;
            take();
        }
        return true;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        take();
    }
    /// What was told last with this word.
    [[nodiscard]] QByteArray last(const QByteArray& word) const { return m_lines[word]; }

private:
    void take()
    {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            m_lines[line.left(line.indexOf(' '))] = line.mid(line.indexOf(' ') + 1);
        }
    }

    QProcess m_process;
    QHash<QByteArray, QByteArray> m_lines;
};

QJsonObject readState(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

/// Windows in processes of their own that are killed and started again.
class TestWindowKilled final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rule22_killedAtAnyMomentTheLastLayoutIsThere();
    void theProgramItselfKeepsAndRestores();
    void theProgramKeepsItsWindowWhereNothingCanBeOpened();
    void aScreenThatIsGoneLosesNoWindow();
};

void TestWindowKilled::rule22_killedAtAnyMomentTheLastLayoutIsThere()
{
    constexpr int kKills = 25;
    const QTemporaryDir folder;
    QByteArray kept;
    QByteArray begun;
    int struck = 0;
    for (int kill = 0; kill < kKills || struck < kKills / 5; ++kill) {
        QVERIFY2(kill < kKills * 8, "too few kills struck a save");
        Keeper keeper(folder, {QString::number(QRandomGenerator::global()->bounded(100'000))});
        QVERIFY(keeper.waitFor("restored"));
        const QByteArray restored = keeper.last("restored");
        if (kill > 0)
            QVERIFY2(restored == kept || restored == begun,
                     (restored + "\nis neither\n" + kept + "\nnor\n" + begun).constData());
        QVERIFY(keeper.waitFor("kept"));
        // A random moment is what is tried here, not a wait for something.
        std::this_thread::sleep_for(std::chrono::microseconds(QRandomGenerator::global()->bounded(30'000)));
        keeper.kill();
        kept = keeper.last("kept");
        begun = keeper.last("begun");
        struck += kept == begun ? 0 : 1;
    }
    QCOMPARE(QDir(folder.path()).entryList({u"*.corrupt*"_s}), QStringList());
}

void TestWindowKilled::theProgramItselfKeepsAndRestores()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"window-state.json"_s);
    const QJsonObject layout{
        {u"frame"_s,
         QJsonObject{{u"x"_s, 2000}, {u"y"_s, 40}, {u"width"_s, 1300}, {u"height"_s, 800}, {u"maximized"_s, false}}},
        {u"sidebarCollapsed"_s, true},
        {u"log"_s, QJsonObject{{u"open"_s, true}, {u"height"_s, 301}}},
        {u"page"_s, u"inventory"_s},
        {u"pages"_s, QJsonObject{{u"inventory"_s, QJsonObject{{u"tab"_s, u"layers"_s},
                                                              {u"details"_s, QJsonObject{{u"width"_s, 420}}}}}}}};
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toBytes({u"another"_s, {{u"another"_s, layout}}}));
    file.close();
    const auto view = [&path] { return readState(path)["views"_L1]["demo:northquay"_L1].toObject(); };
    QProcess slipway;
    slipway.setProcessEnvironment(twoScreens(folder));
    slipway.start(ourProgram(u"slipway"_s), {u"--demo"_s, u"northquay"_s, u"--data-dir"_s, folder.path()});
    // It was not known: it begins as the last view was left, and is kept as its own.
    QVERIFY(eventually([&] { return !view().isEmpty(); }));
    slipway.kill();
    slipway.waitForFinished();
    const QJsonObject kept = view();
    for (const auto& name : {"frame"_L1, "sidebarCollapsed"_L1, "log"_L1, "page"_L1})
        QCOMPARE(QJsonDocument(QJsonObject{{u"it"_s, kept[name]}}).toJson(),
                 QJsonDocument(QJsonObject{{u"it"_s, layout[name]}}).toJson());
    const QJsonObject page = kept["pages"_L1]["inventory"_L1].toObject();
    QCOMPARE(page["tab"_L1].toString(), u"layers"_s);
    QCOMPARE(page["details"_L1]["width"_L1].toInt(), 420);
    QCOMPARE(readState(path)["views"_L1]["another"_L1].toObject(), layout);
}

void TestWindowKilled::theProgramKeepsItsWindowWhereNothingCanBeOpened()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"window-state.json"_s);
    QVERIFY(QDir(folder.path()).mkdir(u"slipway.db"_s)); // where the store is to be
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toBytes({u"another"_s, {{u"another"_s, QJsonObject{{u"sidebarCollapsed"_s, true}}}}}));
    file.close();
    QProcess slipway;
    slipway.setProcessEnvironment(twoScreens(folder));
    slipway.start(ourProgram(u"slipway"_s), {u"--demo"_s, u"northquay"_s, u"--data-dir"_s, folder.path()});
    // It stays the window it began as, which is placed and laid out now.
    QVERIFY(eventually([&] { return readState(path)["views"_L1]["another"_L1]["frame"_L1].isObject(); }));
    slipway.terminate();
    QVERIFY(slipway.waitForFinished(kPatience));
    QCOMPARE(slipway.exitCode(), 0);
    QCOMPARE(readState(path)["views"_L1].toObject().keys(), QStringList{u"another"_s});
}

void TestWindowKilled::aScreenThatIsGoneLosesNoWindow()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"window-state.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"form":1,"last":"test","views":{"test":{"frame":{"x":9000,"y":-4000,"width":1300,"height":800}}}})");
    file.close();
    Keeper keeper(folder, {});
    QVERIFY(keeper.waitFor("restored"));
    const auto frame = QJsonDocument::fromJson(keeper.last("restored"))["frame"_L1];
    const QRect shown(frame["x"_L1].toInt(), frame["y"_L1].toInt(), frame["width"_L1].toInt(),
                      frame["height"_L1].toInt());
    QCOMPARE(shown.size(), QSize(1300, 800));
    QVERIFY2(QRect(0, 0, 3840, 1080).contains(shown), keeper.last("restored").constData());
}

SLIPWAY_TEST_SUITE(TestWindowKilled);

} // namespace slipway::test

#include "test_windowkilled.moc"
