#pragma once

#include "core/error.h"
#include "net/pause.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <memory>

namespace slipway
{

class DashboardSession;
class MainWindow;

/// An icon in the desktop's tray: how reading goes, by sign and words, and a menu with what a person wants from afar.
/// All of it is in the window too. Not shown unless asked for.
class TrayIcon final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it. The window has its actions by now.
    TrayIcon(MainWindow& window, DashboardSession& session, QObject* parent = nullptr);

    /// On a desktop without a tray it is shown once there is one.
    void setShown(bool isShown);
    [[nodiscard]] bool isShown() const { return m_icon.isVisible(); }
    /// "northquay: reading".
    [[nodiscard]] QString text() const { return m_icon.toolTip(); }
    [[nodiscard]] QIcon icon() const { return m_icon.icon(); }
    [[nodiscard]] QMenu& menu() { return *m_menu; }

Q_SIGNALS:
    /// The window is wanted in front.
    void windowRequested();

private:
    enum class State { Ready, Reading, Failed, Paused };

    void showEnd(const std::optional<Error>& error);
    void show();
    void show(State state, const QString& sentence);
    [[nodiscard]] QIcon iconOf(State state) const;

    MainWindow& m_window;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_icon;
    QString m_owner;
    QDateTime m_checkedAt; ///< what is in sight is as old; invalid: there is nothing
    std::optional<QDateTime> m_limitedUntil;
    bool m_isReading = false;
    bool m_hasFailed = false;
};

} // namespace slipway
