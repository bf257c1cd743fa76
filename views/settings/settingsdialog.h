#pragma once

#include "views/settings/settingsground.h"
#include "views/widgets/dialog.h"
#include "views/widgets/focuswatch.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace slipway
{

class AccountRows;
class SettingControls;
class SettingRow;
class ShortcutsRows;
class TextRows;

/// Everything that can be set, in one list with headings; words typed above leave only what has them. Each change
/// counts at once.
class SettingsDialog final : public Dialog
{
    Q_OBJECT
public:
    SettingsDialog(const UserSettings& settings, const SettingsGround& ground, QWidget* parent);

    /// What counts now: after a change, or when another part of the window made one. The actions stay the same.
    void setSettings(const UserSettings& settings, const SettingsGround& ground);

    [[nodiscard]] QLineEdit& search() { return *m_search; }
    [[nodiscard]] ShortcutsRows& shortcuts() { return *m_shortcuts; }
    /// Titles of the settings in sight, section by section.
    [[nodiscard]] QStringList shownSettings() const;

Q_SIGNALS:
    void changeRequested(const std::function<void(slipway::UserSettings&)>& change);
    void addAccountRequested();
    void manageAccountsRequested();
    void defaultAccountRequested(const slipway::Account& account);
    void removeAccountRequested(const slipway::Account& account);

private:
    struct Section {
        QString title;
        QLabel* heading;
        QList<SettingRow*> rows;
    };

    void layOut();
    void addSection(const QString& title);
    SettingRow* addRow(const QString& title, const QString& sentence, QWidget* control);
    void takeRows(const QList<SettingRow*>& rows);
    void addAppearance();
    void addStart();
    void addAccounts();
    void addRefresh();
    void addMoney();
    void addNotifications();
    void addLogging();
    void addShortcuts(const std::vector<ActionKeys>& actions);
    QComboBox* makePaces(std::chrono::seconds RefreshSettings::* member);
    void insertAccountRow(SettingRow* row);
    void showStart(const UserSettings& settings, const SettingsGround& ground);
    void showMatching();

    QLineEdit* m_search;
    QScrollArea* m_area;
    QWidget* m_list;
    QVBoxLayout* m_rows;
    QLabel* m_nothing;
    std::vector<Section> m_sections;
    SettingControls* m_controls;
    AccountRows* m_accounts = nullptr;
    TextRows* m_money = nullptr;
    ShortcutsRows* m_shortcuts = nullptr;
    SettingRow* m_start = nullptr;
    SettingRow* m_tray = nullptr;
    size_t m_accountSection = 0;
    QComboBox* m_active = nullptr;
    QCheckBox* m_inBackground = nullptr;
    QComboBox* m_background = nullptr;
    QList<QCheckBox*> m_told; ///< the kinds of notifications
    FocusWatch m_keyboard;
};

} // namespace slipway
