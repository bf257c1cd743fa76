#pragma once

#include "app/session/lockproposal.h"
#include "models/driftlook.h"
#include "models/operation.h"
#include "models/proposalpreview.h"

#include <QObject>

namespace slipway
{

class DashboardSession;

/// Brings what was found of drift into the profile's repository: the lock file by a pull request, findings as issues.
/// The network is the reading thread's; each way is an operation that can be watched and stopped. Nothing is pushed but
/// what was shown.
class ProposalDesk final : public QObject
{
    Q_OBJECT
public:
    /// The session outlives it.
    explicit ProposalDesk(DashboardSession& session, QObject* parent = nullptr);

    /// Looks how the repository's lock file would change: previewed() tells.
    void preview(const DriftLookPtr& look);
    /// Pushes it as it was shown: pushed() tells.
    void push(const ProposalPreviewPtr& preview);
    /// Looks which issues would change: issuesPreviewed() tells.
    void previewIssues(const DriftLookPtr& look);
    /// Changes them as it was shown: issuesChanged() tells.
    void changeIssues(const IssuesPreviewPtr& preview);

Q_SIGNALS:
    void previewed(const slipway::Result<slipway::ProposalPreviewPtr>& preview);
    void pushed(const slipway::ProposalPreviewPtr& preview, const slipway::Result<slipway::ProposalOutcome>& outcome);
    void issuesPreviewed(const slipway::Result<slipway::IssuesPreviewPtr>& preview);
    void issuesChanged(const slipway::IssuesPreviewPtr& preview, const slipway::Result<slipway::IssueOutcome>& outcome);

private:
    /// Listed until it is ended; null where nothing is open.
    [[nodiscard]] Operation* begin(const QString& id, const QString& title, const QString& consequence);
    void end(Operation* operation, const std::optional<Error>& error);
    void tell(Operation* operation, qint64 done, qint64 total);
    Task<void> runPreview(Operation* operation, DriftLookPtr look, std::stop_token stop);
    Task<void> runPush(Operation* operation, ProposalPreviewPtr preview, std::stop_token stop);
    Task<void> runIssuesPreview(Operation* operation, DriftLookPtr look, std::stop_token stop);
    Task<void> runIssues(Operation* operation, IssuesPreviewPtr preview, std::stop_token stop);

    DashboardSession& m_session;
};

} // namespace slipway
