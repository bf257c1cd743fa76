#pragma once

#include "app/dashboard/proposaldesk.h"

namespace slipway
{

class MainWindow;

/// Joins the Drift page to what brings its lock file and its findings into the profile's repository.
class ProposalBinding final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    ProposalBinding(MainWindow& window, DashboardSession& session, QObject* parent = nullptr);

private:
    ProposalDesk m_desk;
};

} // namespace slipway
