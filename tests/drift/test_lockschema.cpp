#include "drift/jsonschema.h"
#include "drift/lockhands.h"
#include "drift/lockreader.h"
#include "drift/lockwriter.h"
#include "support/suite.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QStringList linesOf(const std::vector<TextFault>& faults)
{
    QStringList lines;
    for (const auto& fault : faults)
        lines.append(u"%1:%2 %3"_s.arg(fault.line).arg(fault.column).arg(fault.why));
    return lines;
}

} // namespace

/// Lock files against the schema that ships.
class LockSchemaTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsWritten();
    void tellsEverything_data();
    void tellsEverything();
    void agreesWithTheReader();
    void stopsAtAHundred();
    void knowsEveryWordOfTheSchema();
};

void LockSchemaTest::takesWhatIsWritten()
{
    QCOMPARE(linesOf(checkLockText(writeBuildLock(wholeLock()))), QStringList());
    QCOMPARE(linesOf(checkLockText(writeBuildLock(lockOf({})))), QStringList());
    QCOMPARE(linesOf(checkLockText("\xEF\xBB\xBF" + writeBuildLock(wholeLock()))), QStringList());
    const auto marked = parseBuildLock("\xEF\xBB\xBF" + writeBuildLock(wholeLock()), u"f"_s);
    QVERIFY(marked);
    QVERIFY(marked->lock == wholeLock());
    // Members nobody knows are kept, not refused.
    QCOMPARE(
        linesOf(checkLockText(
            R"({"version":1,"generatedAt":"2026-11-21T12:00:00Z","owner":"a","images":[],"note":[1,{"a":2.5e3}]})")),
        QStringList());
}

void LockSchemaTest::tellsEverything_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("not JSON") << QByteArray("version: 1\n") << QStringList{u"1:1 expected a value, found \"v\""_s};
    QTest::newRow("empty") << QByteArray() << QStringList{u"1:1 expected a value, and the file ends here"_s};
    QTest::newRow("a list") << QByteArray("[]") << QStringList{u"1:1 expected an object, found a list"_s};
    QTest::newRow("much is missing") << QByteArray("{\n  \"version\": 2,\n  \"owner\": \"\"\n}\n")
                                     << QStringList{u"1:1 \"generatedAt\" is missing"_s, u"1:1 \"images\" is missing"_s,
                                                    u"2:14 \"version\": expected 1, found 2"_s,
                                                    u"3:12 \"owner\": expected a text that is not empty"_s};
    QTest::newRow("in images")
        << QByteArray("{\"version\": 1, \"generatedAt\": \"yesterday\", \"owner\": \"a\", \"images\": [\n"
                      "  {\"package\": 5, \"tag\": \"v1\", \"digest\": \"sha256:12\", \"variant\": \"tpu\"},\n"
                      "  7,\n"
                      "  {\"package\": \"b\", \"digest\": null, \"builtBy\": {\"runId\": 1.5}}]}\n")
        << QStringList{
               u"1:31 \"generatedAt\": expected a time such as 2026-01-31T12:00:00Z, found \"yesterday\""_s,
               u"2:15 \"package\": expected a text, found a number"_s,
               u"2:41 \"digest\": expected a text like ^sha256:[0-9a-f]{64}$, found \"sha256:12\""_s,
               u"2:65 \"variant\": expected \"cpu\", \"gpu\", \"base-cpu\", \"base-gpu\", \"infra\", \"other\", "
               "found \"tpu\""_s,
               u"3:3 \"images\": expected an object, found a number"_s,
               u"4:3 \"tag\" is missing"_s,
               u"4:30 \"digest\": expected a text, found null"_s,
               u"4:57 \"runId\": expected a whole number, found 1.5"_s};
    QTest::newRow("what comes before the text breaks off")
        << QByteArray("{\"version\": true,\n \"owner\"")
        << QStringList{u"1:13 \"version\": expected 1, found true"_s, u"2:9 expected \":\", and the file ends here"_s};
    QTest::newRow("a merge unresolved")
        << QByteArray("{\n<<<<<<< HEAD\n=======\n>>>>>>> x\n}")
        << QStringList{u"2:1 a merge left both sides here; `slipwayctl lock write --output` resolves it"_s};
    QTest::newRow("nested without an end")
        << QByteArray("{\"x\":") + QByteArray(20'000, '[') << QStringList{u"1:70 nested deeper than 64 levels"_s};
    const QString image = u"{\"package\": \"a\", \"tag\": \"t\", \"digest\": \"sha256:%1\"}"_s.arg(QString(64, u'a'));
    QTest::newRow("fits, and is none")
        << u"{\"version\": 1, \"generatedAt\": \"2026-11-21T12:00:00Z\", \"owner\": \"a\", \"images\": [\n%1,\n%1]}"_s
               .arg(image)
               .toUtf8()
        << QStringList{u"3:1 a:t is there twice; the first is at 2:1"_s};
}

void LockSchemaTest::tellsEverything()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, expected);
    QCOMPARE(linesOf(checkLockText(text)), expected);
}

/// What has no fault can be read, and what cannot be read has one, whichever line of a whole file is missing or cut.
void LockSchemaTest::agreesWithTheReader()
{
    const QByteArray whole = writeBuildLock(wholeLock());
    const QByteArrayList lines = whole.split('\n');
    int refused = 0;
    for (qsizetype line = 0; line < lines.size(); ++line) {
        QByteArrayList fewer = lines;
        fewer.removeAt(line);
        QByteArrayList cut = lines;
        cut[line].chop(2);
        for (const QByteArray& text : {fewer.join('\n'), cut.join('\n')}) {
            const bool isRead = parseBuildLock(text, u"f"_s).has_value();
            refused += isRead ? 0 : 1;
            QVERIFY2(isRead == checkLockText(text).empty(), text.constData());
        }
    }
    QVERIFY(refused > lines.size());
}

void LockSchemaTest::stopsAtAHundred()
{
    QCOMPARE(checkLockText("{\"images\": [" + QByteArrayList(10'000, "1").join(',') + "]}").size(), kMostFaults);
}

void LockSchemaTest::knowsEveryWordOfTheSchema()
{
    QFile file(u":/schema/build-lock.schema.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto schema = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(schema[u"properties"_s].isObject());
    QCOMPARE(unknownSchemaWords(schema), QStringList());
    QCOMPARE(unknownSchemaWords({{u"properties"_s, QJsonObject{{u"a"_s, QJsonObject{{u"maximum"_s, 3}}}}}}),
             QStringList{u"maximum"_s});
}

SLIPWAY_TEST_SUITE(LockSchemaTest);

#include "test_lockschema.moc"
