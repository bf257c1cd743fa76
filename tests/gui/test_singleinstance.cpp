#include "app/session/singleinstance.h"
#include "integration/process.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// One window for a data folder, with real processes.
class TestSingleInstance final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void rule25_aSecondStartHandsOverItsLink();
    void whatCannotBeOpenedIsHandedOverToo();
    void rule25_twoRealProgramsAreOneWindow();
    void anotherFolderIsAnotherWindow();
    void onlyTheOwnerMayUseTheSocket();
    void rule15_aSocketThatWasLeftIsTakenOver();
    void whoDoesNotAnswerIsTakenForGone();
    void nonsenseOnTheSocketHarmsNobody_data();
    void nonsenseOnTheSocketHarmsNobody();
    void withoutARuntimeFolderItJustStarts();
    void rule25_wrongUseEndsWithTwo_data();
    void rule25_wrongUseEndsWithTwo();
    void rule25_helpNeedsNoDisplay_data();
    void rule25_helpNeedsNoDisplay();
    void debugInformationTellsTheSettings();

private:
    [[nodiscard]] QString data() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] static QProcessEnvironment environment() { return QProcessEnvironment::systemEnvironment(); }
    [[nodiscard]] Outcome slipway(const QStringList& arguments) const
    {
        return run(ourProgram(u"slipway"_s), QStringList{u"--data-dir"_s, data()} + arguments, environment());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSingleInstance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkpath(u"data"_s);
    QDir(m_folder->path()).mkpath(u"run"_s);
    qputenv("XDG_RUNTIME_DIR", m_folder->filePath(u"run"_s).toUtf8());
}

void TestSingleInstance::rule25_aSecondStartHandsOverItsLink()
{
    SingleInstance first(data());
    first.listen();
    QList<OpenRequest> requests;
    connect(&first, &SingleInstance::requested, this, [&](const OpenRequest& request) { requests.append(request); });
    const auto outcome = slipway({u"slipway://northquay/inventory/apc-emotion-gpu:v1"_s, u"--offline"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.errors.contains("--offline has no effect"), outcome.errors.constData());
    QCOMPARE(requests.size(), 1);
    QCOMPARE(toText(requests[0].place), u"slipway://northquay/inventory/apc-emotion-gpu:v1"_s);

    QCOMPARE(slipway({u"--demo"_s, u"siriusscan"_s, u"--page"_s, u"inventory"_s}).code, 0);
    QCOMPARE(requests.size(), 2);
    QCOMPARE(toText(requests[1].place), u"slipway://siriusscan/inventory"_s);
}

/// Where a browser starts the program nobody sees its standard error: the window says what is wrong.
void TestSingleInstance::whatCannotBeOpenedIsHandedOverToo()
{
    SingleInstance first(data());
    first.listen();
    QList<OpenRequest> requests;
    connect(&first, &SingleInstance::requested, this, [&](const OpenRequest& request) { requests.append(request); });
    const auto ofAnotherVersion = u"slipway://northquay/tomorrow/apc-emotion-gpu"_s;
    QCOMPARE(slipway({ofAnotherVersion}).code, 0);
    const auto wrong = u"slipway://northquay/inventory/api:"_s;
    const auto outcome = slipway({wrong});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.errors.contains("has a tag"), outcome.errors.constData());
    QCOMPARE(requests.size(), 2);
    QCOMPARE(toText(requests[0].place), ofAnotherVersion);
    QVERIFY(requests[1].place.isEmpty());
    QCOMPARE(requests[1].wrongLink, wrong);
}

void TestSingleInstance::rule25_twoRealProgramsAreOneWindow()
{
    const SingleInstance where(data());
    QProcess first;
    first.setProcessEnvironment(environment());
    first.start(ourProgram(u"slipway"_s), {u"--data-dir"_s, data(), u"--demo"_s, u"northquay"_s});
    QVERIFY(eventually([&] { return QFileInfo::exists(where.socketPath()); }));
    QCOMPARE(slipway({u"slipway://siriusscan/inventory"_s}).code, 0);
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(eventually([&] { return first.state() == QProcess::NotRunning; }));
    QCOMPARE(first.exitCode(), 0);
    QVERIFY(!QFileInfo::exists(where.socketPath()));
}

void TestSingleInstance::anotherFolderIsAnotherWindow()
{
    QDir(m_folder->path()).mkpath(u"other"_s);
    QFile::link(data(), m_folder->filePath(u"link"_s));
    const SingleInstance one(data());
    QVERIFY(SingleInstance(m_folder->filePath(u"other"_s)).socketPath() != one.socketPath());
    QCOMPARE(SingleInstance(m_folder->filePath(u"link"_s)).socketPath(), one.socketPath());
    QCOMPARE(SingleInstance(data() + u"/../data/"_s).socketPath(), one.socketPath());
}

void TestSingleInstance::onlyTheOwnerMayUseTheSocket()
{
    SingleInstance first(data());
    first.listen();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(first.socketPath()).permissions() & others));
}

void TestSingleInstance::rule15_aSocketThatWasLeftIsTakenOver()
{
    const SingleInstance where(data());
    QProcess first;
    first.start(ourProgram(u"slipway"_s), {u"--data-dir"_s, data(), u"--demo"_s, u"northquay"_s});
    QVERIFY(eventually([&] { return QFileInfo::exists(where.socketPath()); }));
    first.kill();
    first.waitForFinished();
    QVERIFY(QFileInfo::exists(where.socketPath()));
    SingleInstance second(data());
    QVERIFY(!second.handOver({}));
    second.listen();
    int asked = 0;
    connect(&second, &SingleInstance::requested, this, [&asked] { ++asked; });
    QCOMPARE(slipway({}).code, 0);
    QCOMPARE(asked, 1);
}

void TestSingleInstance::whoDoesNotAnswerIsTakenForGone()
{
    QLocalServer mute; // takes connections and says nothing, as a process that was stopped
    QVERIFY(mute.listen(SingleInstance(data()).socketPath()));
    SingleInstance second(data());
    QElapsedTimer time;
    time.start();
    QVERIFY(!second.handOver({}));
    QVERIFY2(time.elapsed() >= 900 && time.elapsed() < 3'000, qPrintable(QString::number(time.elapsed())));
    second.listen();
    QLocalSocket socket;
    socket.connectToServer(second.socketPath());
    socket.write(toBytes({}));
    QVERIFY(eventually([&] { return socket.canReadLine(); }));
    QCOMPARE(socket.readLine(), "taken\n"_ba);
}

void TestSingleInstance::nonsenseOnTheSocketHarmsNobody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no request") << "hello\n"_ba;
    QTest::newRow("of a later version") << "{\"form\":9}\n"_ba;
    QTest::newRow("a wrong link") << "{\"form\":1,\"link\":\"file:///etc/passwd\"}\n"_ba;
    QTest::newRow("a page that is not there") << "{\"form\":1,\"page\":\"../x\"}\n"_ba;
    QTest::newRow("endless") << QByteArray(100'000, 'x');
    QTest::newRow("silence") << ""_ba;
}

void TestSingleInstance::nonsenseOnTheSocketHarmsNobody()
{
    QFETCH(const QByteArray, bytes);
    SingleInstance first(data());
    first.listen();
    QList<OpenRequest> requests;
    connect(&first, &SingleInstance::requested, this, [&](const OpenRequest& request) { requests.append(request); });
    QLocalSocket socket;
    socket.connectToServer(first.socketPath());
    QVERIFY(socket.waitForConnected(1'000));
    socket.write(bytes);
    // Answered or dropped, within a moment.
    QVERIFY(eventually([&] { return socket.state() == QLocalSocket::UnconnectedState; }));
    for (const auto& request : requests)
        QVERIFY(request.place.isEmpty());
    // And the next is served.
    QCOMPARE(slipway({u"slipway://northquay"_s}).code, 0);
    QCOMPARE(requests.constLast().place.owner, u"northquay"_s);
}

void TestSingleInstance::withoutARuntimeFolderItJustStarts()
{
    qputenv("XDG_RUNTIME_DIR", m_folder->filePath(u"nowhere"_s).toUtf8());
    SingleInstance first(data());
    QVERIFY(first.socketPath().isEmpty());
    QVERIFY(!first.handOver({}));
    first.listen();
}

void TestSingleInstance::rule25_wrongUseEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no link") << QStringList{u"https://ghcr.io"_s} << "begins with slipway://"_ba;
    QTest::newRow("no page") << QStringList{u"--page"_s, u"nowhere"_s} << "there is: inventory"_ba;
    QTest::newRow("two links") << QStringList{u"slipway://a"_s, u"slipway://b"_s} << "one link"_ba;
    QTest::newRow("two owners") << QStringList{u"--owner"_s, u"acme"_s, u"slipway://bolts"_s} << "another owner"_ba;
    QTest::newRow("no theme") << QStringList{u"--theme"_s, u"pink"_s} << "light, dark, high-contrast or system"_ba;
    QTest::newRow("unknown option") << QStringList{u"--colour"_s} << "colour"_ba;
}

void TestSingleInstance::rule25_wrongUseEndsWithTwo()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    const auto outcome = slipway(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.errors.contains(says), outcome.errors.constData());
    QCOMPARE(outcome.errors.count('\n'), 1);
}

void TestSingleInstance::rule25_helpNeedsNoDisplay_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("help") << QStringList{u"--help"_s} << "--page"_ba;
    QTest::newRow("help begins") << QStringList{u"--help"_s} << "Usage: slipway [options] [LINK]"_ba;
    QTest::newRow("version") << QStringList{u"--version"_s} << "slipway " SLIPWAY_VERSION ""_ba;
    QTest::newRow("debug information") << QStringList{u"--debug-info"_s} << "platform"_ba;
    QTest::newRow("with all others") << QStringList{u"--debug-info"_s, u"--demo"_s,    u"northquay"_s,
                                                    u"--read-only"_s,  u"--offline"_s, u"--theme"_s,
                                                    u"dark"_s,         u"--page"_s,    u"inventory"_s}
                                     << "platform"_ba;
}

/// What was set counts, the file stays where it is, and one that makes no sense is told.
void TestSingleInstance::debugInformationTellsTheSettings()
{
    QFile file(QDir(data()).filePath(u"settings.json"_s));
    const auto told = [&](const QByteArray& text, const QStringList& options) {
        file.remove();
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return QByteArray();
        file.close();
        const auto outcome = slipway(QStringList{u"--debug-info"_s} + options);
        return outcome.code == 0 ? outcome.output.simplified() : outcome.errors;
    };
    const auto set = told(R"({"logging": {"level": "debug"}, "refresh": {"activeSeconds": 90}})", {});
    for (const auto* line : {"logLevel debug", "logging.level debug", "refresh.activeSeconds 90", "problems 0"})
        QVERIFY2(set.contains(line), set.constData());
    const auto asked = told(R"({"logging": {"level": "debug"}})", {u"--log-level"_s, u"error"_s});
    QVERIFY2(asked.contains("logLevel error"), asked.constData());
    const auto damaged = told("{", {});
    QVERIFY2(damaged.contains("could not be understood"), damaged.constData());
    QCOMPARE(QDir(data()).entryList(QDir::Files), QStringList{u"settings.json"_s});
}

void TestSingleInstance::rule25_helpNeedsNoDisplay()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, says);
    auto bare = environment();
    for (const auto& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        bare.remove(name);
    const auto outcome = run(ourProgram(u"slipway"_s), options, bare);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains(says), outcome.output.constData());
}

SLIPWAY_TEST_SUITE(TestSingleInstance);

} // namespace slipway::test

#include "test_singleinstance.moc"
