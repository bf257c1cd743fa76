#include "store/documents.h"

#include "store/manifestfacts.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Result<void> saveFacts(const Database& database, const Manifest& manifest)
{
    const auto saved =
        database.run(u"INSERT OR REPLACE INTO facts VALUES (?,?)"_s, {manifest.digest.raw(), packManifest(manifest)});
    if (!saved)
        return std::unexpected(saved.error());
    return {};
}

/// The manifest of a kept document whose facts are missing or of an older form; nullopt if it is none.
Result<std::optional<Manifest>> parseAgain(const Database& database, const Digest& digest)
{
    const auto stored = readDocument(database, digest);
    if (!stored || !*stored)
        return stored ? Result<std::optional<Manifest>>(std::nullopt) : std::unexpected(stored.error());
    auto parsed = parseManifest(digest, (*stored)->bytes, (*stored)->mediaType);
    if (!parsed)
        return std::nullopt;
    if (auto saved = saveFacts(database, *parsed); !saved)
        return std::unexpected(saved.error());
    return std::optional(std::move(*parsed));
}

Result<void> execute(const Database& database, QSqlQuery& query, const QVariantList& values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        return std::unexpected(database.errorFrom(query));
    return {};
}

} // namespace

Result<std::vector<Manifest>> readManifests(const Database& database, const std::vector<Digest>& digests)
{
    auto query = database.prepare(u"SELECT f.packed FROM documents d LEFT JOIN facts f USING (digest) "
                                  "WHERE d.digest=?"_s);
    if (!query)
        return std::unexpected(query.error());
    std::vector<Manifest> manifests;
    for (const auto& digest : digests) {
        if (auto done = execute(database, *query, {digest.raw()}); !done)
            return std::unexpected(done.error());
        if (!query->next())
            continue;
        if (auto manifest = unpackManifest(digest, query->value(0).toByteArray())) {
            manifests.push_back(std::move(*manifest));
            continue;
        }
        auto parsed = parseAgain(database, digest);
        if (!parsed)
            return std::unexpected(parsed.error());
        if (*parsed)
            manifests.push_back(std::move(**parsed));
    }
    return manifests;
}

Result<std::optional<StoredDocument>> readDocument(const Database& database, const Digest& digest)
{
    auto query = database.run(u"SELECT bytes, media_type FROM documents WHERE digest=?"_s, {digest.raw()});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::nullopt;
    return StoredDocument{query->value(0).toByteArray(), query->value(1).toString()};
}

Result<void> writeDocuments(const Database& database, const std::vector<NewDocument>& documents)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto keep = database.prepare(u"INSERT OR IGNORE INTO documents VALUES (?,?,?)"_s);
    auto keepFacts = database.prepare(u"INSERT OR REPLACE INTO facts VALUES (?,?)"_s);
    if (!keep || !keepFacts)
        return std::unexpected(!keep ? keep.error() : keepFacts.error());
    for (const auto& [digest, document, manifest] : documents) {
        if (auto done = execute(database, *keep, {digest.raw(), textValue(document.mediaType), document.bytes}); !done)
            return done;
        if (!manifest)
            continue;
        if (auto done = execute(database, *keepFacts, {digest.raw(), packManifest(*manifest)}); !done)
            return done;
    }
    return (*transaction)->commit();
}

} // namespace slipway
