#include "simulator/fixture.h"

#include <QJsonObject>
#include <QProcess>

#include <csignal>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// `slipwayctl simulate` as a process.
class SimulateCommandTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesUntilSignalled_data()
    {
        QTest::addColumn<int>("signalNumber");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }

    void servesUntilSignalled()
    {
        QFETCH(const int, signalNumber);
        QProcess process;
        process.start(program(), {u"--state"_s, dataFile(u"organisation.json"_s)});
        QVERIFY(QTest::qWaitFor([&] { return process.canReadLine(); }));
        const auto line = QJsonDocument::fromJson(process.readLine()).object();
        QCOMPARE(line.keys(), (QStringList{u"apiUrl"_s, u"owner"_s, u"registryUrl"_s}));
        QCOMPARE(line["owner"_L1].toString(), u"acme"_s);
        HttpClient client(QUrl(line["apiUrl"_L1].toString()));
        QCOMPARE(client.get(u"/users/acme"_s).status, 200);
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signalNumber), 0);
        QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void refusesWrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("unknown option") << QStringList{u"--colour"_s} << "colour"_ba << 2;
        QTest::newRow("two states") << QStringList{u"--demo"_s, u"a"_s, u"--state"_s, u"b"_s}
                                    << "exclude one another"_ba << 2;
        QTest::newRow("missing file") << QStringList{u"--state"_s, u"/no/file"_s} << "/no/file"_ba << 2;
        QTest::newRow("unknown demo") << QStringList{u"--demo"_s, u"atlantis"_s} << "atlantis"_ba << 2;
        QTest::newRow("bad generator") << QStringList{u"--generate"_s, u"packages=many"_s} << "packages=many"_ba << 2;
        QTest::newRow("bad fault") << QStringList{u"--fault"_s, u"explode"_s} << "explode"_ba << 2;
        QTest::newRow("bad port") << QStringList{u"--port"_s, u"70000"_s} << "--port takes a whole number"_ba << 2;
        QTest::newRow("bad referrers") << QStringList{u"--referrers"_s, u"200"_s} << "--referrers takes"_ba << 2;
        QTest::newRow("argument too many") << QStringList{u"please"_s} << "one argument too many"_ba << 2;
        QTest::newRow("log nobody can write")
            << QStringList{u"--generate"_s, u"versions=1"_s, u"--request-log"_s, u"/no/dir/log"_s} << "/no/dir/log"_ba
            << 2;
    }

    void refusesWrongUse()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, said);
        QFETCH(const int, exitCode);
        QProcess process;
        process.start(program(), arguments);
        QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }));
        QCOMPARE(process.exitCode(), exitCode);
        const auto errors = process.readAllStandardError();
        QVERIFY2(errors.contains(said), errors.constData());
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }

private:
    [[nodiscard]] static QString program() { return QCoreApplication::applicationDirPath() + u"/simulate"_s; }
};

QTEST_GUILESS_MAIN(SimulateCommandTest)
#include "tst_simulatecommand.moc"
