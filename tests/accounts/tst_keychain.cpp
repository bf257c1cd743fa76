#include "accounts/keyringdaemon.h"
#include "accounts/systemkeychain.h"
#include "integration/process.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// Tokens in a real Secret Service: this process, slipwayctl and libsecret's own tool see the same.
class KeychainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsAndForgets();
    void otherProcessesSeeIt();
    void slipwayctlReadsWithIt();
    void lockedAndNobodyToUnlockIt();
    void withoutAKeychain();

private:
    [[nodiscard]] Outcome ctl(const QStringList& arguments, const QString& token = {}) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto& name : {u"SLIPWAY_TOKEN"_s, u"GH_TOKEN"_s, u"GITHUB_TOKEN"_s})
            environment.remove(name);
        if (!token.isEmpty())
            environment.insert(u"TEST_TOKEN"_s, token);
        return run(ourProgram(u"slipwayctl"_s), QStringList{u"--data-dir"_s, m_folder.path()} + arguments, environment);
    }
    [[nodiscard]] static Outcome secretTool(const QString& verb, const QString& key)
    {
        return run(u"secret-tool"_s, {verb, u"user"_s, key, u"server"_s, u"Slipway"_s});
    }

    KeyringDaemon m_daemon;
    QTemporaryDir m_folder;
    SystemKeychain m_keychain;
};

void KeychainTest::initTestCase()
{
    QVERIFY(m_daemon.start());
    // It answers once it is on the bus and unlocked.
    QVERIFY(eventually([this] {
        return resultOf(m_keychain.get(u"nobody"_s, u"nobody"_s, {})).error().kind == ErrorKind::SecretNotFound;
    }));
}

void KeychainTest::keepsAndForgets()
{
    QVERIFY(resultOf(m_keychain.set(u"id-1"_s, u"ghp_first"_s, u"Work"_s, {})));
    QCOMPARE(*resultOf(m_keychain.get(u"id-1"_s, u"Work"_s, {})), u"ghp_first"_s);
    QVERIFY(resultOf(m_keychain.set(u"id-1"_s, u"ghp_second"_s, u"Work"_s, {})));
    QCOMPARE(*resultOf(m_keychain.get(u"id-1"_s, u"Work"_s, {})), u"ghp_second"_s);
    QVERIFY(resultOf(m_keychain.remove(u"id-1"_s, u"Work"_s, {})));
    const auto gone = resultOf(m_keychain.get(u"id-1"_s, u"Work"_s, {}));
    QCOMPARE(gone.error().kind, ErrorKind::SecretNotFound);
    QVERIFY(gone.error().subject.contains("Work"_L1));
}

void KeychainTest::otherProcessesSeeIt()
{
    QVERIFY(resultOf(m_keychain.set(u"id-2"_s, u"ghp_seen"_s, u"Work"_s, {})));
    const auto seen = secretTool(u"lookup"_s, u"id-2"_s);
    QCOMPARE(seen.code, 0);
    QCOMPARE(seen.output.trimmed(), "ghp_seen"_ba);
    QCOMPARE(secretTool(u"clear"_s, u"id-2"_s).code, 0);
    QCOMPARE(resultOf(m_keychain.get(u"id-2"_s, u"Work"_s, {})).error().kind, ErrorKind::SecretNotFound);
}

void KeychainTest::slipwayctlReadsWithIt()
{
    QFile state(m_folder.filePath(u"state.json"_s));
    QVERIFY(state.open(QIODevice::WriteOnly));
    state.write("{'version':1,'anchor':'2025-11-21T14:32:00Z','owner':{'login':'acme','id':7,'type':'Organization'},"
                "'viewer':{'login':'robin','id':8},'layers':{},'packages':[],'tokens':{'ghp_right':{'scopes':["
                "'write:packages','delete:packages']}}}"_ba.replace('\'', '"'));
    state.close();
    ServerProcess server(ourProgram(u"slipwayctl"_s), {u"simulate"_s, u"--state"_s, state.fileName()});
    const QString url =
        QJsonDocument::fromJson(server.waitForLine(u"apiUrl"_s).toUtf8()).object()[u"apiUrl"_s].toString();
    const QStringList where{u"--api-url"_s, url, u"--registry-url"_s, url, u"--owner"_s, u"acme"_s};
    const auto refused =
        ctl(where + QStringList{u"account"_s, u"add"_s, u"--name"_s, u"Work"_s, u"--token-env"_s, u"TEST_TOKEN"_s},
            u"ghp_wrong"_s);
    QCOMPARE(refused.code, 1);
    QVERIFY(ctl(where + QStringList{u"scan"_s}).code == 1); // nobody lets it in without a token
    const auto added = ctl(where
                               + QStringList{u"account"_s, u"add"_s, u"--name"_s, u"Work"_s, u"--token-env"_s,
                                             u"TEST_TOKEN"_s, u"--format"_s, u"json"_s},
                           u"ghp_right"_s);
    QVERIFY2(added.code == 0, added.errors.constData());
    QVERIFY(!added.output.contains("ghp_"));
    QCOMPARE(QJsonDocument::fromJson(added.output).object()[u"login"_s].toString(), u"robin"_s);
    // By its owner on its servers, and by its name.
    const auto scanned = ctl(where + QStringList{u"scan"_s});
    QVERIFY2(scanned.code == 0, scanned.errors.constData());
    QCOMPARE(ctl({u"--profile"_s, u"work"_s, u"scan"_s}).code, 0);
    QCOMPARE(ctl({u"account"_s, u"check"_s, u"Work"_s}).code, 0);
    // Its token goes to its servers only.
    QCOMPARE(ctl({u"--profile"_s, u"work"_s, u"--api-url"_s, u"http://127.0.0.1:9"_s, u"scan"_s}).code, 2);
    const auto listed = ctl({u"account"_s, u"list"_s});
    QVERIFY(listed.output.startsWith("Work") && !listed.output.contains("ghp_"));
    QCOMPARE(ctl({u"account"_s, u"remove"_s, u"Work"_s}).code, 0);
    QCOMPARE(ctl(where + QStringList{u"scan"_s}).code, 1);
    QCOMPARE(ctl({u"account"_s, u"check"_s, u"Work"_s}).code, 2);
}

/// Locked, and on this bus nobody asks for its password: that is told, and not that there is no token.
void KeychainTest::lockedAndNobodyToUnlockIt()
{
    QVERIFY(resultOf(m_keychain.set(u"id-4"_s, u"ghp_locked"_s, u"Work"_s, {})));
    QCOMPARE(run(u"secret-tool"_s, {u"lock"_s}).code, 0);
    std::stop_source stop;
    QTimer::singleShot(std::chrono::seconds(2), this, [&stop] { stop.request_stop(); });
    const auto locked = resultOf(m_keychain.get(u"id-4"_s, u"Work"_s, stop.get_token()));
    QVERIFY(!locked);
    QCOMPARE(locked.error().kind, ErrorKind::KeychainRefused);
    QVERIFY2(locked.error().detail.contains("locked"_L1), qPrintable(locked.error().detail));
    QCOMPARE(locked.error().subject, u"the token of the account Work"_s);
}

void KeychainTest::withoutAKeychain()
{
    m_daemon.stopKeyring();
    const auto none = resultOf(m_keychain.set(u"id-3"_s, u"ghp_none"_s, u"Work"_s, {}));
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::KeychainMissing);
    QVERIFY(!none.error().detail.contains("ghp_"_L1));
}

QTEST_GUILESS_MAIN(KeychainTest)

#include "tst_keychain.moc"
