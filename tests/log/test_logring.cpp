#include "log/logring.h"
#include "support/suite.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

namespace slipway::test
{

using namespace Qt::StringLiterals;

class TestLogRing final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesWhatIsNew();
    void keepsTheNewest();
    void tellsOnceATurn();
    void takesFromAnyThread();
};

namespace
{

QStringList messages(const QList<LogEntry>& entries)
{
    QStringList texts;
    for (const auto& entry : entries)
        texts.append(entry.message);
    return texts;
}

} // namespace

void TestLogRing::givesWhatIsNew()
{
    LogRing ring;
    QVERIFY(ring.after(0).isEmpty());
    ring.append({0, 1, LogLevel::Info, u"c"_s, u"one"_s});
    ring.append({0, 2, LogLevel::Info, u"c"_s, u"two"_s});
    QCOMPARE(messages(ring.after(0)), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(ring.after(0).last().id, 2U);
    QCOMPARE(messages(ring.after(1)), QStringList{u"two"_s});
    QVERIFY(ring.after(2).isEmpty());
    QVERIFY(ring.after(99).isEmpty());
}

void TestLogRing::keepsTheNewest()
{
    LogRing ring(3);
    for (int i = 1; i <= 5; ++i)
        ring.append({0, i, LogLevel::Info, u"c"_s, QString::number(i)});
    QCOMPARE(messages(ring.after(0)), (QStringList{u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(messages(ring.after(1)), (QStringList{u"3"_s, u"4"_s, u"5"_s}));
    QCOMPARE(messages(ring.after(4)), QStringList{u"5"_s});
}

void TestLogRing::tellsOnceATurn()
{
    LogRing ring;
    QSignalSpy grown(&ring, &LogRing::grown);
    for (int i = 0; i < 100; ++i)
        ring.append({0, i, LogLevel::Info, u"c"_s, u"x"_s});
    QCOMPARE(grown.size(), 0);
    QCoreApplication::processEvents();
    QCOMPARE(grown.size(), 1);
    ring.append({0, 0, LogLevel::Info, u"c"_s, u"x"_s});
    QCoreApplication::processEvents();
    QCOMPARE(grown.size(), 2);
}

void TestLogRing::takesFromAnyThread()
{
    LogRing ring(1'000);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&ring] {
                for (int i = 0; i < 500; ++i)
                    ring.append({0, i, LogLevel::Info, u"c"_s, u"x"_s});
            });
    }
    const auto entries = ring.after(0);
    QCOMPARE(entries.size(), 1'000);
    for (qsizetype i = 1; i < entries.size(); ++i)
        QCOMPARE(entries[i].id, entries[i - 1].id + 1);
    QCOMPARE(entries.last().id, 2'000U);
}

SLIPWAY_TEST_SUITE(TestLogRing);

} // namespace slipway::test

#include "test_logring.moc"
