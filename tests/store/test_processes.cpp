#include "generations.h"
#include "scratchstore.h"
#include "support/suite.h"

#include <QCoreApplication>
#include <QElapsedTimer>
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

    /// Waits for the next that is kept; its number, -1 if the process ended.
    int waitForOne()
    {
        while (true) {
            while (!m_process.canReadLine()) {
                if (!m_process.waitForReadyRead(30'000))
                    return -1;
            }
            if (readLine())
                return m_kept;
        }
    }
    /// The last number it told to be kept.
    int kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        while (m_process.canReadLine())
            readLine();
        return m_kept;
    }
    /// Whether it had begun with one and did not tell that it is kept.
    [[nodiscard]] bool wasSaving() const { return m_begun > m_kept; }

private:
    /// Whether the line tells of one that is kept.
    bool readLine()
    {
        const QByteArray line = m_process.readLine().trimmed();
        const bool isBeginning = line.startsWith('+');
        (isBeginning ? m_begun : m_kept) = line.toInt();
        return !isBeginning;
    }

    int m_begun = -1;
    int m_kept = -1;
    QProcess m_process;
};

class TestProcesses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A thousand saves or more, and a kill at a random moment every few of them, until enough kills struck a save.
    void killedWhileSavingTheStoreIsWhole()
    {
        constexpr int kSaves = 1'000;
        constexpr int kKillsWhileSaving = 15; // more than half of the 65 of a thousand saves, as a rule
        constexpr qint64 kMostMilliseconds = 200'000;
        QElapsedTimer time;
        time.start();
        constexpr int kSavesAtMost = 30; // between two kills
        constexpr int kMicrosecondsAtMost = 10'000;
        ScratchStore scratch;
        int saves = 0;
        int kills = 0;
        int killsWhileSaving = 0;
        for (; saves < kSaves || killsWhileSaving < kKillsWhileSaving; ++kills) {
            QVERIFY2(time.elapsed() < kMostMilliseconds,
                     qPrintable(u"%1 kills, %2 of them while it saved"_s.arg(kills).arg(killsWhileSaving)));
            scratch.close();
            Saver saver(scratch.path(), saves + 1);
            // Counted, not timed: a busy machine takes no more kills for its thousand saves.
            for (int left = 1 + QRandomGenerator::global()->bounded(kSavesAtMost); left > 0; --left)
                QVERIFY2(saver.waitForOne() > saves, qPrintable(u"kill %1"_s.arg(kills)));
            // The moment of the kill is chance; the seed is not kept, for every moment must do.
            std::this_thread::sleep_for(
                std::chrono::microseconds(QRandomGenerator::global()->bounded(kMicrosecondsAtMost)));
            const int last = saver.kill();
            killsWhileSaving += saver.wasSaving() ? 1 : 0;
            scratch.reopen();
            QVERIFY(!scratch.store().setAside());
            QVERIFY(scratch.store().wasLeftOpen());
            const int found = generationOf(*scratch.latest());
            QVERIFY2(found == last || (found == last + 1 && saver.wasSaving()),
                     qPrintable(u"kill %1: told %2, found %3"_s.arg(kills).arg(last).arg(found)));
            QVERIFY(checkStoreFile(scratch.path(), {}));
            QCOMPARE(scratch.count(u"SELECT count(*) FROM versions WHERE until IS NULL"_s),
                     qint64(scratch.latest()->versions.size()));
            saves = found;
        }
        qInfo("%d saves, %d kills, %d of them while it saved", saves, kills, killsWhileSaving);
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
