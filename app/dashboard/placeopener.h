#pragma once

#include "app/session/openrequest.h"
#include "app/session/startrole.h"
#include "app/session/target.h"
#include "core/error.h"

#include <QObject>

namespace slipway
{

class DashboardSession;
class MainWindow;
class WindowBinding;

/// Takes the window to a place: page, owner, package, version. What is not read yet is waited for; what is not there is
/// told in the window.
class PlaceOpener final : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive it.
    PlaceOpener(MainWindow& window, DashboardSession& session, WindowBinding& binding, QObject* parent = nullptr);

    /// Where the window begins unless a place is asked for.
    void setStartRole(StartRoleSource role) { m_role = std::move(role); }
    /// The place to begin at, of the target that is opened first; where it names no page, that of the role.
    void begin(const DeepLink& place);
    /// Says in the window what is wrong with a link.
    void tellWrongLink(const QString& link);
    /// Goes there, and brings the window to the front.
    void open(const OpenRequest& request);

    /// Brings the window to the front; a token lets it there where a desktop wants one.
    void raise(const QString& activationToken);

private:
    void goTo(const DeepLink& place);
    [[nodiscard]] bool hasPage(const QString& id) const;
    void showPage();
    void begunWith(const Target& target);
    /// The file that is wanted, on the Files page.
    void openFile();
    /// Selects what is wanted, if it is in the inventory in sight.
    void select();
    /// After a reading: what it did not bring is not there.
    void giveUp(const std::optional<Error>& error);

    MainWindow& m_window;
    DashboardSession& m_session;
    WindowBinding& m_binding;
    StartRoleSource m_role;
    DeepLink m_wanted; ///< without a package: nothing is waited for
    QString m_page;    ///< in sight once the target is opened, whatever was there when it was left
    bool m_isOpening = true;
};

} // namespace slipway
