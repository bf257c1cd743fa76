#include "accounts/memorysecrets.h"
#include "app/dashboard/placeopener.h"
#include "app/session/accounttarget.h"
#include "app/session/startrole.h"
#include "gui/wholeprogram.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/shell/accessbadge.h"
#include "views/shell/topbar.h"

#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What may be changed, and the page a role begins with.
class TestReadOnly final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAStartForbidsIsForbiddenForEveryAccount_data();
    void whatAStartForbidsIsForbiddenForEveryAccount();
    void accountsOfTheCommandLineSayItToo();
    void rule14_readOnlyIsToldByWordIconAndColour_data();
    void rule14_readOnlyIsToldByWordIconAndColour();
    void pagesOfferNothingBeforeItIsAllowed();
    void startedReadOnlyTheWholeProgramIs();
    void rolesBeginWithTheirPages_data();
    void rolesBeginWithTheirPages();
    void aRoleIsAskedForAtTheStart();
};

void TestReadOnly::whatAStartForbidsIsForbiddenForEveryAccount_data()
{
    QTest::addColumn<WriteAccess>("asked");
    QTest::addColumn<AccountAccess>("given");
    QTest::addColumn<WriteAccess>("access");
    QTest::newRow("allowed") << WriteAccess::Allowed << AccountAccess::ReadWrite << WriteAccess::Allowed;
    QTest::newRow("account") << WriteAccess::Allowed << AccountAccess::ReadOnly << WriteAccess::AccountReadOnly;
    QTest::newRow("start") << WriteAccess::StartedReadOnly << AccountAccess::ReadWrite << WriteAccess::StartedReadOnly;
    QTest::newRow("both") << WriteAccess::StartedReadOnly << AccountAccess::ReadOnly << WriteAccess::StartedReadOnly;
}

void TestReadOnly::whatAStartForbidsIsForbiddenForEveryAccount()
{
    QFETCH(const WriteAccess, asked);
    QFETCH(const AccountAccess, given);
    Account account;
    account.id = u"one"_s;
    account.access = given;
    Target base;
    base.access = asked;
    base.isOffline = true;
    const Target target = targetFor(account, u"acme"_s, base);
    QTEST(target.access, "access");
    QCOMPARE(target.accountId, u"one"_s);
    QVERIFY(target.isOffline); // neither is the network used
}

void TestReadOnly::accountsOfTheCommandLineSayItToo()
{
    const QTemporaryDir folder;
    Account account;
    account.id = newAccountId();
    account.name = u"Looker"_s;
    account.owners = QStringList{u"acme"_s};
    account.access = AccountAccess::ReadOnly;
    MemorySecrets secrets;
    secrets.secrets[account.id] = u"ghp_test"_s;
    QVERIFY(AccountsFile(folder.path()).update(addingAccount(account)));
    Target target;
    target.dataFolder = folder.path();
    target.accountName = u"Looker"_s;
    const auto whole = resultOf(withAccount(target, secrets, {}));
    QVERIFY(whole);
    QCOMPARE(whole->access, WriteAccess::AccountReadOnly);
    QCOMPARE(whole->accountId, account.id);
}

void TestReadOnly::rule14_readOnlyIsToldByWordIconAndColour_data()
{
    QTest::addColumn<WriteAccess>("access");
    QTest::addColumn<QString>("why");
    QTest::newRow("allowed") << WriteAccess::Allowed << QString();
    QTest::newRow("start") << WriteAccess::StartedReadOnly << u"--read-only"_s;
    QTest::newRow("account") << WriteAccess::AccountReadOnly << u"account"_s;
}

void TestReadOnly::rule14_readOnlyIsToldByWordIconAndColour()
{
    QFETCH(const WriteAccess, access);
    QFETCH(const QString, why);
    WindowFixture fixture(*qApp);
    fixture.window.setWriteAccess(access);
    QVERIFY(fixture.show({1180, 720}));
    auto& badge = fixture.window.topBar().access();
    QCOMPARE(badge.isVisible(), isReadOnly(access));
    QCOMPARE(fixture.window.pageAt(0).writeAccess(), access);
    if (!isReadOnly(access))
        return;
    QCOMPARE(badge.badge().text, u"Read-only"_s);
    QCOMPARE(badge.badge().glyph, Glyph::Locked);
    QCOMPARE(badge.badge().tone, Tone::Info);
    QCOMPARE(badge.accessibleName(), u"Read-only"_s);
    QVERIFY(badge.toolTip().contains(why));
    QCOMPARE(badge.accessibleDescription(), badge.toolTip());
    QCOMPARE(clippedTexts(fixture.window), QStringList());
}

void TestReadOnly::pagesOfferNothingBeforeItIsAllowed()
{
    WindowFixture fixture(*qApp);
    QVERIFY(isReadOnly(fixture.window.pageAt(0).writeAccess()));
}

void TestReadOnly::startedReadOnlyTheWholeProgramIs()
{
    const QTemporaryDir folder;
    Log log(LogOptions{});
    Target target;
    target.demo = u"northquay"_s;
    target.dataFolder = folder.path();
    target.access = WriteAccess::StartedReadOnly;
    WholeProgram program(*qApp, log, target);
    program.start();
    auto& badge = program.window().topBar().access();
    QVERIFY(badge.isVisible()); // from the beginning
    QVERIFY(!program.waitUntilRead());
    QVERIFY(badge.isVisible());
    program.binding().chooseOwner({OwnerChoice::Kind::Demo, u"siriusscan"_s});
    QVERIFY(!program.waitUntilRead());
    QVERIFY(badge.isVisible());
}

void TestReadOnly::rolesBeginWithTheirPages_data()
{
    const QStringList all{u"overview"_s, u"inventory"_s, u"storage"_s, u"deploys"_s, u"roadmap"_s};
    QTest::addColumn<StartRole>("role");
    QTest::addColumn<QStringList>("pages");
    QTest::addColumn<QString>("page");
    QTest::newRow("lead") << StartRole::Lead << all << u"overview"_s;
    QTest::newRow("lead without an overview") << StartRole::Lead << all.mid(1) << u"storage"_s;
    QTest::newRow("engineer") << StartRole::Engineer << all << u"deploys"_s;
    QTest::newRow("manager") << StartRole::Manager << all << u"roadmap"_s;
    for (const auto role : {StartRole::Lead, StartRole::Engineer, StartRole::Manager})
        QTest::addRow("%d, the inventory alone", static_cast<int>(role))
            << role << QStringList{u"inventory"_s} << u"inventory"_s;
}

void TestReadOnly::rolesBeginWithTheirPages()
{
    QFETCH(const StartRole, role);
    QFETCH(const QStringList, pages);
    QTEST(startPage(role, pages), "page");
}

void TestReadOnly::aRoleIsAskedForAtTheStart()
{
    const QTemporaryDir folder;
    Log log(LogOptions{});
    Target target;
    target.demo = u"northquay"_s;
    target.dataFolder = folder.path();
    WholeProgram program(*qApp, log, target);
    PlaceOpener places(program.window(), program.session(), program.binding());
    int asked = 0;
    places.setStartRole([&asked]() -> std::optional<StartRole> {
        ++asked;
        return StartRole::Manager;
    });
    places.begin({});
    QCOMPARE(asked, 1);
    QCOMPARE(program.window().pages()[static_cast<size_t>(program.window().currentPage())].id, u"inventory"_s);
    // Another start that comes here is no start.
    places.open({});
    QCOMPARE(asked, 1);
}

SLIPWAY_TEST_SUITE(TestReadOnly);

} // namespace slipway::test

#include "test_readonly.moc"
