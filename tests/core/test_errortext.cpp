#include "core/errortext.h"
#include "support/suite.h"

#include <QSet>
#include <QTest>

#include <cerrno>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kKindTotal = static_cast<int>(ErrorKind::Refused) + 1;

class TestErrorText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsSentences_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < kKindTotal; ++kind)
            QTest::newRow(qPrintable(errorKindName(static_cast<ErrorKind>(kind)))) << kind;
    }

    void everyKindHasItsSentences()
    {
        QFETCH(int, kind);
        // A subject may hold what looks like a placeholder or a tag.
        const QString subject = u"kas/kas@sha256:%1 <b>"_s;
        const auto text = errorText({static_cast<ErrorKind>(kind), subject, {}, std::nullopt});
        QVERIFY2(text.what.contains(subject), qPrintable(text.what));
        QVERIFY(text.what.size() > subject.size());
        QVERIFY(!text.advice.isEmpty());
        QVERIFY(text.what != text.advice);
        QVERIFY(text.advice.endsWith(u'.'));
        QVERIFY(text.what.endsWith(u'.'));
    }

    void detailIsShown()
    {
        for (int kind = 1; kind < kKindTotal; ++kind) { // Cancelled has none
            const auto text = errorText({static_cast<ErrorKind>(kind), u"x"_s, u"$.layers[3].size"_s, std::nullopt});
            QVERIFY2(text.what.contains("$.layers[3].size"_L1), qPrintable(text.what));
        }
    }

    void kindsAreToldApart()
    {
        QSet<QString> sentences;
        QSet<QString> names;
        for (int kind = 0; kind < kKindTotal; ++kind) {
            sentences.insert(errorText({static_cast<ErrorKind>(kind), u"x"_s, {}, std::nullopt}).what);
            names.insert(errorKindName(static_cast<ErrorKind>(kind)));
            QCOMPARE(errorKindFromName(errorKindName(static_cast<ErrorKind>(kind))), static_cast<ErrorKind>(kind));
        }
        QCOMPARE(sentences.size(), kKindTotal);
        QCOMPARE(names.size(), kKindTotal);
        QCOMPARE(errorKindFromName(u"no such word"_s), ErrorKind::UnexpectedStatus);
    }

    void waitIsTold_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<QString>("wait");
        QTest::newRow("below a second is rounded up") << 11 << u" 1 s"_s;
        QTest::newRow("seconds") << 90'000 << u" 90 s"_s;
        QTest::newRow("two minutes") << 120'000 << u" 2 min"_s;
        QTest::newRow("minutes are rounded up") << 121'000 << u" 3 min"_s;
        QTest::newRow("an hour") << 3'600'000 << u" 60 min"_s;
    }

    void waitIsTold()
    {
        QFETCH(int, milliseconds);
        QFETCH(QString, wait);
        const Error error{ErrorKind::RateLimited, u"api.github.com"_s, {}, std::chrono::milliseconds(milliseconds)};
        QVERIFY2(errorText(error).advice.contains(wait), qPrintable(errorText(error).advice));
        QVERIFY(errorLine(error).contains(wait));
        QVERIFY(errorLine(error).contains("api.github.com"_L1));
    }

    /// A disk without room is no question of rights.
    void aFullDiskIsToldAsOne()
    {
        const auto adviceFor = [](int number) {
            return errorText({ErrorKind::FileAccess, u"/data/journal"_s, qt_error_string(number), std::nullopt}).advice;
        };
        QVERIFY2(adviceFor(ENOSPC).contains("Free space"_L1), qPrintable(adviceFor(ENOSPC)));
        QCOMPARE(adviceFor(EDQUOT), adviceFor(ENOSPC));
        QVERIFY2(adviceFor(EACCES).contains("you may use it"_L1), qPrintable(adviceFor(EACCES)));
    }
};

SLIPWAY_TEST_SUITE(TestErrorText);

} // namespace

#include "test_errortext.moc"
