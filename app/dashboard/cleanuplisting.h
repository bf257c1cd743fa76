#pragma once

#include "core/async.h"
#include "core/error.h"
#include "models/cleanuprest.h"
#include "models/cleanupsheet.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace slipway
{

class DashboardSession;

/// Writes what a cleanup is about to delete as a table, in the pool, before a person agrees to it.
class CleanupListing final : public QObject
{
    Q_OBJECT
public:
    /// The session outlives it.
    explicit CleanupListing(DashboardSession& session, QObject* parent = nullptr);

    /// As cleanupAsCsv() has it, whole or not at all: saved() answers.
    void save(const slipway::CleanupSheetPtr& sheet, const QSet<slipway::PackageName>& leftOut, const QString& path);
    /// The same of what is left of a run.
    void saveRest(const slipway::CleanupRest& rest, const QString& path);

Q_SIGNALS:
    void saved(const QString& path, const slipway::Result<void>& done);

private:
    using Table = std::function<QByteArray()>;

    void write(Table table, const QString& path);
    Task<void> run(Table table, QString path);

    DashboardSession& m_session;
};

} // namespace slipway
