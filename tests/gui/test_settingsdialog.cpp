#include "accounts/memorysecrets.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/settingsbinding.h"
#include "app/dashboard/settingsdesk.h"
#include "gui/windowfixture.h"
#include "log/log.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/palette/commandfield.h"
#include "views/settings/settingrow.h"
#include "views/settings/settingsdialog.h"
#include "views/settings/shortcutsrows.h"
#include "views/shell/sidebar.h"
#include "views/shell/topbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Ctrl+, in the real window.
class TestSettingsDialog final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { close(); }
    void conflictsNameTheOthers();
    void everySettingIsFoundByItsWords();
    void choicesCountAtOnceAndAreKept();
    void shortcutIsChangedByPressingIt();
    void conflictIsShownOnBothAndReset();
    void accountsAreOpenedFromThere();
    void accountsAreListedOrderedAndRemoved();
    void budgetsAreTypedAndRefusedWithASentence();
    void theStartIsChosenByRole();
    void notificationsAndTrayAreChosen();
    void everythingIsReachedByTab();
    void nothingIsClipped_data();
    void nothingIsClipped();

private:
    void open();
    void close();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &m_fixture->window, key, modifiers);
    }
    SettingsDialog* openDialog()
    {
        press(Qt::Key_Comma, Qt::ControlModifier);
        auto* dialog = m_fixture->window.findChild<SettingsDialog*>();
        if (!dialog || !eventually([dialog] { return dialog->search().hasFocus(); }))
            return nullptr;
        return dialog;
    }
    template<typename Control>
    static Control* control(const SettingsDialog& dialog, const QString& name)
    {
        for (auto* found : dialog.findChildren<Control*>())
            if (found->accessibleName() == name)
                return found;
        return nullptr;
    }
    static SettingRow* rowOf(const SettingsDialog& dialog, const QString& title)
    {
        for (auto* row : dialog.findChildren<SettingRow*>())
            if (row->title() == title)
                return row;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<Log> m_log;
    MemorySecrets m_secrets;
    std::unique_ptr<AccountDesk> m_accounts;
    std::unique_ptr<SettingsDesk> m_desk;
    std::unique_ptr<SettingsBinding> m_binding;
};

void TestSettingsDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestSettingsDialog::open()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    m_session = std::make_unique<DashboardSession>(m_fixture->operations);
    m_log = std::make_unique<Log>(LogOptions());
    Target base;
    base.dataFolder = m_folder->path();
    m_accounts = std::make_unique<AccountDesk>(m_secrets, base);
    m_accounts->load();
    SettingsFile file(m_folder->path());
    const auto loaded = file.load();
    m_desk = std::make_unique<SettingsDesk>(std::move(file), loaded);
    m_binding = std::make_unique<SettingsBinding>(*m_desk, m_fixture->window, *m_session, *m_accounts, *m_log);
    m_binding->start({});
    QVERIFY(m_fixture->show());
    m_fixture->window.setInventory(inventoryFrom(shownOrganisation()));
    m_fixture->window.setState(PageState::ready());
    m_fixture->window.inventoryPage().tree().setFocus();
}

void TestSettingsDialog::close()
{
    m_binding.reset();
    m_desk.reset();
    if (m_accounts && !m_accounts->isIdle())
        QVERIFY(eventually([this] { return m_accounts->isIdle(); }));
    m_accounts.reset();
    m_log.reset();
    m_session.reset();
    m_fixture.reset();
}

void TestSettingsDialog::conflictsNameTheOthers()
{
    const auto conflicts = shortcutConflicts({{u"a"_s, u"Anchor"_s, {u"F5"_s, u"Ctrl+R"_s}, {}},
                                              {u"b"_s, u"Buoy"_s, {u"F6"_s}, {}},
                                              {u"c"_s, u"Crane"_s, {u"Ctrl+R"_s}, {}},
                                              {u"d"_s, u"Dock"_s, {u"Ctrl+R"_s}, {}},
                                              {u"e"_s, u"Ebb"_s, {}, {}}});
    const std::vector<QStringList> expected{
        {u"Crane"_s, u"Dock"_s}, {}, {u"Anchor"_s, u"Dock"_s}, {u"Anchor"_s, u"Crane"_s}, {}};
    QVERIFY(conflicts == expected);
}

void TestSettingsDialog::everySettingIsFoundByItsWords()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    const QStringList all = dialog->shownSettings();
    QVERIFY(all.size() > 20);
    for (const auto& setting : all) {
        dialog->search().clear();
        QTest::keyClicks(&dialog->search(), setting.section(u": "_s, 1).remove(u'…').toLower());
        QVERIFY2(dialog->shownSettings().contains(setting), qPrintable(setting));
        QVERIFY(dialog->shownSettings().size() < all.size());
    }
    dialog->search().clear();
    QTest::keyClicks(&dialog->search(), u"tokens never"_s); // from the sentence
    QCOMPARE(dialog->shownSettings(), QStringList{u"Logging: What is logged"_s});
    QTest::keyClicks(&dialog->search(), u" moonlight"_s);
    QCOMPARE(dialog->shownSettings(), QStringList{});
}

void TestSettingsDialog::choicesCountAtOnceAndAreKept()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* theme = control<QComboBox>(*dialog, u"Theme"_s);
    theme->setFocus();
    press(Qt::Key_D); // Dark
    QVERIFY(m_fixture->theme.isDark());
    auto* automatic = control<QCheckBox>(*dialog, u"Read by itself"_s);
    automatic->setFocus();
    press(Qt::Key_Space);
    QVERIFY(!control<QComboBox>(*dialog, u"While the window is used"_s)->isEnabled());
    auto* logged = control<QComboBox>(*dialog, u"What is logged"_s);
    logged->setFocus();
    press(Qt::Key_Home); // Everything
    press(Qt::Key_Escape);
    close();
    open();
    QVERIFY(m_fixture->theme.isDark());
    QVERIFY(!m_desk->settings().refresh.isAutomatic);
    QCOMPARE(m_desk->settings().logDetail, LogDetail::Debug);
    // What is chosen elsewhere is shown.
    dialog = openDialog();
    QVERIFY(dialog);
    QCOMPARE(control<QComboBox>(*dialog, u"Theme"_s)->currentText(), u"Dark"_s);
    m_fixture->theme.setMode(ThemeMode::Light);
    QCOMPARE(control<QComboBox>(*dialog, u"Theme"_s)->currentText(), u"Light"_s);
}

void TestSettingsDialog::shortcutIsChangedByPressingIt()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* field = dialog->shortcuts().fieldOf(u"collapse-sidebar"_s);
    QVERIFY(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_F8);
    QCOMPARE(m_desk->settings().shortcuts.at(u"collapse-sidebar"_s), QStringList{u"F8"_s});
    field = dialog->shortcuts().fieldOf(u"search"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_P, Qt::ControlModifier);
    dialog->reject();
    QCOMPARE(m_fixture->window.topBar().commandField().toolTip(), u"Search or run a command (Ctrl+P)"_s);
    // Every tooltip names the keys that count now.
    const auto hint = [this](const QString& begin) {
        for (const auto* widget : m_fixture->window.findChildren<QWidget*>())
            if (widget->toolTip().startsWith(begin))
                return widget->toolTip();
        return QString();
    };
    QVERIFY(eventually([&] { return hint(u"Collapse sidebar"_s) == u"Collapse sidebar (F8)"_s; }));
    QCOMPARE(hint(u"Refresh"_s), u"Refresh (F5)"_s);
    m_desk->change([](UserSettings& settings) { settings.shortcuts[u"refresh"_s] = {}; });
    QVERIFY(eventually([&] { return hint(u"Refresh"_s) == u"Refresh"_s; }));
    close();
    open();
    press(Qt::Key_F8);
    QVERIFY(eventually([this] { return m_fixture->window.sidebar().isCollapsed(); }));
    press(Qt::Key_B, Qt::ControlModifier); // no longer
    QVERIFY(m_fixture->window.sidebar().isCollapsed());
}

void TestSettingsDialog::conflictIsShownOnBothAndReset()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* field = dialog->shortcuts().fieldOf(u"log"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_R, Qt::ControlModifier); // Refresh has it, second after F5
    QVERIFY(rowOf(*dialog, u"Show or hide the log"_s)->sentence().startsWith(u"Refresh has the same keys"_s));
    QVERIFY(rowOf(*dialog, u"Refresh"_s)->sentence().startsWith(u"Show or hide the log has the same keys"_s));
    auto* reset = control<QAbstractButton>(*dialog, u"Usual keys of Show or hide the log"_s);
    QVERIFY(reset->isEnabled());
    reset->click();
    QCOMPARE(rowOf(*dialog, u"Show or hide the log"_s)->sentence(), QString());
    QCOMPARE(rowOf(*dialog, u"Refresh"_s)->sentence(), u"also Ctrl+R"_s);
    QVERIFY(!reset->isEnabled());
    QVERIFY(m_desk->settings().shortcuts.empty());
    for (const auto& id : {u"log"_s, u"refresh"_s}) {
        field = dialog->shortcuts().fieldOf(id);
        field->clear();
        QCOMPARE(m_desk->settings().shortcuts.at(id), QStringList());
    }
    control<QPushButton>(*dialog, u"Reset all shortcuts"_s)->click();
    QVERIFY(m_desk->settings().shortcuts.empty());
    QCOMPARE(field->keySequence(), QKeySequence(Qt::Key_F5));
}

void TestSettingsDialog::accountsAreOpenedFromThere()
{
    QSignalSpy wanted(&m_fixture->window, &MainWindow::manageAccountsRequested);
    auto* dialog = openDialog();
    QVERIFY(dialog);
    control<QPushButton>(*dialog, u"Accounts and tokens"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!dialog->isVisible());
}

void TestSettingsDialog::accountsAreListedOrderedAndRemoved()
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

void TestSettingsDialog::budgetsAreTypedAndRefusedWithASentence()
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
    QCOMPARE(type(u"Storage budget"_s, u"a lot"_s),
             u"Expected a number of GiB above 0, such as 20, or nothing for no budget."_s);
    QVERIFY(dialog->isVisible());
    QCOMPARE(m_desk->settings().budgets.storage, std::nullopt);
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

void TestSettingsDialog::theStartIsChosenByRole()
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

void TestSettingsDialog::notificationsAndTrayAreChosen()
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

void TestSettingsDialog::everythingIsReachedByTab()
{
    auto* dialog = openDialog();
    QVERIFY(dialog);
    QSet<QWidget*> reached;
    for (int i = 0; i < 200 && !reached.contains(QApplication::focusWidget()); ++i) {
        reached.insert(QApplication::focusWidget());
        press(Qt::Key_Tab);
    }
    for (auto* widget : dialog->findChildren<QWidget*>()) {
        const bool isPart = widget->focusProxy() || qobject_cast<QKeySequenceEdit*>(widget->parentWidget());
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !isPart)
            QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
    }
    QCOMPARE(namelessWidgets(*dialog), QStringList{});
}

void TestSettingsDialog::nothingIsClipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::newRow("en") << u"en"_s << false;
    QTest::newRow("de") << u"de"_s << true;
}

/// SLIPWAY_TEST_PICTURES names a folder for what was seen.
void TestSettingsDialog::nothingIsClipped()
{
    QFETCH(const QString, language);
    QFETCH(const bool, isDark);
    close();
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/slipway_"_s + language));
    QCoreApplication::installTranslator(&translator);
    open();
    m_fixture->theme.setMode(isDark ? ThemeMode::Dark : ThemeMode::Light);
    m_fixture->window.resize(1180, 720);
    auto* dialog = openDialog();
    QVERIFY(dialog);
    auto* field = dialog->shortcuts().fieldOf(u"log"_s);
    QTest::keyClick(field, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(eventually([dialog] { return dialog->height() <= 640; }));
    QVERIFY2(clippedTexts(*dialog).isEmpty(), qPrintable(clippedTexts(*dialog).join(u'|')));
    if (const QString folder = qEnvironmentVariable("SLIPWAY_TEST_PICTURES"); !folder.isEmpty()) {
        QVERIFY(dialog->grab().save(folder + u"/settings-%1.png"_s.arg(language)));
        for (const auto& typed : {u"log"_s, u"protok"_s, u"pri"_s, u"pre"_s, u"tray"_s, u"kont"_s, u"account"_s}) {
            dialog->search().setText(typed);
            QCoreApplication::processEvents();
            QVERIFY(dialog->grab().save(folder + u"/settings-%1-%2.png"_s.arg(language, typed)));
        }
    }
    QCoreApplication::removeTranslator(&translator);
}

SLIPWAY_TEST_SUITE(TestSettingsDialog);

} // namespace slipway::test

#include "test_settingsdialog.moc"
