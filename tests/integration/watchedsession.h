#pragma once

#include "app/dashboard/dashboardsession.h"
#include "models/operationsmodel.h"
#include "support/apiversion.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test
{

/// Milliseconds.
constexpr int kPatience = 60'000;

inline Target demoTarget(const QString& name, const QString& folder)
{
    Target target;
    target.demo = name;
    target.dataFolder = folder;
    target.apiVersion = apiVersion();
    target.clock = Clock(QDateTime::fromString(QStringLiteral("2025-11-21T14:32:00Z"), Qt::ISODate));
    return target;
}

/// A session, and a record of what it tells.
struct WatchedSession {
    WatchedSession() = default;
    explicit WatchedSession(const Target& ahead)
        : session(operations, ahead)
    {
    }

    OperationsModel operations;
    DashboardSession session{operations};
    QSignalSpy opened{&session, &DashboardSession::opened};
    QSignalSpy openFailed{&session, &DashboardSession::openFailed};
    QSignalSpy inventories{&session, &DashboardSession::inventoryRead};
    QSignalSpy checks{&session, &DashboardSession::checked};
    QSignalSpy progress{&session, &DashboardSession::refreshProgress};
    QSignalSpy ended{&session, &DashboardSession::refreshEnded};
    QSignalSpy documents{&session, &DashboardSession::documentsRead};
    QSignalSpy histories{&session, &DashboardSession::historyRead};
    QSignalSpy limits{&session, &DashboardSession::rateLimitChanged};
    QSignalSpy aside{&session, &DashboardSession::storeSetAside};
    QSignalSpy stopped{&session, &DashboardSession::stopped};

    [[nodiscard]] SnapshotPtr lastSnapshot() const { return inventories.last()[0].value<InventoryPtr>()->snapshot; }
    /// Of the reading that ended last; nullopt if that was well.
    [[nodiscard]] std::optional<Error> lastError() const { return ended.last()[0].value<std::optional<Error>>(); }
};

/// Ends a session as closing the window does.
inline void end(WatchedSession& watched)
{
    watched.session.stop();
    QVERIFY(watched.stopped.wait(2000));
    QVERIFY(watched.session.isIdle());
    QCOMPARE(watched.operations.rowCount(), 0);
}

} // namespace slipway::test
