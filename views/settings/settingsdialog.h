#pragma once

#include "settings/usersettings.h"
#include "views/settings/shortcuts.h"
#include "views/widgets/dialog.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace slipway
{

class SettingRow;
class ShortcutsRows;

/// Everything that can be set, in one list with headings; words typed above leave only what has them. Each change
/// counts at once.
class SettingsDialog final : public Dialog
{
    Q_OBJECT
public:
    SettingsDialog(const UserSettings& settings, const std::vector<ActionKeys>& actions, QWidget* parent);

    /// What counts now: after a change, or when another part of the window made one.
    void setSettings(const UserSettings& settings, const std::vector<ActionKeys>& actions);

    [[nodiscard]] QLineEdit& search() { return *m_search; }
    [[nodiscard]] ShortcutsRows& shortcuts() { return *m_shortcuts; }
    /// Titles of the settings in sight, section by section.
    [[nodiscard]] QStringList shownSettings() const;

Q_SIGNALS:
    void changeRequested(const std::function<void(slipway::UserSettings&)>& change);
    void manageAccountsRequested();

private:
    struct Section {
        QString title;
        QLabel* heading;
        QList<SettingRow*> rows;
    };

    void addSection(const QString& title);
    void addRow(const QString& title, const QString& sentence, QWidget* control);
    void addAppearance();
    void addAccounts();
    void addRefresh();
    void addShortcuts(const std::vector<ActionKeys>& actions);
    void addLogging();
    QComboBox* makePaces(std::chrono::seconds RefreshSettings::* member);
    void showMatching();

    QLineEdit* m_search;
    QScrollArea* m_area;
    QWidget* m_list;
    QLabel* m_nothing;
    std::vector<Section> m_sections;
    QComboBox* m_theme = nullptr;
    QComboBox* m_language = nullptr;
    QCheckBox* m_automatic = nullptr;
    QComboBox* m_active = nullptr;
    QCheckBox* m_inBackground = nullptr;
    QComboBox* m_background = nullptr;
    QComboBox* m_logDetail = nullptr;
    ShortcutsRows* m_shortcuts = nullptr;
};

} // namespace slipway
