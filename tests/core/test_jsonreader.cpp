#include "core/jsonreader.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

using Read = std::function<void(const JsonNode&)>;

/// What reading a document with `read` complains about; empty if it does not.
QString complaint(const QByteArray& json, const Read& read)
{
    JsonReader reader(json, u"the document"_s);
    read(reader.root());
    return reader.error() ? reader.error()->detail : QString();
}

class TestJsonReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues()
    {
        JsonReader reader(R"({"s":"Zürich","i":9007199254740993,"b":true,"t":"2025-11-21T14:32:00Z","n":null,
            "list":[1,2,3],"map":{"b":"2","a":"1"},
            "d":"sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})"_ba,
                          u"the document"_s);
        const auto root = reader.root();
        QCOMPARE(root["s"_L1].string(), u"Zürich"_s);
        QCOMPARE(root["i"_L1].number(), 9007199254740993.0);
        QCOMPARE(root["i"_L1].integer(), 9007199254740993LL); // beyond what a double holds exactly
        QVERIFY(root["b"_L1].boolean());
        QCOMPARE(root["t"_L1].time(), QDateTime(QDate(2025, 11, 21), QTime(14, 32), QTimeZone::UTC));
        QCOMPARE(root["d"_L1].digest(), Digest::of("abc"));
        QVERIFY(root.optional("n"_L1).absent());
        QVERIFY(root.optional("nothing"_L1).absent());
        QVERIFY(root.optional("nothing"_L1).optional("deeper"_L1).absent());
        std::int64_t sum = 0;
        root["list"_L1].forEach([&](const JsonNode& node) { sum += node.integer(); });
        QCOMPARE(sum, 6);
        QStringList members;
        root["map"_L1].forEachMember(
            [&](const QString& key, const JsonNode& node) { members.append(key + node.string()); });
        members.sort();
        QCOMPARE(members, (QStringList{u"a1"_s, u"b2"_s}));
        QVERIFY(!reader.error());
        QCOMPARE(reader.finish(7).value(), 7);
    }

    void namesTheField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Read>("read");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QByteArray& json, Read read, const QString& detail) {
            QTest::newRow(name) << json << read << detail;
        };
        row(
            "string", R"({"a":{"b":5}})", [](const JsonNode& n) { (void)n["a"_L1]["b"_L1].string(); },
            u"$.a.b: expected a string, found a number"_s);
        row(
            "integer", R"({"a":"5"})", [](const JsonNode& n) { (void)n["a"_L1].integer(); },
            u"$.a: expected an integer, found a string"_s);
        row(
            "fraction", R"({"a":1.5})", [](const JsonNode& n) { (void)n["a"_L1].integer(); },
            u"$.a: expected an integer, found 1.5"_s);
        row(
            "beyond 64 bits", R"({"a":1e30})", [](const JsonNode& n) { (void)n["a"_L1].integer(); },
            u"$.a: expected an integer, found 1e+30"_s);
        row(
            "boolean", R"({"a":"true"})", [](const JsonNode& n) { (void)n["a"_L1].boolean(); },
            u"$.a: expected a boolean, found a string"_s);
        row(
            "time", R"({"a":17})", [](const JsonNode& n) { (void)n["a"_L1].time(); },
            u"$.a: expected a string, found a number"_s);
        row(
            "digest", R"({"a":"sha256:12"})", [](const JsonNode& n) { (void)n["a"_L1].digest(); },
            u"$.a: a sha256 digest has 64 digits"_s);
        row(
            "array", R"({"a":{}})", [](const JsonNode& n) { n["a"_L1].forEach([](const JsonNode&) {}); },
            u"$.a: expected an array, found an object"_s);
        row(
            "element", R"({"a":[{"b":1},{"b":"x"},{"b":"y"}]})",
            [](const JsonNode& n) { n["a"_L1].forEach([](const JsonNode& e) { (void)e["b"_L1].integer(); }); },
            u"$.a[1].b: expected an integer, found a string"_s);
        row(
            "map", R"({"a":[]})",
            [](const JsonNode& n) { n["a"_L1].forEachMember([](const QString&, const JsonNode&) {}); },
            u"$.a: expected an object, found an array"_s);
        row(
            "member of a map", R"({"a":{"x.y":[]}})",
            [](const JsonNode& n) {
                n["a"_L1].forEachMember([](const QString&, const JsonNode& v) { (void)v.string(); });
            },
            u"$.a.x.y: expected a string, found an array"_s);
        row(
            "missing", R"({"a":{}})", [](const JsonNode& n) { (void)n["a"_L1]["b"_L1].string(); },
            u"$.a.b: is missing"_s);
        row(
            "null where something must be", R"({"a":null})", [](const JsonNode& n) { (void)n["a"_L1].string(); },
            u"$.a: expected a string, found null"_s);
        row(
            "member of no object", R"([1])", [](const JsonNode& n) { (void)n["a"_L1].string(); },
            u"$: expected an object, found an array"_s);
        row(
            "optional member of no object", R"([1])", [](const JsonNode& n) { (void)n.optional("a"_L1).string(); },
            u"$: expected an object, found an array"_s);
        row(
            "only the first is kept", R"({"a":1,"b":2})",
            [](const JsonNode& n) { (void)n["b"_L1].string(), (void)n["a"_L1].string(); },
            u"$.b: expected a string, found a number"_s);
        row(
            "own rule", R"({"a":-1})", [](const JsonNode& n) { n["a"_L1].refuse(u"too small"_s); },
            u"$.a: too small"_s);
    }

    void namesTheField()
    {
        QFETCH(QByteArray, json);
        QFETCH(Read, read);
        QTEST(complaint(json, read), "detail");
    }

    void noJsonAtAll_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("web page") << "<!DOCTYPE html><html></html>"_ba;
        QTest::newRow("cut off") << R"({"a":[1,2)"_ba;
        QTest::newRow("two documents") << "{} {}"_ba;
        QTest::newRow("bytes") << QByteArray("\x1f\x8b\x08\0\0", 5);
    }

    void noJsonAtAll()
    {
        QFETCH(QByteArray, text);
        JsonReader reader(text, u"page 2"_s);
        QVERIFY(reader.error());
        QCOMPARE(reader.error()->kind, ErrorKind::NotJson);
        QCOMPARE(reader.error()->subject, u"page 2"_s);
        (void)reader.root()["a"_L1].string(); // still harmless, and the first error stays
        QCOMPARE(reader.finish(1).error().kind, ErrorKind::NotJson);
    }

    void tellsWhereItIsNoJson()
    {
        const JsonReader reader("{\n  \"a\": 1,\n  b\n}"_ba, u"state.json"_s);
        QVERIFY2(reader.error()->detail.endsWith("at line 3, column 3"_L1), qPrintable(reader.error()->detail));
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("utc"); // ms since 1970, or -1 for a time that cannot be read
        QTest::newRow("seconds") << u"2025-11-21T14:32:00Z"_s << 1'763'735'520'000LL;
        QTest::newRow("milliseconds") << u"2025-11-21T14:32:00.250Z"_s << 1'763'735'520'250LL;
        QTest::newRow("nanoseconds") << u"2025-11-21T14:32:00.250123456Z"_s << 1'763'735'520'250LL;
        QTest::newRow("offset") << u"2025-11-21T20:17:00+05:45"_s << 1'763'735'520'000LL;
        QTest::newRow("without a zone means UTC") << u"2025-11-21T14:32:00"_s << 1'763'735'520'000LL;
        QTest::newRow("no time") << u"yesterday"_s << -1LL;
        QTest::newRow("no such day") << u"2025-02-30T00:00:00Z"_s << -1LL;
        QTest::newRow("empty") << u""_s << -1LL;
    }

    void times()
    {
        QFETCH(QString, text);
        QFETCH(qint64, utc);
        JsonReader reader("{\"t\":\"" + text.toUtf8() + "\"}", {});
        const QDateTime time = reader.root()["t"_L1].time();
        QVERIFY(!reader.error());
        QCOMPARE(time.isValid(), utc >= 0);
        if (utc >= 0)
            QCOMPARE(time.toMSecsSinceEpoch(), utc);
    }
};

SLIPWAY_TEST_SUITE(TestJsonReader);

} // namespace

#include "test_jsonreader.moc"
