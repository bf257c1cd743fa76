#include "models/historymodel.h"
#include "models/timetext.h"
#include "support/suite.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Times look alike wherever they stand, also where the locale is used to other forms.
class TestTimeText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areWrittenAlike_data();
    void areWrittenAlike();
    void areEmptyWhenNotKnown();
    void isThatOfTheHistory();
};

void TestTimeText::areWrittenAlike_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("day");
    QTest::addRow("twelve hours, month first") << QLocale(u"en_US"_s) << u"9 Nov 2025"_s;
    QTest::addRow("twenty-four hours") << QLocale(u"en_GB"_s) << u"9 Nov 2025"_s;
    QTest::addRow("none") << QLocale::c() << u"9 Nov 2025"_s;
}

void TestTimeText::areWrittenAlike()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QString, day);
    const QLocale before;
    QLocale::setDefault(locale);
    const QDateTime time(QDate(2025, 11, 9), QTime(14, 5, 59));
    const QString clock = clockText(time);
    const QString written = dayText(time);
    const QString moment = momentText(time.toUTC());
    const QString utc = utcMomentText(QDateTime(time.date(), time.time(), QTimeZone::fromSecondsAheadOfUtc(-9 * 3600)));
    QLocale::setDefault(before);
    QCOMPARE(clock, u"14:05"_s);
    QCOMPARE(written, day);
    QCOMPARE(moment, QString(day + u", 14:05"_s));
    QCOMPARE(utc, QString(day + u", 23:05 UTC"_s));
}

void TestTimeText::areEmptyWhenNotKnown()
{
    QCOMPARE(clockText({}), QString());
    QCOMPARE(dayText(QDateTime()), QString());
    QCOMPARE(momentText({}), QString());
    QCOMPARE(utcMomentText({}), QString());
}

void TestTimeText::isThatOfTheHistory()
{
    HistoryEvent event;
    event.after = QDateTime(QDate(2025, 11, 8), QTime(9, 30), QTimeZone::UTC);
    event.by = event.after.addDays(1);
    const QString seen = historySeen(event);
    QVERIFY2(seen.contains(momentText(event.after)) && seen.contains(momentText(event.by)), qPrintable(seen));
}

SLIPWAY_TEST_SUITE(TestTimeText);

} // namespace slipway::test

#include "test_timetext.moc"
