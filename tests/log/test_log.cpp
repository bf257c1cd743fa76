#include "core/logcategories.h"
#include "log/log.h"
#include "support/suite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Where lines go, and what never does.
class TestLog final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyLineGoesToFileAndRing();
    void levelsAreObeyed_data();
    void levelsAreObeyed();
    void levelIsChangedWhileItRuns();
    void noSecretReachesASink_data();
    void noSecretReachesASink();
    void hiddenTextIsHidden();
    void aFileThatFailsIsSaidOnce();
    void qtGetsItsMessagesBack();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"log"_s); }
    [[nodiscard]] QStringList fileLines() const
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }
    [[nodiscard]] std::unique_ptr<Log> makeLog(LogLevel level = LogLevel::Info) const
    {
        LogOptions options;
        options.filePath = path();
        options.level = level;
        return std::make_unique<Log>(options);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLog::everyLineGoesToFileAndRing()
{
    const auto log = makeLog();
    qCInfo(logNet, "GET %s", "https://ghcr.io/v2/");
    qCWarning(logStore, "two\nlines");
    qWarning("from anywhere");
    const auto entries = log->ring().after(0);
    QStringList lines;
    for (const auto& entry : entries)
        lines.append(logLine(entry));
    QCOMPARE(fileLines(), lines);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith("Z info slipway.net GET https://ghcr.io/v2/"_L1));
    QVERIFY(lines[1].endsWith("Z warning slipway.store two\\nlines"_L1));
    QVERIFY(lines[2].endsWith("Z warning default from anywhere"_L1));
}

void TestLog::levelsAreObeyed_data()
{
    QTest::addColumn<LogLevel>("level");
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("debug") << LogLevel::Debug << QStringList{u"d"_s, u"i"_s, u"w"_s, u"e"_s};
    QTest::newRow("info") << LogLevel::Info << QStringList{u"i"_s, u"w"_s, u"e"_s};
    QTest::newRow("warning") << LogLevel::Warning << QStringList{u"w"_s, u"e"_s};
    QTest::newRow("error") << LogLevel::Error << QStringList{u"e"_s};
}

void TestLog::levelsAreObeyed()
{
    QFETCH(const LogLevel, level);
    QFETCH(const QStringList, messages);
    const auto log = makeLog(level);
    for (const auto& category : {&logScan, &logUi}) {
        qCDebug(category, "d");
        qCInfo(category, "i");
        qCWarning(category, "w");
        qCCritical(category, "e");
    }
    QStringList logged;
    const auto entries = log->ring().after(0);
    for (const auto& entry : entries)
        logged.append(entry.message);
    QCOMPARE(logged, messages + messages);
    QCOMPARE(fileLines().size(), 2 * messages.size());
}

void TestLog::levelIsChangedWhileItRuns()
{
    const auto log = makeLog(LogLevel::Warning);
    qCInfo(logUi, "before");
    log->setLevel(LogLevel::Debug);
    qCDebug(logUi, "between");
    log->setLevel(LogLevel::Error);
    qCWarning(logUi, "after");
    QCOMPARE(fileLines().size(), 1);
    QVERIFY(fileLines()[0].endsWith("debug slipway.ui between"_L1));
}

void TestLog::noSecretReachesASink_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char* name, const QString& message, const QString& secret) {
        QTest::newRow(name) << message.arg(secret) << secret;
    };
    const QString letters = u"AbCdEf0123456789AbCdEf0123456789AbCd"_s;
    for (const auto* kind : {"ghp", "gho", "ghu", "ghs", "ghr"})
        row(kind, u"the token %1 was refused"_s, QString::fromLatin1(kind) + u'_' + letters);
    row("fine-grained", u"token=%1;"_s, u"github_pat_11ABCDEFG0abcdefghij_"_s + letters);
    row("json web token", u"got {\"token\":\"%1\"}"_s, u"eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"_s);
    row("bearer", u"Authorization: Bearer %1"_s, u"abc.def-ghi"_s);
    row("bearer, small", u"authorization: bearer %1"_s, u"abc.def-ghi"_s);
    row("bearer, loud", u"AUTHORIZATION: BEARER %1"_s, u"abc.def-ghi"_s);
    row("basic", u"Authorization: Basic %1"_s, u"dXNlcjpwYXNzd29yZA=="_s);
    row("token scheme", u"authorization: token %1, next"_s, u"0123456789abcdef0123456789abcdef01234567"_s);
    row("user and password", u"Error transferring https://octo:%1@ghcr.io/v2/"_s, u"hunter2hunter2"_s);
    row("user alone", u"Error transferring https://%1@ghcr.io/v2/"_s, u"0123456789abcdef0123456789abcdef"_s);
    row("token parameter", u"GET https://ghcr.io/token?service=x&token=%1&scope=y"_s, u"opaqueopaque"_s);
    row("access token", u"https://h/?access_token=%1 said"_s, u"opaqueopaque"_s);
    row("refresh token", u"https://h/?refresh_token=%1"_s, u"opaqueopaque"_s);
    row("client secret", u"https://h/?a=b&client_secret=%1#x"_s, u"opaqueopaque"_s);
    row("signed link", u"https://pkg-containers.githubusercontent.com/b?se=2025&sig=%1&sp=r"_s,
        u"bm90IGEgc2lnbmF0dXJl"_s);
    row("signature of S3", u"https://s3/b?X-Amz-Signature=%1"_s, u"0123456789abcdef"_s);
    row("token of a registry", u"{\"access_token\": \"%1\", \"expires_in\": 60}"_s, u"opaqueopaque"_s);
    row("cookie", u"Set-Cookie: user_session=%1; path=/"_s, u"opaqueopaque"_s);
    row("private key", u"-----BEGIN PRIVATE"_s + u" KEY-----\n%1\n-----END PRIVATE"_s + u" KEY-----"_s,
        u"MIGHAgEAMBMGByqGSM49"_s);
}

void TestLog::noSecretReachesASink()
{
    QFETCH(const QString, message);
    QFETCH(const QString, secret);
    const auto log = makeLog(LogLevel::Debug);
    qCDebug(logNet).noquote() << message;
    qCInfo(logAccounts) << message; // quoted
    qCWarning(logNet).noquote() << QUrl(message);
    qCritical("%s", qUtf8Printable(message));
    QCOMPARE(fileLines().size(), 4);
    QVERIFY2(!fileLines().join(u' ').contains(secret), qPrintable(fileLines().join(u'\n')));
    const auto entries = log->ring().after(0);
    for (const auto& entry : entries)
        QVERIFY2(!entry.message.contains(secret), qPrintable(entry.message));
}

void TestLog::hiddenTextIsHidden()
{
    const auto log = makeLog();
    log->hide(u"0123456789abcdef0123456789abcdef01234567"_s);
    log->hide(u"is"_s); // too short to be a secret
    qCInfo(logNet, "this is 0123456789abcdef0123456789abcdef01234567");
    QVERIFY(fileLines().constFirst().endsWith("this is [redacted]"_L1));
}

void TestLog::aFileThatFailsIsSaidOnce()
{
    LogOptions options;
    options.filePath = u"/dev/full"_s;
    Log log(options);
    for (int i = 0; i < 5; ++i)
        qCInfo(logNet, "line %d", i);
    const auto entries = log.ring().after(0);
    QCOMPARE(entries.size(), 6);
    QCOMPARE(std::ranges::count_if(entries, [](const LogEntry& entry) { return entry.level == LogLevel::Warning; }), 1);
    QVERIFY(entries[0].message.contains("No space left on device"_L1));
    QCOMPARE(entries.last().message, u"line 4"_s);
}

void TestLog::qtGetsItsMessagesBack()
{
    static int before = 0;
    const auto own = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) { ++before; });
    {
        const auto log = makeLog();
        qWarning("to the log");
    }
    qWarning("to Qt");
    qInstallMessageHandler(own);
    QCOMPARE(before, 1);
    QCOMPARE(fileLines().size(), 1);
}

SLIPWAY_TEST_SUITE(TestLog);

} // namespace slipway::test

#include "test_log.moc"
