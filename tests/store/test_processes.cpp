#include "generations.h"
#include "scratchstore.h"
#include "support/suite.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// A process of its own that saves one generation after another, until it is killed.
class Saver final
{
public:
    Saver(const QString& path, int first)
    {
        m_process.start(QCoreApplication::applicationDirPath() + u"/store_saver"_s, {path, QString::number(first)});
    }
    ~Saver() { kill(); }

    /// Waits for the next line; the number in it, -1 if the process ended.
    int waitForOne()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return -1;
        }
        return m_process.readLine().trimmed().toInt();
    }
    /// The last number it told.
    int kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        int last = -1;
        while (m_process.canReadLine())
            last = m_process.readLine().trimmed().toInt();
        return last;
    }

private:
    QProcess m_process;
};

class TestProcesses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWhileSavingTheStoreIsWhole()
    {
        ScratchStore scratch;
        int before = 0;
        for (int round = 0; round < 20; ++round) {
            scratch.close();
            Saver saver(scratch.path(), before + 1);
            const int told = saver.waitForOne();
            QVERIFY2(told > before, qPrintable(u"round %1"_s.arg(round)));
            // The moment of the kill is chance; the seed is not kept, for every moment must do.
            std::this_thread::sleep_for(std::chrono::microseconds(QRandomGenerator::global()->bounded(60'000)));
            const int last = std::max(told, saver.kill());
            scratch.reopen();
            QVERIFY(!scratch.store().setAside());
            const int found = generationOf(*scratch.latest());
            QVERIFY2(found == last || found == last + 1,
                     qPrintable(u"round %1: told %2, found %3"_s.arg(round).arg(last).arg(found)));
            QVERIFY(checkStoreFile(scratch.path(), {}));
            QCOMPARE(scratch.count(u"SELECT count(*) FROM versions WHERE until IS NULL"_s),
                     qint64(scratch.latest()->versions.size()));
            before = found;
        }
    }

    void twoProcessesWriteWhileAThirdReads()
    {
        ScratchStore scratch;
        constexpr int kFirstOfOther = 500'000;
        Saver one(scratch.path(), 1'000);
        Saver other(scratch.path(), kFirstOfOther);
        QVERIFY(one.waitForOne() > 0);
        QVERIFY(other.waitForOne() > 0);
        int before = 0;
        for (int round = 0; round < 15; ++round) {
            const int found = generationOf(*scratch.latest());
            QVERIFY2(found > 0 && found != before, qPrintable(u"round %1: %2"_s.arg(round).arg(found)));
            before = found;
            QVERIFY(scratch.store().savePage(scratchScope(), u"mine"_s, {"e", {}, "body"}));
            // Lines may have waited to be read: only one that comes after what was found tells of a newer save.
            Saver& writer = found < kFirstOfOther ? one : other;
            for (int told = 0; told <= found;) {
                told = writer.waitForOne();
                QVERIFY(told > 0);
            }
        }
        one.kill();
        other.kill();
        scratch.reopen();
        QVERIFY(generationOf(*scratch.latest()) > 0);
        QVERIFY(checkStoreFile(scratch.path(), {}));
    }
};

SLIPWAY_TEST_SUITE(TestProcesses);

} // namespace

#include "test_processes.moc"
