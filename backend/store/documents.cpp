#include "store/documents.h"

#include "store/manifestfacts.h"

namespace slipway
{

namespace
{

/// Bytes with a digest never change; what was parsed of them may be newer.
constexpr const char* kKeep = R"(
INSERT INTO documents (digest, media_type, facts, bytes) VALUES (?,?,?,?)
ON CONFLICT (digest) DO UPDATE SET facts=excluded.facts WHERE excluded.facts <> x'')";

/// The manifest of a kept document whose facts are missing or of an older form; nullopt if it is none.
Result<std::optional<Manifest>> parseAgain(const Database& database, const Digest& digest)
{
    const auto stored = readDocument(database, digest);
    if (!stored || !*stored)
        return stored ? Result<std::optional<Manifest>>(std::nullopt) : std::unexpected(stored.error());
    auto parsed = parseManifest(digest, (*stored)->bytes, (*stored)->mediaType);
    if (!parsed)
        return std::nullopt;
    // Kept so that it is done once; not within somebody's reading, which would keep others from writing until it ends.
    // If another connection writes just now, it is done once more.
    if (database.isInTransaction())
        return std::optional(std::move(*parsed));
    if (auto saved = database.run("UPDATE documents SET facts=? WHERE digest=?", packManifest(*parsed), digest);
        !saved && saved.error().kind != ErrorKind::Store)
        return std::unexpected(saved.error());
    return std::optional(std::move(*parsed));
}

} // namespace

Result<KnownDocuments> readManifests(const Database& database, const std::vector<Digest>& digests)
{
    KnownDocuments known;
    std::vector<Digest> outdated;
    {
        const auto transaction = Transaction::beginReading(database);
        if (!transaction)
            return std::unexpected(transaction.error());
        auto query = database.prepare("SELECT facts FROM documents WHERE digest=?");
        if (!query)
            return std::unexpected(query.error());
        for (const auto& digest : digests) {
            query->reset();
            query->bind(1, digest);
            if (!query->next())
                continue;
            if (auto manifest = unpackManifest(digest, query->bytes(0)))
                known.manifests.push_back(std::move(*manifest));
            else
                outdated.push_back(digest);
        }
        if (auto read = query->result(); !read)
            return std::unexpected(read.error());
    }
    for (const auto& digest : outdated) {
        auto parsed = parseAgain(database, digest);
        if (!parsed)
            return std::unexpected(parsed.error());
        if (*parsed)
            known.manifests.push_back(std::move(**parsed));
        else
            known.others.push_back(digest);
    }
    return known;
}

Result<std::optional<StoredDocument>> readDocument(const Database& database, const Digest& digest)
{
    auto query = database.query("SELECT bytes, media_type FROM documents WHERE digest=?", digest);
    if (!query)
        return std::unexpected(query.error());
    if (query->next())
        return StoredDocument{query->bytes(0), query->text(1)};
    return query->result().transform([] { return std::optional<StoredDocument>(); });
}

Result<void> writeDocuments(const Database& database, const std::vector<NewDocument>& documents)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto keep = database.prepare(kKeep);
    if (!keep)
        return std::unexpected(keep.error());
    for (const auto& [digest, document, manifest] : documents) {
        const QByteArray facts = manifest ? packManifest(*manifest) : QByteArray();
        if (auto done = keep->execute(digest, document.mediaType, facts, document.bytes); !done)
            return done;
    }
    return (*transaction)->commit();
}

} // namespace slipway
