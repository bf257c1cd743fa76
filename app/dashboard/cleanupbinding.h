#pragma once

#include "app/dashboard/cleanupdesk.h"
#include "app/dashboard/cleanuplisting.h"
#include "app/dashboard/cleanuprunner.h"

#include <QObject>

namespace slipway
{

class CleanupPage;
class DashboardSession;
class MainWindow;

/// Joins the Cleanup page to what plans for it and carries it out.
class CleanupBinding final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    CleanupBinding(MainWindow& window, DashboardSession& session, QObject* parent = nullptr);

private:
    void connectPlanning();
    void connectRunning();
    void showTarget(const Target& target);

    CleanupPage& m_page;
    CleanupDesk m_desk;
    CleanupListing m_listing;
    CleanupRunner m_runner;
};

} // namespace slipway
