#include "gui/accessiblewalk.h"
#include "gui/accounthands.h"
#include "support/suite.h"
#include "views/accounts/grantspage.h"
#include "views/accounts/grantstable.h"
#include "views/accounts/manageaccountsdialog.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Accounts are added and managed by real keys, against the simulator over real HTTP.
class TestAccountDialogs final : public QObject, private AccountHands
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { QVERIFY(leave()); }
    void accountIsAdded();
    void withoutAKeychain();
    void tokenIsImported();
    void registryOfItsOwn();
    void accountsAreManaged();
    void rule24_tabGoesRound();
    void nothingIsClippedOrNameless();
};

void TestAccountDialogs::accountIsAdded()
{
    QSignalSpy added(m_dialogs.get(), &AccountDialogs::added);
    ask(u"ghp_all"_s);
    QVERIFY(reachesGrants());
    QCOMPARE(m_dialog->grantsPage().table().lines().first(), u"Read packages and versions, read:packages, Granted"_s);
    takePicture(*m_dialog, u"good-token"_s);
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

void TestAccountDialogs::withoutAKeychain()
{
    m_secrets.failure = ErrorKind::KeychainMissing;
    ask(u"ghp_all"_s);
    QVERIFY(reachesGrants());
    m_dialog->primary().click();
    QVERIFY(eventually([this] { return !m_dialog->grantsPage().message().isEmpty(); }));
    QVERIFY(m_dialog->grantsPage().message().contains("no keychain"_L1));
    QVERIFY(m_desk->accounts().empty());
    takePicture(*m_dialog, u"no-keychain"_s);
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
    takePicture(*m_dialog, u"enterprise"_s);
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
    takePicture(*dialog, u"manage"_s);
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
    takePicture(*m_dialog, u"empty"_s);
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
