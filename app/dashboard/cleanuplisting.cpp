#include "app/dashboard/cleanuplisting.h"

#include "app/dashboard/dashboardsession.h"
#include "core/poolrun.h"
#include "models/cleanuptable.h"

#include <QSaveFile>

namespace slipway
{

namespace
{

Result<void> writeList(const std::function<QByteArray()>& table, const QString& path)
{
    const QByteArray csv = table();
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
    if (sheet)
        write([sheet, leftOut] { return cleanupAsCsv(*sheet, leftOut); }, path);
}

void CleanupListing::saveRest(const CleanupRest& rest, const QString& path)
{
    write([left = rest.left] { return cleanupAsCsv(left); }, path);
}

void CleanupListing::write(Table table, const QString& path)
{
    if (m_session.connection() && !m_session.stopToken().stop_requested())
        run(std::move(table), path);
}

Task<void> CleanupListing::run(Table table, QString path)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto done = co_await runInPool(writeList, table, path);
    if (!stop.stop_requested())
        Q_EMIT saved(path, done);
}

} // namespace slipway
