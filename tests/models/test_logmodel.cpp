#include "models/logfilter.h"
#include "models/logmodel.h"
#include "models/printmodel.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

void write(LogRing& ring, LogLevel level, const QString& category, const QString& message)
{
    ring.append({0, 1'763'735'520'007, level, category, message});
}

QStringList shown(const QAbstractItemModel& model)
{
    QStringList messages;
    for (int row = 0; row < model.rowCount(); ++row)
        messages.append(model.index(row, 0).data(LogMessageRole).toString());
    return messages;
}

} // namespace

class TestLogModel final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesComeInBatches();
    void oldestGoFirst();
    void cellsAreWords();
    void clearedStaysCleared();
    void filterIsObeyed_data();
    void filterIsObeyed();
    void filterFollowsNewLines();
    void tenThousandLinesAreQuick();
};

void TestLogModel::linesComeInBatches()
{
    LogRing ring;
    write(ring, LogLevel::Info, u"a"_s, u"before"_s);
    LogModel model(ring);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ChangeLog changes(model);
    QCOMPARE(shown(model), QStringList{u"before"_s});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 500; ++i) {
        write(ring, LogLevel::Info, u"a"_s, QString::number(i));
        QCoreApplication::processEvents();
    }
    QVERIFY(eventually([&] { return model.rowCount() == 501; }));
    QCOMPARE(shown(model).last(), u"499"_s);
    QVERIFY2(changes.lines().size() < 10, qPrintable(changes.lines().join(u'\n')));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.index(500, 0).data(LogIdRole).toULongLong(), 501U);
}

void TestLogModel::oldestGoFirst()
{
    LogRing ring(3);
    LogModel model(ring);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 1; i <= 2; ++i)
        write(ring, LogLevel::Info, u"a"_s, QString::number(i));
    QVERIFY(eventually([&] { return model.rowCount() == 2; }));
    for (int i = 3; i <= 4; ++i)
        write(ring, LogLevel::Info, u"a"_s, QString::number(i));
    QVERIFY(eventually([&] { return shown(model).contains(u"4"_s); }));
    QCOMPARE(shown(model), (QStringList{u"2"_s, u"3"_s, u"4"_s}));
    for (int i = 5; i <= 20; ++i)
        write(ring, LogLevel::Info, u"a"_s, QString::number(i));
    QVERIFY(eventually([&] { return shown(model).contains(u"20"_s); }));
    QCOMPARE(shown(model), (QStringList{u"18"_s, u"19"_s, u"20"_s}));
}

void TestLogModel::cellsAreWords()
{
    LogRing ring;
    write(ring, LogLevel::Warning, u"slipway.net"_s, u"GET x"_s);
    write(ring, LogLevel::Error, u"qt.network"_s, u"y"_s);
    const LogModel model(ring);
    const auto cell = [&](int row, LogColumn column) {
        return model.index(row, static_cast<int>(column)).data().toString();
    };
    QCOMPARE(cell(0, LogColumn::Time), QDateTime::fromMSecsSinceEpoch(1'763'735'520'007).toString(u"HH:mm:ss.zzz"_s));
    QCOMPARE(cell(0, LogColumn::Level), u"Warning"_s);
    QCOMPARE(cell(0, LogColumn::Category), u"net"_s);
    QCOMPARE(cell(0, LogColumn::Message), u"GET x"_s);
    QCOMPARE(cell(1, LogColumn::Category), u"qt.network"_s);
    QCOMPARE(model.index(0, 0).data(LogLineRole).toString(), u"2025-11-21T14:32:00.007Z warning slipway.net GET x"_s);
}

void TestLogModel::clearedStaysCleared()
{
    LogRing ring;
    LogModel model(ring);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    write(ring, LogLevel::Info, u"a"_s, u"old"_s);
    model.clear(); // what has not been shown yet goes, too
    QCOMPARE(model.rowCount(), 0);
    write(ring, LogLevel::Info, u"a"_s, u"new"_s);
    QVERIFY(eventually([&] { return model.rowCount() > 0; }));
    QCOMPARE(shown(model), QStringList{u"new"_s});
    QCOMPARE(ring.after(0).size(), 2);
}

void TestLogModel::filterIsObeyed_data()
{
    QTest::addColumn<LogFilter>("filter");
    QTest::addColumn<QStringList>("messages");
    const QStringList all{u"GET /a 200"_s, u"GET /b 304"_s, u"database is locked"_s, u"no reply - gone"_s};
    QTest::newRow("none") << LogFilter{} << all;
    QTest::newRow("word") << LogFilter{u"get"_s, {}, {}} << all.first(2);
    QTest::newRow("two words") << LogFilter{u" get  304 "_s, {}, {}} << QStringList{all[1]};
    QTest::newRow("not") << LogFilter{u"-get"_s, {}, {}} << all.last(2);
    QTest::newRow("word and not") << LogFilter{u"get -304"_s, {}, {}} << QStringList{all[0]};
    QTest::newRow("quoted") << LogFilter{u"\"is locked\""_s, {}, {}} << QStringList{all[2]};
    QTest::newRow("not quoted") << LogFilter{u"-\"is locked\" -get"_s, {}, {}} << QStringList{all[3]};
    QTest::newRow("open quote") << LogFilter{u"\"is locked"_s, {}, {}} << QStringList{all[2]};
    QTest::newRow("minus alone") << LogFilter{u"-"_s, {}, {}} << QStringList{all[3]};
    QTest::newRow("category as word") << LogFilter{u"store"_s, {}, {}} << QStringList{all[2]};
    QTest::newRow("level") << LogFilter{{}, LogLevel::Warning, {}} << QStringList{all[2], all[3]};
    QTest::newRow("category") << LogFilter{{}, {}, u"slipway.net"_s} << QStringList{all[0], all[1], all[3]};
    QTest::newRow("all of it") << LogFilter{u"gone"_s, LogLevel::Error, u"slipway.net"_s} << QStringList{all[3]};
    QTest::newRow("nothing left") << LogFilter{u"get -get"_s, {}, {}} << QStringList{};
}

void TestLogModel::filterIsObeyed()
{
    QFETCH(const LogFilter, filter);
    QFETCH(const QStringList, messages);
    LogRing ring;
    write(ring, LogLevel::Info, u"slipway.net"_s, u"GET /a 200"_s);
    write(ring, LogLevel::Debug, u"slipway.net"_s, u"GET /b 304"_s);
    write(ring, LogLevel::Warning, u"slipway.store"_s, u"database is locked"_s);
    write(ring, LogLevel::Error, u"slipway.net"_s, u"no reply - gone"_s);
    LogModel model(ring);
    LogFilterModel proxy;
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    proxy.setFilter(filter);
    QCOMPARE(shown(proxy), messages);
    proxy.setFilter({});
    QCOMPARE(proxy.rowCount(), 4);
}

void TestLogModel::filterFollowsNewLines()
{
    LogRing ring(4);
    LogModel model(ring);
    LogFilterModel proxy;
    const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    proxy.setSourceModel(&model);
    proxy.setFilter({u"keep"_s, {}, {}});
    for (int i = 0; i < 10; ++i)
        write(ring, LogLevel::Info, u"a"_s, (i % 2 ? u"keep %1"_s : u"drop %1"_s).arg(i));
    QVERIFY(eventually([&] { return model.rowCount() == 4; }));
    QCOMPARE(shown(proxy), (QStringList{u"keep 7"_s, u"keep 9"_s}));
}

void TestLogModel::tenThousandLinesAreQuick()
{
    LogRing ring;
    LogModel model(ring);
    LogFilterModel proxy;
    proxy.setSourceModel(&model);
    for (int i = 0; i < 10'000; ++i)
        write(ring, LogLevel::Info, u"slipway.net"_s, u"GET https://api.github.com/orgs/northquay/%1 200"_s.arg(i));
    QVERIFY(eventually([&] { return proxy.rowCount() == 10'000; }));
    QElapsedTimer timer;
    timer.start();
    proxy.setFilter({u"99 -7"_s, {}, {}});
    QVERIFY(proxy.rowCount() > 0);
    proxy.setFilter({});
    QCOMPARE(proxy.rowCount(), 10'000);
    const qint64 filtered = timer.restart();
    write(ring, LogLevel::Info, u"slipway.net"_s, u"one more"_s);
    QVERIFY(eventually([&] { return shown(proxy).last() == "one more"_L1; }));
    QCOMPARE(proxy.rowCount(), 10'000);
    // Far above what it takes, far below what a person would call stuck.
    QVERIFY2(filtered < 1'000, qPrintable(QString::number(filtered)));
}

SLIPWAY_TEST_SUITE(TestLogModel);

} // namespace slipway::test

#include "test_logmodel.moc"
