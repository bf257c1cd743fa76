#pragma once

#include "app/dashboard/accountdialogs.h"
#include "app/dashboard/cleanupbinding.h"
#include "app/dashboard/filesbinding.h"
#include "app/dashboard/policybinding.h"
#include "app/dashboard/proposalbinding.h"
#include "app/session/target.h"
#include "core/error.h"
#include "views/shell/ownerchoice.h"

#include <QObject>

#include <optional>

namespace slipway
{

class AccountDesk;
class DashboardSession;
class MainWindow;
class Operation;

/// Joins a window to the session that reads for it: values in, wishes out. Decides nothing but which state words a page
/// shows.
class WindowBinding final : public QObject
{
    Q_OBJECT

public:
    WindowBinding(MainWindow& window, DashboardSession& session, AccountDesk& desk, Target first,
                  QObject* parent = nullptr);

    /// Opens the first target.
    void start();
    /// The owner that is chosen, whether it is opened yet or not.
    [[nodiscard]] const OwnerChoice& choice() const { return m_choice; }
    /// Whether something of the owner in sight was read.
    [[nodiscard]] bool hasInventory() const { return m_hasInventory; }
    /// How an owner can be chosen here: as the program was started, by an account, as a demo; nullopt if not at all.
    [[nodiscard]] std::optional<OwnerChoice> choiceOf(const QString& owner) const;
    /// Opens another owner. False, and a notice, while something runs that would be cut off: a cleanup, a restoration.
    bool chooseOwner(const OwnerChoice& choice);

Q_SIGNALS:
    /// What was chosen could not be opened: nothing is in sight.
    void notOpened();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What runs and would be cut off by another owner; null if nothing does.
    [[nodiscard]] const Operation* endangered() const;
    void showEnd(const std::optional<Error>& error);
    void showTarget(const Target& target);
    void showOwners();
    /// The account's flag as it is now: somebody may have changed it.
    void showAccess();
    void failToOpen(const Error& error);
    void showFailure(const Error& error);
    [[nodiscard]] QList<OwnerGroup> owners() const;
    void openAccount(const Account& account);
    void refresh();
    /// Opens what is in sight once more: its profile says something else.
    void openAgain();
    void connectAccounts();
    void connectSession();
    void connectDrift();
    void connectWindow();

    MainWindow& m_window;
    DashboardSession& m_session;
    AccountDesk& m_desk;
    AccountDialogs m_dialogs;
    FilesBinding m_files;
    ProposalBinding m_proposals;
    CleanupBinding m_cleanup;
    PolicyBinding m_policy;
    Target m_first;
    Target m_opened;     ///< what the session was given last
    QString m_accountId; ///< of the target in sight
    QDateTime m_checkedAt;
    OwnerChoice m_choice;
    bool m_isOpened = false; ///< the session has what was chosen last
    bool m_hasInventory = false;
    bool m_isOffline = false;
};

} // namespace slipway
