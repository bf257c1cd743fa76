#include "accounts/accountsfile.h"
#include "accounts/accountstext.h"
#include "support/suite.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

std::vector<Account> someAccounts()
{
    Account first;
    first.id = u"id-1"_s;
    first.name = u"Zürich “work”"_s;
    first.owners = {u"northquay"_s, u"octo-viewer"_s};
    first.login = u"octo-viewer"_s;
    first.profilePath = u"/team/profile.yaml"_s;
    Account second;
    second.id = u"id-2"_s;
    second.name = u"CI"_s;
    second.owners = {u"siriusscan"_s};
    second.apiUrl = QUrl(u"https://ghe.example/api/v3"_s);
    second.registryUrl = QUrl(u"https://containers.ghe.example"_s);
    second.tokenPlace = TokenPlace::Environment;
    second.tokenVariable = u"CI_TOKEN"_s;
    second.access = AccountAccess::ReadOnly;
    Account third;
    third.id = u"id-3"_s;
    third.name = u"gh"_s;
    third.owners = {u"me"_s};
    third.tokenPlace = TokenPlace::GhCli;
    return {first, second, third};
}

AccountsChange settingTo(const std::vector<Account>& accounts)
{
    return [accounts](std::vector<Account>& list) -> Result<void> {
        list = accounts;
        return {};
    };
}

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestAccountsFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void noFileIsAnEmptyList()
    {
        QCOMPARE(AccountsFile(m_folder->path()).load()->size(), 0U);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void readsWhatItWrote()
    {
        const AccountsFile file(m_folder->filePath(u"new/folder"_s));
        QVERIFY(file.update(settingTo(someAccounts())));
        QVERIFY(*file.load() == someAccounts());
        const auto rights = QFile(file.path()).permissions();
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
    }

    void addsReplacesAndRemoves()
    {
        const AccountsFile file(m_folder->path());
        const auto accounts = someAccounts();
        QVERIFY(file.update(addingAccount(accounts[0])));
        QVERIFY(file.update(addingAccount(accounts[1])));
        Account again = accounts[0];
        again.id = u"id-9"_s;
        QVERIFY(!file.update(addingAccount(again))); // its name is taken
        Account renamed = accounts[1];
        renamed.name = u"Build servers"_s;
        QCOMPARE(file.update(replacingAccount(renamed))->at(1).name, u"Build servers"_s);
        renamed.name = accounts[0].name;
        QVERIFY(!file.update(replacingAccount(renamed)));
        QCOMPARE(file.update(removingAccount(accounts[0].id))->size(), 1U);
        QVERIFY(!file.update(removingAccount(accounts[0].id)));
        QCOMPARE(file.load()->at(0).name, u"Build servers"_s);
    }

    void corruptFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << writeAccounts(someAccounts()).first(200);
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("a list") << "[]"_ba;
        QTest::newRow("other version") << R"({"version":2,"accounts":[]})"_ba;
        QTest::newRow("owner that is none") << writeAccounts(someAccounts()).replace("northquay", "north quay");
        QTest::newRow("plain http") << writeAccounts(someAccounts()).replace("https://ghcr.io", "http://ghcr.io");
        QTest::newRow("one name twice") << writeAccounts(someAccounts()).replace("\"gh\",\n", "\"CI\",\n");
    }

    void corruptFileIsKeptAside()
    {
        QFETCH(QByteArray, text);
        const AccountsFile file(m_folder->path());
        writeFile(file.path(), text);
        const auto refused = file.load();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidFile);
        QVERIFY2(refused.error().subject.startsWith(file.path() + u".corrupt-"_s), qPrintable(refused.error().subject));
        QFile aside(refused.error().subject);
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), text);
        QCOMPARE(file.load()->size(), 0U);
        QVERIFY(file.update(addingAccount(someAccounts()[0])));
        // A second one in the same second does not take the first one's place.
        writeFile(file.path(), text);
        QVERIFY(!file.load());
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.corrupt-*"_s}).size(), 2);
    }

    void membersOfLaterVersionsArePassedOver()
    {
        QByteArray text = writeAccounts({someAccounts()[2]});
        text.replace("\"id\":", "\"shape\": \"round\", \"id\":").replace("\"version\":", "\"colour\": 1, \"version\":");
        QVERIFY(text.contains("round") && text.contains("colour"));
        const auto accounts = readAccounts(text, u"f"_s);
        QVERIFY(accounts);
        QCOMPARE(accounts->at(0).tokenPlace, TokenPlace::GhCli);
    }

    void survivesBeingKilledWhileWriting()
    {
        const AccountsFile file(m_folder->path());
        const QString writer = QDir(QCoreApplication::applicationDirPath()).filePath(u"accountswriter"_s);
        // Each writer saves without a pause and is killed at another moment of it.
        for (int round = 0; round < 40; ++round) {
            QProcess process;
            process.start(writer, {m_folder->path()});
            QVERIFY(process.waitForReadyRead(10'000));
            process.waitForFinished(17 + round);
            process.kill();
            QVERIFY(process.waitForFinished(10'000));
            const auto accounts = file.load();
            QVERIFY2(accounts, qPrintable(accounts ? QString() : accounts.error().detail));
            QVERIFY(!accounts->empty());
        }
        QVERIFY(file.update(settingTo(someAccounts())));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 (QStringList{u"accounts.json"_s, u"accounts.json.lock"_s}));
    }

    void writersTakeTurns()
    {
        const AccountsFile file(m_folder->path());
        const QString writer = QDir(QCoreApplication::applicationDirPath()).filePath(u"accountswriter"_s);
        QProcess process;
        process.start(writer, {m_folder->path()});
        QVERIFY(process.waitForReadyRead(10'000));
        for (int i = 0; i < 50; ++i)
            QVERIFY(file.update([](std::vector<Account>&) -> Result<void> { return {}; }));
        QCOMPARE(process.state(), QProcess::Running);
        process.kill();
        process.waitForFinished();
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

SLIPWAY_TEST_SUITE(TestAccountsFile);

#include "test_accountsfile.moc"
