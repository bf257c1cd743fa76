#pragma once

#include "app/dashboard/policydesk.h"
#include "app/dashboard/proposaldesk.h"
#include "app/session/target.h"

#include <optional>

namespace slipway
{

class MainWindow;
class PolicyEditor;
class ProposalDialog;

/// Puts the policy's editor on the Cleanup page, and joins it to what reads, tries out and writes for it.
class PolicyBinding final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    PolicyBinding(MainWindow& window, DashboardSession& session, QObject* parent = nullptr);

    [[nodiscard]] PolicyEditor& editor() const { return *m_editor; }

Q_SIGNALS:
    /// What is open has another profile than was read: it counts when it is opened again.
    void profileChanged();

private:
    void showOpened(const Target& target);
    void connectDesk();
    void setGround(const PolicyGround& ground);
    void showNamed(const QString& file, const Result<void>& done);
    void choose();
    void connectProposing();
    void showProposable();
    void showPreview(const Result<ProposalPreviewPtr>& preview);

    MainWindow& m_window;
    DashboardSession& m_session;
    PolicyEditor* m_editor;
    PolicyDesk m_desk;
    ProposalDesk m_proposals; ///< pushes
    QPointer<ProposalDialog> m_dialog;
    std::optional<Target> m_target; ///< in sight
    PolicyGround m_ground;
    int m_wanted = 0; ///< the policy in sight; what is not saved of another one comes first
};

} // namespace slipway
