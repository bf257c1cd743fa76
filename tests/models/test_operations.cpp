#include "models/operationsmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOperations final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void estimatesWhatRemains();
    void isListedWhileItRuns();
    void isStoppedOnce();
    void leavesWhenItIsDestroyed();
    void tellsProgress_data();
    void tellsProgress();
};

void TestOperations::estimatesWhatRemains()
{
    std::chrono::milliseconds now = 5s;
    Operation operation(u"scan"_s, u"Read northquay"_s, nullptr, [&now] { return now; });
    operation.setProgress(10, 40, OperationUnit::Packages);
    QVERIFY(!operation.remaining().has_value()); // too early to tell
    now += 10s;
    QCOMPARE(*operation.remaining(), 30s);
    QCOMPARE(remainingText(operation), u"about 30 s left"_s);
    operation.setProgress(1, 40, OperationUnit::Packages);
    QVERIFY(!operation.remaining().has_value()); // too little to tell
    operation.setProgress(5, 4000, OperationUnit::Packages);
    QVERIFY(remainingText(operation).isEmpty());
    operation.setProgress(300, 4000, OperationUnit::Packages);
    QCOMPARE(remainingText(operation), u"about 3 min left"_s);
    operation.finish();
    QVERIFY(!operation.remaining().has_value());
}

void TestOperations::isListedWhileItRuns()
{
    OperationsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Operation first(u"a"_s, u"Read a"_s);
    Operation second(u"b"_s, u"Read b"_s);
    model.add(&first);
    model.add(&second);
    model.add(&second);
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    second.setProgress(1, 2, OperationUnit::None);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    first.fail({ErrorKind::Network, u"a"_s, {}, {}});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), u"Read b"_s);
    QVERIFY(first.error().has_value());
    second.markCancelled();
    QCOMPARE(model.rowCount(), 0);
}

void TestOperations::isStoppedOnce()
{
    Operation operation(u"a"_s, u"Read a"_s);
    const auto token = operation.stopToken();
    QSignalSpy changed(&operation, &Operation::changed);
    operation.cancel();
    operation.cancel();
    QVERIFY(token.stop_requested());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(operation.state(), Operation::State::Running);
    QCOMPARE(progressText(operation), u"stopping"_s);
    operation.markCancelled();
    operation.finish();
    QCOMPARE(operation.state(), Operation::State::Cancelled);
}

void TestOperations::leavesWhenItIsDestroyed()
{
    OperationsModel model;
    auto operation = std::make_unique<Operation>(u"a"_s, u"Read a"_s);
    model.add(operation.get());
    operation.reset();
    QCOMPARE(model.rowCount(), 0);
}

void TestOperations::tellsProgress_data()
{
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<int>("unit");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << qint64{0} << qint64{0} << static_cast<int>(OperationUnit::Packages) << u"starting"_s;
    QTest::newRow("packages") << qint64{18} << qint64{34} << static_cast<int>(OperationUnit::Packages)
                              << u"18 of 34 packages"_s;
    QTest::newRow("manifests") << qint64{1} << qint64{3} << static_cast<int>(OperationUnit::Manifests)
                               << u"1 of 3 manifests"_s;
    QTest::newRow("share") << qint64{62} << qint64{100} << static_cast<int>(OperationUnit::None) << u"62 %"_s;
}

void TestOperations::tellsProgress()
{
    QFETCH(const qint64, done);
    QFETCH(const qint64, total);
    QFETCH(const int, unit);
    QFETCH(const QString, text);
    Operation operation(u"a"_s, u"Read a"_s);
    operation.setProgress(done, total, static_cast<OperationUnit>(unit));
    QCOMPARE(progressText(operation), text);
}

SLIPWAY_TEST_SUITE(TestOperations);

} // namespace slipway::test

#include "test_operations.moc"
