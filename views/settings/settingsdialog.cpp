#include "views/settings/settingsdialog.h"

#include "views/settings/accountrows.h"
#include "views/settings/moneysettings.h"
#include "views/settings/settingcontrols.h"
#include "views/settings/settingrow.h"
#include "views/settings/shortcutsrows.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kListHeight = 420;
constexpr std::array kPaces{10, 30, 60, 120, 300, 600, 1800, 3600};

QString paceText(int seconds)
{
    return seconds < 60 ? SettingsDialog::tr("every %n second(s)", nullptr, seconds)
                        : SettingsDialog::tr("every %n minute(s)", nullptr, seconds / 60);
}

template<typename Enum>
QVariant number(Enum value)
{
    return static_cast<int>(value);
}

/// The whole row of what has the keyboard: the area itself does not see who comes in from outside, and shows no more
/// than the control. Nothing moves below a button of the mouse that is held: it would be released over something else,
/// and the click be none.
void showRowOf(QWidget* focused, QScrollArea& area)
{
    if (!focused || !area.widget()->isAncestorOf(focused) || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    QWidget* row = focused;
    while (row->parentWidget() != area.widget())
        row = row->parentWidget();
    area.ensureWidgetVisible(row, 0, 0);
}

} // namespace

SettingsDialog::SettingsDialog(const UserSettings& settings, const SettingsGround& ground, QWidget* parent)
    : Dialog(tr("Settings"), parent)
    , m_search(new QLineEdit(this))
    , m_area(new QScrollArea(this))
    , m_list(new QWidget(this))
    , m_rows(new QVBoxLayout(m_list))
    , m_nothing(new QLabel(tr("No setting has these words."), this))
    , m_controls(new SettingControls(m_list))
    , m_keyboard([this](QWidget* now) { showRowOf(now, *m_area); })
{
    connect(m_controls, &SettingControls::changeRequested, this, &SettingsDialog::changeRequested);
    addAppearance();
    addStart();
    addAccounts();
    addRefresh();
    addMoney();
    addNotifications();
    addLogging();
    addShortcuts(ground.actions);
    layOut();
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::showMatching);
    setSettings(settings, ground);
    showMatching();
    m_search->setFocus();
}

void SettingsDialog::layOut()
{
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_rows->setContentsMargins(12, 4, 16, 12);
    m_rows->setSpacing(2);
    m_rows->addWidget(m_nothing);
    m_rows->addStretch(1);
    m_area->setWidget(m_list);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // its rows take the keyboard, and it scrolls to them
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFixedHeight(kListHeight);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    m_list->setBackgroundRole(QPalette::Base);
    body().addWidget(m_search);
    body().addWidget(framed(m_area, this));
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    foot().addWidget(close);
    connect(close, &QPushButton::clicked, this, &SettingsDialog::accept);
}

void SettingsDialog::addSection(const QString& title)
{
    auto* heading = new QLabel(title, m_list);
    setTextRole(*heading, TextRole::CardHeader);
    heading->setContentsMargins(0, 10, 0, 2);
    m_rows->addWidget(heading);
    m_sections.push_back({title, heading, {}});
}

SettingRow* SettingsDialog::addRow(const QString& title, const QString& sentence, QWidget* control)
{
    auto* row = new SettingRow(title, sentence, control, m_list);
    takeRows({row});
    return row;
}

void SettingsDialog::takeRows(const QList<SettingRow*>& rows)
{
    for (auto* row : rows) {
        m_rows->addWidget(row);
        m_sections.back().rows.append(row);
    }
}

void SettingsDialog::addAppearance()
{
    addSection(tr("Appearance"));
    addRow(tr("Theme"), tr("Light or dark colours, or what the system has."),
           m_controls->makeChoice({{{tr("System"), number(ThemeChoice::System)},
                                    {tr("Light"), number(ThemeChoice::Light)},
                                    {tr("Dark"), number(ThemeChoice::Dark)},
                                    {tr("High contrast"), number(ThemeChoice::HighContrast)}},
                                   [](const UserSettings& settings) { return number(settings.appearance.theme); },
                                   [](UserSettings& settings, const QVariant& theme) {
                                       settings.appearance.theme = static_cast<ThemeChoice>(theme.toInt());
                                   }}))
        ->setSynonyms(tr("colours colors appearance night mode accessibility"));
    addRow(tr("Language"), tr("Counts from the next start."),
           m_controls->makeChoice({{{tr("System"), QString()}, {u"English"_s, u"en"_s}, {u"Deutsch"_s, u"de"_s}},
                                   [](const UserSettings& settings) { return settings.appearance.language; },
                                   [](UserSettings& settings, const QVariant& language) {
                                       settings.appearance.language = language.toString();
                                   }}))
        ->setSynonyms(tr("translation English German"));
    addRow(tr("Text size"), tr("As the desktop's font, or as large as you choose."),
           m_controls->makeChoice(
               {{{tr("System"), 0},
                 {tr("%1 %").arg(100), 100},
                 {tr("%1 %").arg(110), 110},
                 {tr("%1 %").arg(125), 125},
                 {tr("%1 %").arg(150), 150}},
                [](const UserSettings& settings) { return settings.appearance.textPercent.value_or(0); },
                [](UserSettings& settings, const QVariant& percent) {
                    settings.appearance.textPercent =
                        percent.toInt() > 0 ? std::optional(percent.toInt()) : std::nullopt;
                },
                [](const QVariant& percent) { return tr("%1 %").arg(percent.toInt()); }}))
        ->setSynonyms(tr("font zoom scale accessibility"));
}

void SettingsDialog::addStart()
{
    addSection(tr("Start"));
    const auto get = [](const UserSettings& settings) {
        return settings.startRole ? number(*settings.startRole) : QVariant(-1);
    };
    const auto set = [](UserSettings& settings, const QVariant& role) {
        settings.startRole = role.toInt() < 0 ? std::nullopt : std::optional(static_cast<StartRole>(role.toInt()));
    };
    m_start = addRow(tr("The window begins"), {},
                     m_controls->makeChoice({{{tr("where it was left"), -1},
                                              {tr("for a lead"), number(StartRole::Lead)},
                                              {tr("for an engineer"), number(StartRole::Engineer)},
                                              {tr("for a manager"), number(StartRole::Manager)}},
                                             get,
                                             set}));
}

void SettingsDialog::addAccounts()
{
    addSection(tr("Accounts"));
    m_accountSection = m_sections.size() - 1;
    m_accounts = new AccountRows(m_list);
    connect(m_accounts, &AccountRows::rowAdded, this, &SettingsDialog::insertAccountRow);
    connect(m_accounts, &AccountRows::rowRemoved, this, [this](SettingRow* row) {
        row->hide();
        m_sections[m_accountSection].rows.removeAll(row);
    });
    connect(m_accounts, &AccountRows::defaultRequested, this, &SettingsDialog::defaultAccountRequested);
    connect(m_accounts, &AccountRows::removeRequested, this, &SettingsDialog::removeAccountRequested);
    const auto makeButton = [this](const QString& text, void (SettingsDialog::*wish)()) {
        auto* button = new QPushButton(text, m_list);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, wish);
        return button;
    };
    addRow(tr("Add an account"), tr("With a token of GitHub or GitHub Enterprise."),
           makeButton(tr("Add account…"), &SettingsDialog::addAccountRequested));
    addRow(tr("Accounts and tokens"), tr("Rename accounts, check their tokens, make them read-only."),
           makeButton(tr("Manage accounts…"), &SettingsDialog::manageAccountsRequested));
}

/// Above the buttons of their section.
void SettingsDialog::insertAccountRow(SettingRow* row)
{
    constexpr qsizetype kButtons = 2;
    auto& section = m_sections[m_accountSection];
    const qsizetype place = section.rows.size() - kButtons;
    m_rows->insertWidget(m_rows->indexOf(section.rows[place]), row);
    section.rows.insert(place, row);
}

QComboBox* SettingsDialog::makePaces(std::chrono::seconds RefreshSettings::* member)
{
    ChoiceSetting setting{{},
                          [member](const UserSettings& settings) {
                              return QVariant(static_cast<int>((settings.refresh.*member).count()));
                          },
                          [member](UserSettings& settings, const QVariant& pace) {
                              settings.refresh.*member = std::chrono::seconds(pace.toInt());
                          },
                          [](const QVariant& pace) { return paceText(pace.toInt()); }};
    for (const int pace : kPaces)
        setting.offered.append({paceText(pace), pace});
    return m_controls->makeChoice(std::move(setting));
}

void SettingsDialog::addRefresh()
{
    addSection(tr("Refresh"));
    addRow(tr("Read by itself"), tr("Otherwise only when you refresh."),
           m_controls->makeCheck([](UserSettings& settings) -> bool& { return settings.refresh.isAutomatic; }))
        ->setSynonyms(tr("automatic update polling"));
    m_active = makePaces(&RefreshSettings::active);
    addRow(tr("While the window is used"), tr("More often while something changes, more slowly near GitHub's limit."),
           m_active);
    m_inBackground =
        m_controls->makeCheck([](UserSettings& settings) -> bool& { return settings.refresh.isInBackground; });
    addRow(tr("Also in the background"), tr("While the window is seen and another is used."), m_inBackground);
    m_background = makePaces(&RefreshSettings::background);
    addRow(tr("In the background"), {}, m_background);
}

void SettingsDialog::addMoney()
{
    addSection(tr("Budgets and prices"));
    m_money = new TextRows(moneySettings(), m_list);
    connect(m_money, &TextRows::changeRequested, this, &SettingsDialog::changeRequested);
    takeRows(m_money->rows());
}

void SettingsDialog::addNotifications()
{
    addSection(tr("Notifications"));
    addRow(tr("Tell through the desktop"), tr("While the window is not looked at."),
           m_controls->makeCheck([](UserSettings& settings) -> bool& { return settings.notifications.isOn; }))
        ->setSynonyms(tr("messages alerts pop-ups"));
    m_told = {
        m_controls->makeCheck([](UserSettings& settings) -> bool& { return settings.notifications.isFailureTold; }),
        m_controls->makeCheck([](UserSettings& settings) -> bool& { return settings.notifications.isEndTold; }),
        m_controls->makeCheck([](UserSettings& settings) -> bool& { return settings.notifications.isLimitTold; })};
    addRow(tr("What went wrong"), tr("A reading, or something else you started."), m_told[0]);
    addRow(tr("What is done"), tr("If it took longer than ten seconds."), m_told[1]);
    addRow(tr("GitHub's limit"), tr("When it is used up, and until when."), m_told[2]);
    m_tray = addRow(tr("Icon in the tray"), {},
                    m_controls->makeCheck([](UserSettings& settings) -> bool& { return settings.isTrayShown; }));
}

void SettingsDialog::addLogging()
{
    addSection(tr("Logging"));
    addRow(tr("What is logged"), tr("And whatever is more severe. Tokens never are."),
           m_controls->makeChoice({{{tr("Everything"), number(LogDetail::Debug)},
                                    {tr("Information"), number(LogDetail::Info)},
                                    {tr("Warnings"), number(LogDetail::Warning)},
                                    {tr("Errors"), number(LogDetail::Error)}},
                                   [](const UserSettings& settings) { return number(settings.logDetail); },
                                   [](UserSettings& settings, const QVariant& detail) {
                                       settings.logDetail = static_cast<LogDetail>(detail.toInt());
                                   }}))
        ->setSynonyms(tr("log level debug verbose"));
}

void SettingsDialog::addShortcuts(const std::vector<ActionKeys>& actions)
{
    addSection(tr("Shortcuts"));
    auto* all = new QPushButton(tr("All usual keys"), m_list);
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this,
            [this] { Q_EMIT changeRequested([](UserSettings& settings) { settings.shortcuts.clear(); }); });
    addRow(tr("Reset all shortcuts"), tr("Press the new keys in an action's field; the cross takes them away."), all);
    m_shortcuts = new ShortcutsRows(actions, m_list);
    takeRows(m_shortcuts->rows());
    connect(m_shortcuts, &ShortcutsRows::keysSet, this, [this](const QString& id, const QStringList& keys) {
        Q_EMIT changeRequested([id, keys](UserSettings& settings) { settings.shortcuts[id] = keys; });
    });
    connect(m_shortcuts, &ShortcutsRows::usualKeysWanted, this, [this](const QString& id) {
        Q_EMIT changeRequested([id](UserSettings& settings) { settings.shortcuts.erase(id); });
    });
}

void SettingsDialog::setSettings(const UserSettings& settings, const SettingsGround& ground)
{
    m_controls->show(settings);
    m_active->setEnabled(settings.refresh.isAutomatic);
    m_inBackground->setEnabled(settings.refresh.isAutomatic);
    m_background->setEnabled(settings.refresh.isAutomatic && settings.refresh.isInBackground);
    for (auto* kind : std::as_const(m_told))
        kind->setEnabled(settings.notifications.isOn);
    m_money->setSettings(settings);
    m_accounts->setAccounts(ground.accounts);
    m_shortcuts->setActions(ground.actions);
    showStart(settings, ground);
}

void SettingsDialog::showStart(const UserSettings& settings, const SettingsGround& ground)
{
    if (settings.startRole)
        m_start->setSentence(
            tr("On %1, unless a link names another page.").arg(ground.startPages.at(*settings.startRole)));
    else
        m_start->setSentence(tr("On the page seen last, unless a link names another."));
    m_tray->setSentence(ground.hasTray
                            ? tr("Shows whether something is read or went wrong. The window does all it does.")
                            : tr("This desktop has no tray now: the icon is shown once there is one."));
}

void SettingsDialog::showMatching()
{
    const QStringList words = m_search->text().simplified().split(u' ', Qt::SkipEmptyParts);
    bool isAny = false;
    for (const auto& section : m_sections) {
        bool isShown = false;
        for (auto* row : section.rows) {
            row->setVisible(row->matches(words, section.title));
            isShown = isShown || !row->isHidden();
        }
        section.heading->setVisible(isShown);
        isAny = isAny || isShown;
    }
    m_nothing->setVisible(!isAny);
}

QStringList SettingsDialog::shownSettings() const
{
    QStringList shown;
    for (const auto& section : m_sections)
        for (const auto* row : section.rows)
            if (!row->isHidden())
                shown.append(section.title + u": "_s + row->title());
    return shown;
}

} // namespace slipway
