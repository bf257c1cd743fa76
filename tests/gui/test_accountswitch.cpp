#include "accounts/memorysecrets.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/windowbinding.h"
#include "core/errortext.h"
#include "gui/windowfixture.h"
#include "integration/organisation.h"
#include "models/printmodel.h"
#include "simulator/simulatorserver.h"
#include "simulator/statefile.h"
#include "support/apiversion.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/accounts/manageaccountsdialog.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/accessbadge.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kSoonest = 2'000; // milliseconds a person waits for a switch, whatever runs

QByteArray organisationWith(const QString& login, const QString& package)
{
    return Organisation(login).package(package).image(u"v1"_s, {u"v1"_s}, {u"base"_s, package}).json();
}

std::unique_ptr<SimulatorServer> serve(const QByteArray& state)
{
    auto parsed = parseState(state, u"state"_s);
    if (!parsed)
        qFatal("%s", qPrintable(parsed.error().detail));
    SimulatorOptions options;
    options.now = parsed->anchor;
    auto server = std::make_unique<SimulatorServer>(*std::move(parsed), std::move(options));
    if (!server->start())
        qFatal("the simulator does not start");
    return server;
}

} // namespace

/// The whole of the program behind its window, with two accounts on two servers.
class TestAccountSwitch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void switchesWhileReading_data();
    void switchesWhileReading();
    void tokenThatIsNotThere_data();
    void tokenThatIsNotThere();
    void removedAccountIsTold();
    void rule14_readOnlyIsOfAnAccount();
    void cleanup();

private:
    void add(const QString& name, const QString& owner, const SimulatorServer& server);
    /// Chooses an owner in the top bar.
    void choose(const QString& owner);
    /// The names in the tree, without their indentation.
    [[nodiscard]] QStringList shownNames();
    [[nodiscard]] bool isShown(const QString& package)
    {
        return eventually([&] { return shownNames().contains(package); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatorServer> m_slow;
    std::unique_ptr<SimulatorServer> m_quick;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<AccountDesk> m_desk;
    std::unique_ptr<WindowBinding> m_binding;
    MemorySecrets m_secrets;
};

void TestAccountSwitch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_slow = serve(organisationWith(u"acme"_s, u"anvil"_s));
    m_quick = serve(organisationWith(u"bolts"_s, u"washer"_s));
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    QVERIFY(m_fixture->show());
    m_session = std::make_unique<DashboardSession>(m_fixture->operations);
    Target base;
    base.dataFolder = m_folder->path();
    base.apiVersion = apiVersion();
    m_desk = std::make_unique<AccountDesk>(m_secrets, base);
    m_binding = std::make_unique<WindowBinding>(m_fixture->window, *m_session, *m_desk, base);
    m_desk->load();
    add(u"Work"_s, u"acme"_s, *m_slow);
    add(u"Hardware"_s, u"bolts"_s, *m_quick);
}

void TestAccountSwitch::cleanup()
{
    // init() may have failed half way.
    if (m_session) {
        QSignalSpy stopped(m_session.get(), &DashboardSession::stopped);
        m_session->stop();
        QVERIFY(stopped.wait(kSoonest));
    }
    if (m_desk) {
        QSignalSpy stopped(m_desk.get(), &AccountDesk::stopped);
        m_desk->stop();
        QVERIFY(stopped.wait(kSoonest));
    }
    m_binding.reset();
    m_desk.reset();
    m_session.reset();
    m_fixture.reset();
    m_slow.reset();
    m_quick.reset();
}

void TestAccountSwitch::add(const QString& name, const QString& owner, const SimulatorServer& server)
{
    Account account;
    account.id = newAccountId();
    account.name = name;
    account.owners = {owner};
    account.apiUrl = server.apiUrl();
    account.registryUrl = server.registryUrl();
    QSignalSpy added(m_desk.get(), &AccountDesk::added);
    m_desk->add(account, u"ghp_testtesttest"_s);
    QVERIFY(eventually([&added] { return added.size() == 1; }));
    QVERIFY(added[0][0].value<Result<void>>());
}

void TestAccountSwitch::choose(const QString& owner)
{
    for (auto* action : m_fixture->window.topBar().findChild<QToolButton*>()->menu()->actions()) {
        if (action->text() == owner) {
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(u"the top bar does not offer "_s + owner));
}

QStringList TestAccountSwitch::shownNames()
{
    auto* model = m_fixture->window.inventoryPage().tree().model();
    QStringList names;
    for (const auto& line : printTree(*model, {InventoryColumn::Name}))
        names.append(line.trimmed());
    return names;
}

void TestAccountSwitch::switchesWhileReading_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("reached");
    QTest::newRow("the owner is asked for") << u"timeout,route=/users/*"_s << u"/users/"_s;
    QTest::newRow("packages are listed") << u"timeout,route=/orgs/acme/packages"_s << u"/orgs/acme/packages"_s;
    QTest::newRow("versions are listed") << u"timeout,route=/orgs/*/versions"_s << u"/versions"_s;
    QTest::newRow("a token is asked for") << u"timeout,route=/token"_s << u"/token"_s;
    QTest::newRow("manifests are read") << u"timeout,route=/v2/*/manifests/*"_s << u"/manifests/"_s;
}

/// The first server never answers a certain request. The switch ends that reading within two seconds and shows the
/// other account's inventory; back again, the first account's is read whole.
void TestAccountSwitch::switchesWhileReading()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, reached);
    auto once = parseFault(fault + u",count=1"_s);
    QVERIFY(once);
    m_slow->addFault(*once);
    choose(u"acme"_s);
    QVERIFY(eventually([&] {
        return std::ranges::any_of(m_slow->requests(), [&](const LoggedRequest& request) {
            return request.status == 0 && request.path.contains(reached);
        });
    }));
    QVERIFY(!m_session->isIdle());
    QCOMPARE(m_fixture->operations.rowCount(), 1);

    QSignalSpy opened(m_session.get(), &DashboardSession::opened);
    QElapsedTimer timer;
    timer.start();
    choose(u"bolts"_s);
    QVERIFY(opened.wait(static_cast<int>(kSoonest)));
    QVERIFY2(timer.elapsed() < kSoonest, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(opened[0][0].value<Target>().owner, u"bolts"_s);
    QVERIFY(isShown(u"washer"_s));
    QVERIFY(!shownNames().contains(u"anvil"_s));
    QVERIFY(eventually([&] { return m_fixture->operations.rowCount() == 0; }));

    choose(u"acme"_s);
    QVERIFY(isShown(u"anvil"_s));
    QVERIFY(!shownNames().contains(u"washer"_s));
}

void TestAccountSwitch::tokenThatIsNotThere_data()
{
    QTest::addColumn<bool>("isReading");
    QTest::newRow("the first one was read") << false;
    QTest::newRow("the first one is being read") << true;
}

/// The switch fails, and says so: the owner before is neither read on nor shown under the other's name.
void TestAccountSwitch::tokenThatIsNotThere()
{
    QFETCH(const bool, isReading);
    if (isReading) {
        const auto once = parseFault(u"timeout,route=/v2/*/manifests/*,count=1"_s);
        QVERIFY(once);
        m_slow->addFault(*once);
    }
    choose(u"acme"_s);
    if (isReading)
        QVERIFY(eventually([&] { return std::ranges::contains(m_slow->requests(), 0, &LoggedRequest::status); }));
    else
        QVERIFY(isShown(u"anvil"_s) && eventually([&] { return m_session->isIdle(); }));
    QSignalSpy ended(m_session.get(), &DashboardSession::refreshEnded);
    QSignalSpy failed(m_desk.get(), &AccountDesk::completionFailed);
    m_secrets.secrets.clear();
    choose(u"bolts"_s);
    QVERIFY(failed.size() == 1 || failed.wait());
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::SecretNotFound);
    QVERIFY(eventually([&] { return m_session->isIdle(); }));
    QVERIFY(shownNames().isEmpty());
    const auto asked = m_slow->requests().size();
    m_session->refresh(); // as its own clock would
    QVERIFY(m_session->isIdle());
    QTest::qWait(0);
    QCOMPARE(ended.size(), 0);
    QCOMPARE(m_slow->requests().size(), asked);
    const ErrorText told = errorText(failed[0][0].value<Error>());
    QCOMPARE(m_fixture->window.inventoryPage().stateTexts(), (QStringList{told.what, told.advice}));
    QCOMPARE(m_fixture->operations.rowCount(), 0);
    QVERIFY(m_fixture->window.statusStrip().texts().filter(u"acme"_s).isEmpty());
}

/// Who chose an owner whose token was not there, and removed its account then, is not sent to set a token.
void TestAccountSwitch::removedAccountIsTold()
{
    m_secrets.secrets.clear();
    QSignalSpy failed(m_desk.get(), &AccountDesk::completionFailed);
    choose(u"bolts"_s);
    QVERIFY(failed.size() == 1 || failed.wait());
    m_desk->remove(m_desk->accounts().back());
    QVERIFY(eventually([&] { return m_desk->accounts().size() == 1; }));
    Q_EMIT m_fixture->window.refreshRequested();
    const QStringList told = m_fixture->window.inventoryPage().stateTexts();
    QVERIFY2(told.value(0).contains(u"the removed account of bolts"_s), qPrintable(told.join(u'\n')));
    QVERIFY2(told.value(1).startsWith(u"Add the account again"_s), qPrintable(told.value(1)));
}

/// The flag is set with the keyboard, where accounts are managed, and counts at once, for that account alone.
void TestAccountSwitch::rule14_readOnlyIsOfAnAccount()
{
    const auto& badge = m_fixture->window.topBar().access();
    choose(u"acme"_s);
    QVERIFY(isShown(u"anvil"_s));
    QVERIFY(!badge.isVisible());

    Q_EMIT m_fixture->window.manageAccountsRequested();
    auto* dialog = m_fixture->window.findChild<ManageAccountsDialog*>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    auto* readOnly = dialog->findChild<QCheckBox*>();
    readOnly->setFocus();
    QTest::keyClick(readOnly, Qt::Key_Space);
    QVERIFY(eventually([&] { return badge.isVisible(); }));
    QCOMPARE(m_fixture->window.pageAt(0).writeAccess(), WriteAccess::AccountReadOnly);
    QVERIFY(dialog->findChild<QCheckBox*>()->isChecked());
    dialog->accept();

    choose(u"bolts"_s);
    QVERIFY(isShown(u"washer"_s));
    QVERIFY(!badge.isVisible());
    choose(u"acme"_s);
    QVERIFY(isShown(u"anvil"_s));
    QVERIFY(badge.isVisible());
}

SLIPWAY_TEST_SUITE(TestAccountSwitch);

} // namespace slipway::test

#include "test_accountswitch.moc"
