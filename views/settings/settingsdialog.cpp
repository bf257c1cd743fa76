#include "views/settings/settingsdialog.h"

#include "views/settings/settingrow.h"
#include "views/settings/shortcutsrows.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kListHeight = 420;
constexpr int kChoiceWidth = 170;
constexpr std::array kPaces{10, 30, 60, 120, 300, 600, 1800, 3600};

QString paceText(qint64 seconds)
{
    if (seconds < 60)
        return SettingsDialog::tr("every %n second(s)", nullptr, static_cast<int>(seconds));
    return SettingsDialog::tr("every %n minute(s)", nullptr, static_cast<int>(seconds / 60));
}

/// Chooses the entry with this value without telling anybody; one that is not offered is added.
void choose(QComboBox& box, const QVariant& value, const QString& text = {})
{
    const QSignalBlocker blocker(&box);
    if (box.findData(value) < 0)
        box.addItem(text.isEmpty() ? value.toString() : text, value);
    box.setCurrentIndex(box.findData(value));
}

QComboBox* makeChoice(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setFixedWidth(kChoiceWidth);
    return box;
}

} // namespace

SettingsDialog::SettingsDialog(const UserSettings& settings, const std::vector<ActionKeys>& actions, QWidget* parent)
    : Dialog(tr("Settings"), parent)
    , m_search(new QLineEdit(this))
    , m_area(new QScrollArea(this))
    , m_list(new QWidget(this))
    , m_nothing(new QLabel(tr("No setting has these words."), this))
{
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setTextMargins(6, 0, 0, 0);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(12, 4, 16, 12);
    layout->setSpacing(2);
    addAppearance();
    addAccounts();
    addRefresh();
    addLogging();
    addShortcuts(actions);
    layout->addWidget(m_nothing);
    layout->addStretch(1);
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
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::showMatching);
    setSettings(settings, actions);
    showMatching();
    m_search->setFocus();
}

void SettingsDialog::addSection(const QString& title)
{
    auto* heading = new QLabel(title, m_list);
    setTextRole(*heading, TextRole::CardHeader);
    heading->setContentsMargins(0, 10, 0, 2);
    m_list->layout()->addWidget(heading);
    m_sections.push_back({title, heading, {}});
}

void SettingsDialog::addRow(const QString& title, const QString& sentence, QWidget* control)
{
    auto* row = new SettingRow(title, sentence, control, m_list);
    m_list->layout()->addWidget(row);
    m_sections.back().rows.append(row);
}

void SettingsDialog::addAppearance()
{
    addSection(tr("Appearance"));
    m_theme = makeChoice(m_list);
    m_theme->addItem(tr("System"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    connect(m_theme, &QComboBox::currentIndexChanged, this, [this] {
        const auto theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
        Q_EMIT changeRequested([theme](UserSettings& settings) { settings.appearance.theme = theme; });
    });
    addRow(tr("Theme"), tr("Light or dark colours, or what the system has."), m_theme);
    m_language = makeChoice(m_list);
    m_language->addItem(tr("System"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        const QString language = m_language->currentData().toString();
        Q_EMIT changeRequested([language](UserSettings& settings) { settings.appearance.language = language; });
    });
    addRow(tr("Language"), tr("Counts from the next start."), m_language);
}

void SettingsDialog::addAccounts()
{
    addSection(tr("Accounts"));
    auto* manage = new QPushButton(tr("Manage accounts…"), m_list);
    manage->setAutoDefault(false);
    connect(manage, &QPushButton::clicked, this, &SettingsDialog::manageAccountsRequested);
    addRow(tr("Accounts and tokens"), tr("Add, rename, check and remove accounts."), manage);
}

QComboBox* SettingsDialog::makePaces(std::chrono::seconds RefreshSettings::* member)
{
    auto* box = makeChoice(m_list);
    for (const int pace : kPaces)
        box->addItem(paceText(pace), pace);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, member] {
        const std::chrono::seconds pace(box->currentData().toInt());
        Q_EMIT changeRequested([member, pace](UserSettings& settings) { settings.refresh.*member = pace; });
    });
    return box;
}

void SettingsDialog::addRefresh()
{
    addSection(tr("Refresh"));
    m_automatic = new QCheckBox(m_list);
    connect(m_automatic, &QCheckBox::toggled, this, [this](bool isOn) {
        Q_EMIT changeRequested([isOn](UserSettings& settings) { settings.refresh.isAutomatic = isOn; });
    });
    addRow(tr("Read by itself"), tr("Otherwise only when you refresh."), m_automatic);
    m_active = makePaces(&RefreshSettings::active);
    addRow(tr("While the window is used"), tr("More often while something changes, more slowly near GitHub's limit."),
           m_active);
    m_inBackground = new QCheckBox(m_list);
    connect(m_inBackground, &QCheckBox::toggled, this, [this](bool isOn) {
        Q_EMIT changeRequested([isOn](UserSettings& settings) { settings.refresh.isInBackground = isOn; });
    });
    addRow(tr("Also in the background"), tr("While the window is seen and another is used."), m_inBackground);
    m_background = makePaces(&RefreshSettings::background);
    addRow(tr("In the background"), {}, m_background);
}

void SettingsDialog::addLogging()
{
    addSection(tr("Logging"));
    m_logDetail = makeChoice(m_list);
    m_logDetail->addItem(tr("Everything"), static_cast<int>(LogDetail::Debug));
    m_logDetail->addItem(tr("Information"), static_cast<int>(LogDetail::Info));
    m_logDetail->addItem(tr("Warnings"), static_cast<int>(LogDetail::Warning));
    m_logDetail->addItem(tr("Errors"), static_cast<int>(LogDetail::Error));
    connect(m_logDetail, &QComboBox::currentIndexChanged, this, [this] {
        const auto detail = static_cast<LogDetail>(m_logDetail->currentData().toInt());
        Q_EMIT changeRequested([detail](UserSettings& settings) { settings.logDetail = detail; });
    });
    addRow(tr("What is logged"), tr("And whatever is more severe. Tokens never are."), m_logDetail);
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
    const auto rows = m_shortcuts->rows();
    for (auto* row : rows) {
        m_list->layout()->addWidget(row);
        m_sections.back().rows.append(row);
    }
    connect(m_shortcuts, &ShortcutsRows::keysSet, this, [this](const QString& id, const QStringList& keys) {
        Q_EMIT changeRequested([id, keys](UserSettings& settings) { settings.shortcuts[id] = keys; });
    });
    connect(m_shortcuts, &ShortcutsRows::usualKeysWanted, this, [this](const QString& id) {
        Q_EMIT changeRequested([id](UserSettings& settings) { settings.shortcuts.erase(id); });
    });
}

void SettingsDialog::setSettings(const UserSettings& settings, const std::vector<ActionKeys>& actions)
{
    choose(*m_theme, static_cast<int>(settings.appearance.theme));
    choose(*m_language, settings.appearance.language);
    const auto& refresh = settings.refresh;
    choose(*m_active, static_cast<int>(refresh.active.count()), paceText(refresh.active.count()));
    choose(*m_background, static_cast<int>(refresh.background.count()), paceText(refresh.background.count()));
    choose(*m_logDetail, static_cast<int>(settings.logDetail));
    const QSignalBlocker automatic(m_automatic);
    const QSignalBlocker inBackground(m_inBackground);
    m_automatic->setChecked(refresh.isAutomatic);
    m_inBackground->setChecked(refresh.isInBackground);
    m_active->setEnabled(refresh.isAutomatic);
    m_inBackground->setEnabled(refresh.isAutomatic);
    m_background->setEnabled(refresh.isAutomatic && refresh.isInBackground);
    m_shortcuts->setActions(actions);
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
