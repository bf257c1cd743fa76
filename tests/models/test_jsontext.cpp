#include "models/jsontext.h"
#include "support/suite.h"

#include <QTest>

namespace slipway::test
{

class TestJsonText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSetOut_data();
    void isSetOut();
};

void TestJsonText::isSetOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("object") << QByteArray(R"({"b":1,"a":[true,null]})")
                            << QStringLiteral("{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null\n  ]\n}");
    QTest::newRow("empty ones stay on a line")
        << QByteArray(R"({"a": { } ,"b":[]})") << QStringLiteral("{\n  \"a\": {},\n  \"b\": []\n}");
    QTest::newRow("strings are left alone")
        << QByteArray(R"({"a":"x{,:\"}\\"})") << QStringLiteral("{\n  \"a\": \"x{,:\\\"}\\\\\"\n}");
    QTest::newRow("numbers are left alone")
        << QByteArray("[1.0e3,12345678901234567890]") << QStringLiteral("[\n  1.0e3,\n  12345678901234567890\n]");
    QTest::newRow("set out before") << QByteArray("{\n\t\"a\" : 1\n}") << QStringLiteral("{\n  \"a\": 1\n}");
    QTest::newRow("cut off") << QByteArray(R"({"a":"b)") << QStringLiteral("{\n  \"a\": \"b");
    QTest::newRow("too many ends") << QByteArray("}]") << QStringLiteral("\n}\n]");
}

void TestJsonText::isSetOut()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QCOMPARE(prettyJson(bytes), text);
}

SLIPWAY_TEST_SUITE(TestJsonText);

} // namespace slipway::test

#include "test_jsontext.moc"
