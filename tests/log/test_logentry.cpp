#include "log/logentry.h"
#include "support/suite.h"

#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

class TestLogEntry final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void levelsHaveNames();
    void lineIsComplete();
    void textIsOneLine_data();
    void textIsOneLine();
    void longTextIsCut();
};

void TestLogEntry::levelsHaveNames()
{
    for (const auto level : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        QCOMPARE(parseLogLevel(logLevelName(level)), level);
    for (const auto& word : {u"loud"_s, u"Info"_s, QString()})
        QCOMPARE(parseLogLevel(word).error().kind, ErrorKind::InvalidArgument);
}

void TestLogEntry::lineIsComplete()
{
    const LogEntry entry{7, 1'763'735'520'007, LogLevel::Warning, u"slipway.net"_s, u"GET x"_s};
    QCOMPARE(logLine(entry), u"2025-11-21T14:32:00.007Z warning slipway.net GET x"_s);
}

void TestLogEntry::textIsOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << u"Größe 1 – ok"_s << u"Größe 1 – ok"_s;
    QTest::newRow("forged line") << u"a\n2025-11-21 error b"_s << u"a\\n2025-11-21 error b"_s;
    QTest::newRow("carriage return, tab") << u"a\rb\tc"_s << u"a\\rb\\tc"_s;
    QTest::newRow("terminal colours") << u"\x1b[31mred"_s << u"\\x1b[31mred"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\x2028b"_s;
    QTest::newRow("turned text") << u"a\u202eb"_s << u"a\\x202eb"_s;
}

void TestLogEntry::textIsOneLine()
{
    QFETCH(const QString, text);
    QFETCH(const QString, line);
    QCOMPARE(singleLine(text), line);
}

void TestLogEntry::longTextIsCut()
{
    const QString line = singleLine(QString(100'000, u'a'));
    QCOMPARE(line.size(), 4'000);
    QVERIFY(line.endsWith(u'…'));
    QCOMPARE(singleLine(QString(4'000, u'a')), QString(4'000, u'a'));
}

SLIPWAY_TEST_SUITE(TestLogEntry);

} // namespace slipway::test

#include "test_logentry.moc"
