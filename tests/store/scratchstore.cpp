#include "scratchstore.h"

#include "store/database.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

StoreScope scratchScope()
{
    return {u"api.github.com"_s, {u"northquay"_s, 7, OwnerKind::Organization}};
}

ScratchStore::ScratchStore()
{
    reopen();
}

void ScratchStore::reopen()
{
    close();
    auto store = Store::open(path());
    if (!store)
        qFatal("no store: %s", qUtf8Printable(store.error().detail));
    m_store = std::move(*store);
}

Result<void> ScratchStore::save(const Fixture& fixture)
{
    for (const auto& manifest : fixture.manifests) {
        if (auto saved = m_store->saveDocument(manifest.digest, {"{}", manifest.mediaType}, &manifest); !saved)
            return saved;
    }
    for (const auto& bad : fixture.unusable) {
        const auto kind = bad.state == ManifestState::Missing ? ErrorKind::ManifestMissing : ErrorKind::DigestMismatch;
        for (const auto& package : fixture.packages) {
            const UnusableManifest manifest{bad.digest, kind, {}, {}, fixtureTime()};
            if (auto saved = m_store->saveUnusable(scratchScope(), package.listed.name, manifest); !saved)
                return saved;
        }
    }
    return m_store->saveSnapshot(scratchScope(), *fixture.build());
}

Result<void> ScratchStore::save(const std::vector<NewDocument>& documents)
{
    for (const auto& document : documents) {
        if (auto taken = m_store->saveDocumentSoon(document); !taken)
            return taken;
    }
    return m_store->flushDocuments();
}

Result<bool> ScratchStore::noteUnchanged(const QDateTime& time)
{
    return m_store->newest(scratchScope()).and_then([&](const std::optional<HistoryEntry>& newest) {
        return m_store->noteUnchanged(scratchScope(), newest.value().id, {}, time);
    });
}

SnapshotPtr ScratchStore::latest()
{
    const auto snapshot = m_store->latestSnapshot(u"api.github.com"_s, u"northquay"_s);
    if (!snapshot)
        qFatal("no snapshot: %s", qUtf8Printable(snapshot.error().detail));
    return *snapshot;
}

qint64 ScratchStore::count(const QString& query) const
{
    const auto database = Database::open(path());
    auto result = database ? (*database)->query(query.toUtf8()) : Result<Statement>(std::unexpected(database.error()));
    if (!result || !result->next())
        qFatal("cannot count: %s", qUtf8Printable(query));
    return result->integer(0);
}

void ScratchStore::execute(const QString& statement) const
{
    const auto database = Database::open(path());
    if (!database || !(*database)->run(statement.toUtf8()))
        qFatal("cannot execute: %s", qUtf8Printable(statement));
}

} // namespace slipway::test
