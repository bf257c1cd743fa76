#include "models/diffform.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

TextDiffPtr diffOf(const QByteArray& left, const QByteArray& right)
{
    const auto lines = [](const QByteArray& bytes) {
        return std::make_shared<const TextLines>(parseText(bytes, u"x"_s).value());
    };
    return makeTextDiff(lines(left), lines(right));
}

} // namespace

/// What two files differ in beside their lines.
class TestDiffForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldInSentences_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << QByteArray("a\n") << QByteArray("a\n") << QStringList();
        QTest::newRow("only lines") << QByteArray("a\n") << QByteArray("b\n") << QStringList();
        QTest::newRow("of one line there is no end to tell")
            << QByteArray("a") << QByteArray("a\r\n") << QStringList{u"The left text has no line feed at its end."_s};
        QTest::newRow("mixed") << QByteArray("a\r\nb\n") << QByteArray("a\nb\n")
                               << QStringList{u"Lines end in several ways on the left, in LF on the right."_s};
        QTest::newRow("mixed otherwise")
            << QByteArray("a\r\nb\n") << QByteArray("a\nb\r\n")
            << QStringList{u"Lines end in several ways on both sides, 2 line(s) differently: line 1 on the left in "
                           "CRLF, line 1 on the right in LF."_s};
        QTest::newRow("mixed otherwise, in one line")
            << QByteArray("a\r\nb\nc\r") << QByteArray("a\r\nb\nc\r\n")
            << QStringList{u"Lines end in several ways on both sides, 1 line(s) differently: line 3 on the left in CR, "
                           "line 3 on the right in CRLF."_s};
        QTest::newRow("mixed alike") << QByteArray("a\r\nb\n") << QByteArray("a\r\nb\n") << QStringList();
        QTest::newRow("mixed alike, to the last line that has an end")
            << QByteArray("a\r\nb\nc\n") << QByteArray("a\r\nb\nc")
            << QStringList{u"The right text has no line feed at its end."_s};
        QTest::newRow("mixed alike, but for other lines")
            << QByteArray("a\r\nb\nc\n") << QByteArray("a\r\nx\r\ny\r\nc\n") << QStringList();
        QTest::newRow("mixed otherwise, beside other lines")
            << QByteArray("a\r\nb\nc\n") << QByteArray("a\r\nx\ny\nc\r\n")
            << QStringList{u"Lines end in several ways on both sides, 1 line(s) differently: line 3 on the left in LF, "
                           "line 4 on the right in CRLF."_s};
        QTest::newRow("all of it") << QByteArray("\xEF\xBB\xBF"
                                                 "a\rb")
                                   << QByteArray("a\r\nb\r\n")
                                   << QStringList{u"Lines end in CR on the left, in CRLF on the right."_s,
                                                  u"The left text begins with a byte order mark."_s,
                                                  u"The left text has no line feed at its end."_s};
    }
    void isToldInSentences()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QTEST(formDifferences(*diffOf(left, right)), "expected");
    }

    void standsAboveWhatIsCopied()
    {
        QCOMPARE(
            copiedDiff(*diffOf("a\nb\n", "a\r\nc\r\n"), u"here"_s, u"there"_s),
            u"Lines end in LF on the left, in CRLF on the right.\n--- here\n+++ there\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"_s);
        QCOMPARE(copiedDiff(*diffOf("a\n", "a\n"), u"here"_s, u"there"_s), QString());
    }
};

SLIPWAY_TEST_SUITE(TestDiffForm);
#include "test_diffform.moc"
