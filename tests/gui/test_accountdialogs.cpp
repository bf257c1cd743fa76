#include "accounts/memorysecrets.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/accountdialogs.h"
#include "gui/accessiblewalk.h"
#include "gui/windowfixture.h"
#include "simulator/simulatorserver.h"
#include "simulator/statefile.h"
#include "support/apiversion.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/accounts/addaccountdialog.h"
#include "views/accounts/connectpage.h"
#include "views/accounts/grantspage.h"
#include "views/accounts/grantstable.h"
#include "views/accounts/manageaccountsdialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray servedState()
{
    return "{'version':1,'anchor':'2025-11-21T14:32:00Z','owner':{'login':'acme','id':7,'type':'Organization'},"
           "'viewer':{'login':'robin','id':8},'layers':{},'packages':[],'tokens':{"
           "'ghp_all':{'scopes':['write:packages','delete:packages']},'ghp_none':{'scopes':[]},"
           "'github_pat_fine':{'scopes':[]},'ghp_sso':{'scopes':['read:packages'],'sso':true}}}"_ba.replace('\'', '"');
}

/// Pictures of what is open, where a folder for them is named.
void takePicture(MainWindow& window, QDialog& dialog, const QString& name)
{
    const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES");
    if (folder.isEmpty())
        return;
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        window.theme().setMode(mode);
        QCoreApplication::processEvents();
        dialog.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, mode == ThemeMode::Dark ? u"dark"_s : u"light"_s));
    }
    window.theme().setMode(ThemeMode::Light);
}

} // namespace

/// The dialogs about accounts by real keys, against the simulator over real HTTP.
class TestAccountDialogs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void accountIsAdded();
    void badTokenIsTold();
    void missingScopeIsShown();
    void fineGrainedTokenIsRefused();
    void singleSignOnIsTold();
    void serverThatIsDown();
    void webPageInPlaceOfJson();
    void checkIsCancelled();
    void withoutAKeychain();
    void tokenIsImported();
    void badAddressIsTold();
    void registryOfItsOwn();
    void accountsAreManaged();
    void rule24_tabGoesRound();
    void nothingIsClippedOrNameless();

private:
    void serve(SimulatorOptions options = {});
    /// Opens the assistant, types address and token and presses Enter.
    void ask(const QString& token, const QString& address = {});
    void typeInto(QWidget& page, const QString& field, const QString& text);
    [[nodiscard]] bool reachesGrants()
    {
        return eventually([this] { return m_dialog && m_dialog->isOnGrants(); });
    }
    [[nodiscard]] bool isRefused()
    {
        return eventually(
            [this] { return m_dialog->primary().isEnabled() && !m_dialog->connectPage().message().isEmpty(); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatorServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<AccountDesk> m_desk;
    std::unique_ptr<AccountDialogs> m_dialogs;
    MemorySecrets m_secrets;
    QPointer<AddAccountDialog> m_dialog;
};

void TestAccountDialogs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_secrets.secrets.clear();
    m_secrets.failure.reset();
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    QVERIFY(m_fixture->show());
    Target base;
    base.dataFolder = m_folder->path();
    base.apiVersion = apiVersion();
    m_desk = std::make_unique<AccountDesk>(m_secrets, base);
    m_desk->load();
    m_dialogs = std::make_unique<AccountDialogs>(m_fixture->window, *m_desk);
    QObject::connect(&m_fixture->window, &MainWindow::addAccountRequested, m_dialogs.get(), &AccountDialogs::add);
    serve();
}

void TestAccountDialogs::cleanup()
{
    delete m_dialog;
    QSignalSpy stopped(m_desk.get(), &AccountDesk::stopped);
    m_desk->stop();
    QVERIFY(eventually([&] { return !stopped.isEmpty(); }));
    m_dialogs.reset();
    m_desk.reset();
    m_fixture.reset();
    m_server.reset();
}

void TestAccountDialogs::serve(SimulatorOptions options)
{
    auto state = parseState(servedState(), u"state"_s);
    QVERIFY2(state, qPrintable(state ? QString() : state.error().detail));
    m_server = std::make_unique<SimulatorServer>(*std::move(state), std::move(options));
    QVERIFY(m_server->start());
}

void TestAccountDialogs::typeInto(QWidget& page, const QString& field, const QString& text)
{
    for (auto* edit : page.findChildren<QLineEdit*>()) {
        if (edit->accessibleName() != field)
            continue;
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        return;
    }
    QFAIL(qPrintable(u"there is no field "_s + field));
}

void TestAccountDialogs::ask(const QString& token, const QString& address)
{
    Q_EMIT m_fixture->window.addAccountRequested();
    m_dialog = m_fixture->window.findChild<AddAccountDialog*>();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    auto& page = m_dialog->connectPage();
    auto* server = page.findChild<QComboBox*>();
    server->setFocus();
    QTest::keyClick(server, Qt::Key_Down);
    QCOMPARE(server->currentIndex(), 1);
    QVERIFY(!m_dialog->primary().isEnabled());
    typeInto(page, u"Address of the server"_s, address.isEmpty() ? m_server->apiUrl().toString() : address);
    typeInto(page, u"Token"_s, token);
    QVERIFY(m_dialog->primary().isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
}

void TestAccountDialogs::accountIsAdded()
{
    QSignalSpy added(m_dialogs.get(), &AccountDialogs::added);
    ask(u"ghp_all"_s);
    QVERIFY(reachesGrants());
    QCOMPARE(m_dialog->grantsPage().table().lines().first(), u"Read packages and versions, read:packages, Granted"_s);
    takePicture(m_fixture->window, *m_dialog, u"good-token"_s);
    typeInto(m_dialog->grantsPage(), u"Name of the account"_s, u"Work"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(eventually([&added] { return added.size() == 1; }));
    const auto account = m_desk->accounts().at(0);
    QCOMPARE(account.name, u"Work"_s);
    QCOMPARE(account.login, u"robin"_s);
    QCOMPARE(account.owners, QStringList{u"acme"_s});
    QCOMPARE(account.apiUrl, m_server->apiUrl());
    QCOMPARE(m_secrets.secrets.value(account.id), u"ghp_all"_s);
    QFile file(m_folder->filePath(u"accounts.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("ghp_"));
}

void TestAccountDialogs::badTokenIsTold()
{
    ask(u"ghp_wrongwrongwrong"_s);
    QVERIFY(isRefused());
    QVERIFY(!m_dialog->isOnGrants());
    QVERIFY(m_dialog->connectPage().message().contains("refused the token"_L1));
    QVERIFY(!m_dialog->connectPage().message().contains("ghp_wrong"_L1));
    takePicture(m_fixture->window, *m_dialog, u"bad-token"_s);
}

void TestAccountDialogs::missingScopeIsShown()
{
    ask(u"ghp_none"_s);
    QVERIFY(reachesGrants());
    QCOMPARE(m_dialog->grantsPage().table().lines().first(),
             u"Read packages and versions, read:packages, Missing, Only public packages are seen."_s);
    auto* owners = m_dialog->grantsPage().findChild<QListWidget*>();
    QCOMPARE(owners->item(1)->text(), u"acme: cannot be read"_s);
    QVERIFY(!owners->item(1)->toolTip().isEmpty());
    QVERIFY(!m_dialog->primary().isEnabled()); // nothing is chosen to be shown
    takePicture(m_fixture->window, *m_dialog, u"missing-scope"_s);
}

void TestAccountDialogs::fineGrainedTokenIsRefused()
{
    ask(u"github_pat_fine"_s);
    QVERIFY(reachesGrants());
    QVERIFY(m_dialog->grantsPage().table().lines().first().contains("Refused"_L1));
    takePicture(m_fixture->window, *m_dialog, u"fine-grained"_s);
}

void TestAccountDialogs::singleSignOnIsTold()
{
    ask(u"ghp_sso"_s);
    QVERIFY(reachesGrants());
    QCOMPARE(m_dialog->grantsPage().findChild<QListWidget*>()->count(), 1);
    typeInto(m_dialog->grantsPage(), u"Further owners"_s, u"acme, north quay"_s);
    QCOMPARE(m_dialog->grantsPage().described({}).owners, (QStringList{u"acme"_s, u"north"_s, u"quay"_s}));
}

void TestAccountDialogs::serverThatIsDown()
{
    const QString address = m_server->apiUrl().toString();
    m_server.reset();
    ask(u"ghp_all"_s, address);
    QVERIFY(isRefused());
    QVERIFY(m_dialog->connectPage().message().startsWith("No connection to"_L1));
}

void TestAccountDialogs::webPageInPlaceOfJson()
{
    SimulatorOptions options;
    options.faults.append(*parseFault(u"html,route=/user"_s));
    serve(options);
    ask(u"ghp_all"_s);
    QVERIFY(isRefused());
    QVERIFY2(m_dialog->connectPage().message().contains("is not JSON"_L1),
             qPrintable(m_dialog->connectPage().message()));
}

void TestAccountDialogs::checkIsCancelled()
{
    SimulatorOptions options;
    options.latency = std::chrono::seconds(60);
    serve(options);
    ask(u"ghp_all"_s);
    QVERIFY(!m_dialog->primary().isEnabled());
    takePicture(m_fixture->window, *m_dialog, u"checking"_s);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_dialog->primary().isEnabled());
    QVERIFY(eventually([this] { return m_desk->isIdle(); }));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestAccountDialogs::withoutAKeychain()
{
    m_secrets.failure = ErrorKind::KeychainMissing;
    ask(u"ghp_all"_s);
    QVERIFY(reachesGrants());
    m_dialog->primary().click();
    QVERIFY(eventually([this] { return !m_dialog->grantsPage().message().isEmpty(); }));
    QVERIFY(m_dialog->grantsPage().message().contains("no keychain"_L1));
    QVERIFY(m_desk->accounts().empty());
    takePicture(m_fixture->window, *m_dialog, u"no-keychain"_s);
    // A variable is offered in its place.
    typeInto(m_dialog->grantsPage(), u"Environment variable"_s, u"MY_TOKEN"_s);
    m_dialog->primary().click();
    QVERIFY(eventually([this] { return m_desk->accounts().size() == 1; }));
    QCOMPARE(m_desk->accounts()[0].tokenPlace, TokenPlace::Environment);
    QCOMPARE(m_desk->accounts()[0].tokenVariable, u"MY_TOKEN"_s);
    QVERIFY(m_secrets.secrets.isEmpty());
}

void TestAccountDialogs::tokenIsImported()
{
    qputenv("GITHUB_TOKEN", "ghp_all");
    m_dialogs->add();
    m_dialog = m_fixture->window.findChild<AddAccountDialog*>();
    const auto buttons = m_dialog->connectPage().findChildren<QPushButton*>();
    for (auto* button : buttons) {
        if (button->text() == "Import from variable"_L1)
            QTest::keyClick(button, Qt::Key_Space);
    }
    QVERIFY(eventually([this] { return m_dialog->connectPage().token() == "ghp_all"_L1; }));
    QCOMPARE(m_dialog->connectPage().importedFrom(), TokenPlace::Environment);
    qunsetenv("GITHUB_TOKEN");
}

void TestAccountDialogs::badAddressIsTold()
{
    ask(u"ghp_all"_s, u"http://ghe.example"_s);
    QVERIFY(m_dialog->connectPage().message().contains("not encrypted"_L1));
    QVERIFY(m_desk->isIdle());
}

void TestAccountDialogs::registryOfItsOwn()
{
    m_dialogs->add();
    m_dialog = m_fixture->window.findChild<AddAccountDialog*>();
    auto& page = m_dialog->connectPage();
    page.findChild<QComboBox*>()->setCurrentIndex(1);
    typeInto(page, u"Address of the server"_s, u"ghe.example"_s);
    QCOMPARE(page.account()->registryUrl, QUrl(u"https://containers.ghe.example"_s));
    const auto fields = page.findChildren<QLineEdit*>();
    const auto isRegistry = [](const QLineEdit* field) {
        return field->accessibleName() == "Address of the container registry"_L1;
    };
    const auto field = std::ranges::find_if(fields, isRegistry);
    QVERIFY(field != fields.end());
    QCOMPARE((*field)->placeholderText(), u"https://containers.ghe.example"_s);
    typeInto(page, (*field)->accessibleName(), u"images.ghe.example:5000/"_s);
    takePicture(m_fixture->window, *m_dialog, u"enterprise"_s);
    QCOMPARE(page.account()->apiUrl, QUrl(u"https://ghe.example/api/v3"_s));
    QCOMPARE(page.account()->registryUrl, QUrl(u"https://images.ghe.example:5000"_s));
    typeInto(page, (*field)->accessibleName(), u"http://images.ghe.example"_s);
    QCOMPARE(page.account().error().kind, ErrorKind::InsecureUrl);
    // What is typed for Enterprise counts for nothing once it is not asked for.
    page.findChild<QComboBox*>()->setCurrentIndex(0);
    QCOMPARE(page.account()->registryUrl, QUrl(u"https://ghcr.io"_s));
}

void TestAccountDialogs::accountsAreManaged()
{
    Account account;
    account.name = u"Work"_s;
    account.owners = {u"acme"_s};
    account.apiUrl = m_server->apiUrl();
    account.registryUrl = m_server->registryUrl();
    m_desk->add(account, u"ghp_all"_s);
    QVERIFY(eventually([this] { return m_desk->accounts().size() == 1; }));
    m_dialogs->manage();
    QPointer<ManageAccountsDialog> dialog = m_fixture->window.findChild<ManageAccountsDialog*>();
    QVERIFY(dialog);
    const auto press = [&dialog](const QString& text) {
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->text() == text) {
                QTest::keyClick(button, Qt::Key_Space);
                return;
            }
        }
        QFAIL(qPrintable(u"there is no button "_s + text));
    };
    press(u"Check again"_s);
    QVERIFY(eventually([&dialog] { return dialog->message() == "The token has every scope that is needed."_L1; }));
    takePicture(m_fixture->window, *dialog, u"manage"_s);
    typeInto(*dialog, u"Name of the account"_s, u"Home"_s);
    press(u"Rename"_s);
    QCOMPARE(m_desk->accounts()[0].name, u"Home"_s);
    press(u"Remove…"_s);
    QCOMPARE(m_desk->accounts().size(), 1U);
    QVERIFY(dialog->message().startsWith("Remove Home?"_L1));
    press(u"Remove account"_s);
    QVERIFY(eventually([this] { return m_desk->accounts().empty() && m_secrets.secrets.isEmpty(); }));
    QCOMPARE(dialog->message(), u"There are no accounts."_s);
    delete dialog;
}

void TestAccountDialogs::rule24_tabGoesRound()
{
    const auto walk = [](QWidget& dialog) {
        QStringList faults;
        for (const auto direction : {TabDirection::Forward, TabDirection::Backward})
            faults += walkByTab(dialog, direction).faults;
        return faults.join(u'\n');
    };
    ask(u"ghp_wrongwrongwrong"_s);
    QVERIFY(isRefused());
    QCOMPARE(walk(*m_dialog), QString());
    delete m_dialog;
    ask(u"ghp_all"_s);
    QVERIFY(reachesGrants());
    QCOMPARE(walk(*m_dialog), QString());
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QVERIFY(eventually([this] { return m_desk->accounts().size() == 1; }));
    m_dialogs->manage();
    QPointer<ManageAccountsDialog> manage = m_fixture->window.findChild<ManageAccountsDialog*>();
    QVERIFY(manage);
    QVERIFY(QTest::qWaitForWindowActive(manage));
    QCOMPARE(walk(*manage), QString());
    delete manage;
}

void TestAccountDialogs::nothingIsClippedOrNameless()
{
    m_dialogs->add();
    m_dialog = m_fixture->window.findChild<AddAccountDialog*>();
    QCOMPARE(clippedTexts(*m_dialog).join(u'|'), QString());
    QCOMPARE(namelessWidgets(*m_dialog), QStringList());
    takePicture(m_fixture->window, *m_dialog, u"empty"_s);
    m_dialog->reject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ask(u"ghp_all"_s);
    QVERIFY(reachesGrants());
    // The buttons have their width once the layout has been gone through.
    QVERIFY(eventually([this] { return clippedTexts(*m_dialog).isEmpty(); }));
    QCOMPARE(namelessWidgets(*m_dialog), QStringList());
}

SLIPWAY_TEST_SUITE(TestAccountDialogs);

} // namespace slipway::test

#include "test_accountdialogs.moc"
