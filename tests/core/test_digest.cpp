#include "core/digest.h"
#include "support/suite.h"

#include <QSet>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QString kHex =
    u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s; // of "abc", FIPS 180-2 appendix B

class TestDigest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("empty") << u""_s << u"sha256"_s;
        QTest::newRow("hex only") << kHex << u"sha256"_s;
        QTest::newRow("other algorithm") << u"sha512:"_s + kHex + kHex << u"sha256"_s;
        QTest::newRow("upper-case algorithm") << u"SHA256:"_s + kHex << u"sha256"_s;
        QTest::newRow("upper-case digit") << u"sha256:B"_s + kHex.sliced(1) << u"lower-case"_s;
        QTest::newRow("one digit short") << u"sha256:"_s + kHex.chopped(1) << u"64"_s;
        QTest::newRow("one digit long") << u"sha256:"_s + kHex + u'0' << u"64"_s;
        QTest::newRow("not hex") << u"sha256:g"_s + kHex.sliced(1) << u"lower-case"_s;
        QTest::newRow("full-width digit") << u"sha256:"_s + QChar(0xff11) + kHex.sliced(1) << u"lower-case"_s;
        QTest::newRow("space before") << u" sha256:"_s + kHex << u"sha256"_s;
        QTest::newRow("newline behind") << u"sha256:"_s + kHex + u'\n' << u"64"_s;
        QTest::newRow("tag form") << u"sha256-"_s + kHex << u"sha256"_s;
    }

    void refusesBadText()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const auto digest = Digest::parse(text);
        QVERIFY(!digest);
        QCOMPARE(digest.error().kind, ErrorKind::Malformed);
        QVERIFY2(digest.error().detail.contains(why), qPrintable(digest.error().detail));
    }

    void knownHash()
    {
        const auto digest = Digest::of("abc");
        QCOMPARE(digest.toString(), u"sha256:"_s + kHex);
        QCOMPARE(Digest::parse(u"sha256:"_s + kHex).value(), digest);
        QCOMPARE(Digest::fromRaw(QByteArray::fromHex(kHex.toLatin1())), digest);
        QCOMPARE(digest.shortForm(), u"ba7816\u202615ad"_s);
    }

    void rawOfAnotherLengthIsNull()
    {
        QVERIFY(Digest::fromRaw(QByteArray(31, 'x')).isNull());
        QVERIFY(Digest::fromRaw(QByteArray(33, 'x')).isNull());
        QVERIFY(Digest::fromRaw({}).isNull());
        QVERIFY(!Digest::fromRaw(QByteArray(32, 'x')).isNull());
    }

    void ordersAsItsText()
    {
        const auto a = Digest::of("1");
        const auto b = Digest::of("2");
        QCOMPARE(a < b, a.toString() < b.toString());
        QVERIFY(a != b);
    }

    void hashSpreads()
    {
        QSet<size_t> hashes;
        for (int i = 0; i < 1000; ++i)
            hashes.insert(qHash(Digest::of(QByteArray::number(i)), 7));
        QCOMPARE(hashes.size(), 1000);
    }
};

SLIPWAY_TEST_SUITE(TestDigest);

} // namespace

#include "test_digest.moc"
