#include "gui/settingshands.h"
#include "support/suite.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// What is set in the settings dialog beside appearance and keys.
class TestSettingsValues final : public QObject, protected SettingsHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void cleanup() { close(); }
    void accountsAreOpenedFromThere();
    void accountsAreListedOrderedAndRemoved();
    void budgetsAreTypedAndRefusedWithASentence();
    void theStartIsChosenByRole();
    void notificationsAndTrayAreChosen();
};

void TestSettingsValues::accountsAreOpenedFromThere()
{
    QSignalSpy wanted(&m_fixture->window, &MainWindow::manageAccountsRequested);
    auto* dialog = openDialog();
    QVERIFY(dialog);
    control<QPushButton>(*dialog, u"Accounts and tokens"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!dialog->isVisible());
}

void TestSettingsValues::accountsAreListedOrderedAndRemoved()
{
    for (const auto& name : {u"Work"_s, u"Home"_s}) {
        Account account;
        account.name = name;
        account.owners = {name.toLower() + u"-org"_s};
        m_accounts->add(account, u"ghp_x"_s);
    }
    QVERIFY(eventually([this] { return m_accounts->accounts().size() == 2; }));
    auto* dialog = openDialog();
    QVERIFY(dialog);
    QVERIFY(dialog->shownSettings().contains(u"Accounts: Home"_s));
    QCOMPARE(rowOf(*dialog, u"Work"_s)->sentence(), u"work-org on github.com. A window opens it first."_s);
    QCOMPARE(rowOf(*dialog, u"Home"_s)->sentence(), u"home-org on github.com"_s);
    auto* first = control<QPushButton>(*dialog, u"Make Home the default"_s);
    first->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(AccountsFile(m_folder->path()).load()->front().name, u"Home"_s);
    QCOMPARE(rowOf(*dialog, u"Home"_s)->sentence(), u"home-org on github.com. A window opens it first."_s);
    QVERIFY(!first->isVisible());
    // Removing asks once more.
    auto* remove = control<QPushButton>(*dialog, u"Remove Home"_s);
    remove->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(m_accounts->accounts().size(), 2U);
    QVERIFY(rowOf(*dialog, u"Home"_s)->sentence().startsWith(u"Its token leaves the keychain"_s));
    QVERIFY(eventually([dialog] { return clippedTexts(*dialog).isEmpty(); })); // laid out in the turn after
    if (const QString folder = qEnvironmentVariable("SLIPWAY_TEST_PICTURES"); !folder.isEmpty())
        QVERIFY(dialog->grab().save(folder + u"/settings-accounts.png"_s));
    press(Qt::Key_Space);
    QVERIFY(eventually([this] { return m_accounts->accounts().size() == 1 && m_secrets.secrets.size() == 1; }));
    QVERIFY(eventually([&] { return !rowOf(*dialog, u"Home"_s); }));
    QCOMPARE(rowOf(*dialog, u"Work"_s)->sentence(), u"work-org on github.com. A window opens it first."_s);
    QVERIFY(!dialog->shownSettings().contains(u"Accounts: Home"_s));
}

void TestSettingsValues::budgetsAreTypedAndRefusedWithASentence()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    const auto type = [&](const QString& name, const QString& text) {
        auto* field = control<QLineEdit>(*dialog, name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        press(Qt::Key_Return);
        return rowOf(*dialog, name)->sentence();
    };
    const QString usual = rowOf(*dialog, u"Storage budget"_s)->sentence();
    QCOMPARE(control<QLineEdit>(*dialog, u"Storage budget"_s)->text(), u"20"_s);
    QCOMPARE(type(u"Storage budget"_s, u"a lot"_s),
             u"Expected a number of GiB above 0, such as 20, or nothing for no budget."_s);
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_desk->settings().budgets.storage, kUsualBudget);
    QCOMPARE(control<QLineEdit>(*dialog, u"Storage budget"_s)->text(), u"a lot"_s);
    QCOMPARE(type(u"Storage budget"_s, u"1.5"_s), usual);
    QCOMPARE(m_desk->settings().budgets.storage, 1536LL << 20U);
    QVERIFY(type(u"Warning marks"_s, u"90, 80"_s).startsWith(u"Expected rising percentages from 1 to 200"_s));
    (void)type(u"Warning marks"_s, u"50,100"_s);
    QCOMPARE(m_desk->settings().budgets.alerts, (std::vector{50, 100}));
    QCOMPARE(control<QLineEdit>(*dialog, u"Warning marks"_s)->text(), u"50, 100"_s);
    QVERIFY(type(u"Price of storage"_s, u"-1"_s).startsWith(u"Expected a price"_s));
    (void)type(u"Price of storage"_s, u"0.5"_s);
    (void)type(u"Price of the runner"_s, u"99.5"_s);
    QVERIFY(type(u"Currency"_s, u"euro"_s).startsWith(u"Expected the three letters"_s));
    (void)type(u"Currency"_s, u"eur"_s);
    dialog->reject();
    close();
    open();
    QCOMPARE(m_desk->settings().prices.currency, u"EUR"_s);
    QCOMPARE(m_desk->settings().prices.storagePerGibMonth, 0.5);
    QCOMPARE(m_desk->settings().prices.runnerPerMonth, 99.5);
    dialog = openDialog();
    QVERIFY(dialog);
    auto* budget = control<QLineEdit>(*dialog, u"Storage budget"_s);
    QCOMPARE(budget->text(), u"1.5"_s);
    budget->setFocus();
    budget->selectAll();
    press(Qt::Key_Backspace);
    press(Qt::Key_Return);
    QCOMPARE(m_desk->settings().budgets.storage, std::nullopt);
}

void TestSettingsValues::theStartIsChosenByRole()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* start = control<QComboBox>(*dialog, u"The window begins"_s);
    QCOMPARE(start->currentText(), u"where it was left"_s);
    start->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(m_desk->settings().startRole, StartRole::Lead);
    // It names a page that is there.
    const QString sentence = rowOf(*dialog, u"The window begins"_s)->sentence();
    QVERIFY2(std::ranges::any_of(m_fixture->window.pages(),
                                 [&](const auto& page) { return sentence.startsWith(u"On "_s + page.title + u','); }),
             qPrintable(sentence));
    press(Qt::Key_Home);
    QCOMPARE(m_desk->settings().startRole, std::nullopt);
}

void TestSettingsValues::notificationsAndTrayAreChosen()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    const auto flip = [&](const QString& name) {
        control<QCheckBox>(*dialog, name)->setFocus();
        press(Qt::Key_Space);
    };
    flip(u"What is done"_s);
    QVERIFY(!m_desk->settings().notifications.isEndTold);
    flip(u"Tell through the desktop"_s);
    QVERIFY(!m_desk->settings().notifications.isOn);
    QVERIFY(!control<QCheckBox>(*dialog, u"GitHub's limit"_s)->isEnabled());
    // Offscreen there is no tray, and that is said.
    QVERIFY(rowOf(*dialog, u"Icon in the tray"_s)->sentence().startsWith(u"This desktop has no tray now"_s));
    QVERIFY(!m_desk->settings().isTrayShown);
    flip(u"Icon in the tray"_s);
    QVERIFY(m_desk->settings().isTrayShown);
}

SLIPWAY_TEST_SUITE(TestSettingsValues);

} // namespace slipway::test

#include "test_settingsvalues.moc"
