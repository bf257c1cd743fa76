#include "core/filelock.h"
#include "support/suite.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace slipway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFileLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOthersOutAsLongAsItLives()
    {
        {
            const FileLock held(path(), 0ms);
            QVERIFY(held.isHeld());
            const FileLock other(path(), 5ms);
            QVERIFY(!other.isHeld());
            QCOMPARE(other.reason(), QString());
        }
        QVERIFY(FileLock(path(), 0ms).isHeld());
    }

    void saysWhyThereCanBeNone()
    {
        const FileLock lock(m_folder.filePath(u"missing/lock"_s), 0ms);
        QVERIFY(!lock.isHeld());
        QVERIFY(!lock.reason().isEmpty());
    }

    /// Who takes it again at once would hardly ever be met without it, whoever else looks every few milliseconds.
    void whoWaitsComesBeforeWhoTakesItAgain()
    {
        std::atomic<int> taken = 0;
        std::jthread greedy([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                const FileLock lock(path(), 10s);
                if (lock.isHeld())
                    ++taken;
                std::this_thread::sleep_for(3ms);
            }
        });
        QVERIFY(QTest::qWaitFor([&] { return taken > 10; }));
        constexpr int kRounds = 50;
        const int before = taken;
        for (int i = 0; i < kRounds; ++i)
            QVERIFY(FileLock(path(), 10s).isHeld());
        QVERIFY2(taken - before < 3 * kRounds, qPrintable(QString::number(taken - before)));
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"lock"_s); }

    QTemporaryDir m_folder;
};

SLIPWAY_TEST_SUITE(TestFileLock);

#include "test_filelock.moc"
