#include "core/format.h"
#include "core/quantity.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kKiB = 1024;
constexpr qint64 kMiB = 1024 * kKiB;
constexpr qint64 kGiB = 1024 * kMiB;
constexpr qint64 kTiB = 1024 * kGiB;

class TestFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0 B"_s;
        QTest::newRow("bytes") << qint64(512) << u"512 B"_s;
        QTest::newRow("last bytes") << qint64(999) << u"999 B"_s;
        QTest::newRow("four digits never stay") << qint64(1000) << u"1.0 KiB"_s;
        QTest::newRow("one KiB") << kKiB << u"1.0 KiB"_s;
        QTest::newRow("nine KiB") << 9 * kKiB << u"9.0 KiB"_s;
        QTest::newRow("99.9 KiB") << qint64(102'298) << u"99.9 KiB"_s;
        QTest::newRow("rounds to three digits") << qint64(102'349) << u"100 KiB"_s;
        QTest::newRow("rounds to the next unit") << qint64(1'023'489) << u"1.0 MiB"_s;
        QTest::newRow("last KiB") << 999 * kKiB << u"999 KiB"_s;
        QTest::newRow("MiB") << 412 * kMiB << u"412 MiB"_s;
        QTest::newRow("MiB with a decimal") << qint64(3'250'585) << u"3.1 MiB"_s;
        QTest::newRow("GiB with two decimals") << qint64(1'406'604'902) << u"1.31 GiB"_s;
        QTest::newRow("18.7 GiB") << qint64(20'078'972'108) << u"18.7 GiB"_s;
        QTest::newRow("two decimals end") << qint64(10'732'371'972) << u"10.0 GiB"_s;
        QTest::newRow("TiB") << 5 * kTiB << u"5.00 TiB"_s;
        QTest::newRow("more TiB than digits") << 5000 * kTiB << u"5000 TiB"_s;
    }

    void bytes()
    {
        QFETCH(qint64, bytes);
        QTEST(formatBytes(bytes), "text");
    }

    void money_data()
    {
        QTest::addColumn<double>("amount");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("money");
        QTest::addColumn<QString>("price");
        const auto row = [](double amount, const char* currency, const char* money, const char* price) {
            QTest::addRow("%g %s", amount, currency)
                << amount << QString::fromLatin1(currency) << QString::fromLatin1(money) << QString::fromLatin1(price);
        };
        row(5.9814, "USD", "$5.98", "$5.9814");
        row(150, "USD", "$150.00", "$150.00");
        row(0.25, "USD", "$0.25", "$0.25");
        row(0.008, "USD", "$0.01", "$0.008");
        row(0.0000001, "USD", "$0.00", "$0.00");
        row(0.123456, "USD", "$0.12", "$0.12346");
        row(0, "USD", "$0.00", "$0.00");
        row(-1.304, "USD", "-$1.30", "-$1.304");
        row(-0.001, "USD", "$0.00", "-$0.001");
        row(5.98, "EUR", "5.98 EUR", "5.98 EUR");
        row(-5.98, "JPY", "-5.98 JPY", "-5.98 JPY");
    }

    void money()
    {
        QFETCH(double, amount);
        QFETCH(QString, currency);
        QTEST(formatMoney(amount, currency), "money");
        QTEST(formatPrice(amount, currency), "price");
    }

    void quantitiesKeepTheirDigits()
    {
        const auto in = [](const QLocale& locale, double quantity) {
            const QLocale before;
            QLocale::setDefault(locale);
            QString text = formatQuantity(quantity);
            QLocale::setDefault(before);
            return text;
        };
        QCOMPARE(in(QLocale::c(), 1'234'567), u"1234567"_s);
        QCOMPARE(in(QLocale::c(), 107.3741824), u"107.37"_s);
        QCOMPARE(in(QLocale::c(), 0.5), u"0.5"_s);
        QCOMPARE(in(QLocale::c(), 0), u"0"_s);
        QCOMPARE(in(QLocale::c(), 0.01), u"0.01"_s);
        QCOMPARE(in(QLocale::c(), 0.0099), u"< 0.01"_s);
        QCOMPARE(in(QLocale(QLocale::German), 0.004), u"< 0,01"_s);
        QCOMPARE(in(QLocale(QLocale::German), 1'234'567.891), u"1.234.567,89"_s);
    }

    void moneyIsWrittenAsTheLocaleDoes()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const QStringList german{formatMoney(1234.5, u"USD"_s), formatMoney(5.98, u"EUR"_s)};
        QLocale::setDefault(before);
        QCOMPARE(german, (QStringList{u"$1.234,50"_s, u"5,98 EUR"_s}));
    }

    void bytesAreWrittenAsTheLocaleDoes()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const QStringList german{formatBytes(1'406'604'902), formatBytes(412 * kMiB), formatBytes(5000 * kTiB)};
        QLocale::setDefault(before);
        QCOMPARE(german, (QStringList{u"1,31 GiB"_s, u"412 MiB"_s, u"5.000 TiB"_s}));
    }

    void age_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        constexpr qint64 kMinute = 60;
        constexpr qint64 kHour = 60 * kMinute;
        constexpr qint64 kDay = 24 * kHour;
        QTest::newRow("future") << -kDay << u"just now"_s;
        QTest::newRow("now") << qint64(0) << u"just now"_s;
        QTest::newRow("59 s") << qint64(59) << u"just now"_s;
        QTest::newRow("a minute") << kMinute << u"1 min"_s;
        QTest::newRow("119 min") << 2 * kHour - 1 << u"119 min"_s;
        QTest::newRow("2 h") << 2 * kHour << u"2 h"_s;
        QTest::newRow("47 h") << 2 * kDay - 1 << u"47 h"_s;
        QTest::newRow("2 d") << 2 * kDay << u"2 d"_s;
        QTest::newRow("90 d") << 90 * kDay + kHour << u"90 d"_s;
        QTest::newRow("729 d") << 730 * kDay - 1 << u"729 d"_s;
        QTest::newRow("2 y") << 730 * kDay << u"2 y"_s;
        QTest::newRow("1000 y") << 365'000 * kDay << u"1000 y"_s;
    }

    void age()
    {
        QFETCH(qint64, seconds);
        const QDateTime now(QDate(2026, 3, 29), QTime(1, 30), QTimeZone::UTC); // the night clocks change in Europe
        QTEST(formatAge(now.addSecs(-seconds), now), "text");
        QTEST(formatAge(now.addSecs(-seconds).toLocalTime(), now), "text");
    }

    void unknownAgeIsNotNow() { QCOMPARE(formatAge({}, QDateTime::currentDateTimeUtc()), QString()); }

    void timestamp()
    {
        const QDateTime there(QDate(2025, 11, 21), QTime(20, 17, 0), QTimeZone(5 * 3600 + 45 * 60));
        QCOMPARE(formatTimestamp(there), u"2025-11-21T14:32:00Z"_s);
        QCOMPARE(formatTimestamp(there.toLocalTime()), u"2025-11-21T14:32:00Z"_s);
        QCOMPARE(formatTimestamp({}), QString());
    }
};

SLIPWAY_TEST_SUITE(TestFormat);

} // namespace

#include "test_format.moc"
