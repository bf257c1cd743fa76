#include "models/historymodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kDay = QDateTime(QDate(2025, 11, 20), QTime(12, 0), QTimeZone::UTC);

/// The newest of so many events first; `first` is the number of the newest.
std::vector<HistoryEvent> events(int first, int total)
{
    std::vector<HistoryEvent> made;
    for (int i = 0; i < total; ++i) {
        HistoryEvent event;
        event.kind = HistoryKind::TagsMoved;
        event.tags = {Tag{u"v%1"_s.arg(first - i)}};
        event.from = Digest::of(QByteArray::number(first - i - 1));
        event.to = Digest::of(QByteArray::number(first - i));
        event.after = kDay.addDays(first - i - 1);
        event.by = kDay.addDays(first - i);
        made.push_back(event);
    }
    return made;
}

class TestHistoryModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsAtEitherEnd()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setNow(kDay.addDays(30));
        model.setEvents(events(10, 4));
        QCOMPARE(model.rowCount(), 4);
        const auto resets = reset.size();
        const QPersistentModelIndex kept(model.index(1, 0));
        const QString text = kept.data().toString();
        model.setEvents(events(10, 8)); // older ones were asked for
        QCOMPARE(model.rowCount(), 8);
        model.setEvents(events(12, 10)); // something happened
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(reset.size(), resets);
        QCOMPARE(kept.row(), 3);
        QCOMPARE(kept.data().toString(), text);
        QVERIFY(model.events() == events(12, 10));
    }

    void anotherPackageIsAnotherList()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEvents(events(10, 4));
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setEvents(events(90, 4));
        QCOMPARE(reset.size(), 1);
        model.setEvents({});
        QCOMPARE(model.rowCount(), 0);
    }

    void timeGoesOn()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model);
        model.setEvents(events(10, 3));
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setNow(kDay.addDays(20));
        QCOMPARE(changed.size(), 1);
        model.setNow(kDay.addDays(20));
        QCOMPARE(changed.size(), 1);
    }
};

SLIPWAY_TEST_SUITE(TestHistoryModel);

} // namespace

#include "test_historymodel.moc"
