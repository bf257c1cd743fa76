#include "app/dashboard/cleanuplisting.h"

#include "app/dashboard/dashboardsession.h"
#include "core/poolrun.h"
#include "models/cleanuptable.h"

#include <QSaveFile>

namespace slipway
{

namespace
{

Result<void> writeList(const CleanupSheetPtr& sheet, const QSet<PackageName>& leftOut, const QString& path)
{
    const QByteArray csv = cleanupAsCsv(*sheet, leftOut);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit())
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return {};
}

} // namespace

CleanupListing::CleanupListing(DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

void CleanupListing::save(const CleanupSheetPtr& sheet, const QSet<PackageName>& leftOut, const QString& path)
{
    if (sheet && m_session.connection() && !m_session.stopToken().stop_requested())
        run(sheet, leftOut, path);
}

Task<void> CleanupListing::run(CleanupSheetPtr sheet, QSet<PackageName> leftOut, QString path)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto done = co_await runInPool(writeList, sheet, leftOut, path);
    if (!stop.stop_requested())
        Q_EMIT saved(path, done);
}

} // namespace slipway
