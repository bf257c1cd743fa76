#pragma once

#include "app/session/target.h"
#include "core/error.h"

#include <QObject>

#include <optional>

namespace slipway
{

class DashboardSession;
class MainWindow;

/// Joins a window to the session that reads for it: values in, wishes out. Decides nothing but which state words a page
/// shows.
class WindowBinding final : public QObject
{
    Q_OBJECT

public:
    WindowBinding(MainWindow& window, DashboardSession& session, Target first, QObject* parent = nullptr);

    /// Opens the first target.
    void start();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showEnd(const std::optional<Error>& error);
    void showTarget(const Target& target);
    void chooseOwner(const QString& owner);
    void connectSession();
    void connectWindow();

    MainWindow& m_window;
    DashboardSession& m_session;
    Target m_first;
    QDateTime m_checkedAt;
    bool m_hasInventory = false;
    bool m_isOffline = false;
};

} // namespace slipway
