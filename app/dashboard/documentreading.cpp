#include "app/dashboard/documentreading.h"

#include <tuple>

namespace slipway
{

namespace
{

Result<QByteArray> storedDocument(Connection& connection, const PackageName& package, const Digest& digest)
{
    auto stored = connection.store().document(digest);
    if (!stored)
        return std::unexpected(stored.error());
    if (*stored)
        return std::move((*stored)->bytes);
    return failure(ErrorKind::Offline, package.value + u'@' + digest.toString());
}

bool isWanted(const Connection& connection, const Result<QByteArray>& stored)
{
    return !stored && stored.error().kind == ErrorKind::Offline && !connection.target().isOffline;
}

/// A store that refuses costs another request the next time.
void keep(Connection& connection, const Digest& digest, const RegistryDocument& document, const Manifest* manifest)
{
    std::ignore = connection.store().saveDocument(digest, {document.bytes, document.mediaType}, manifest);
}

Task<Result<QByteArray>> readManifest(Connection* connection, PackageName package, Digest digest, std::stop_token stop)
{
    auto stored = storedDocument(*connection, package, digest);
    if (!isWanted(*connection, stored))
        co_return stored;
    const auto document = co_await connection->registry().manifest({connection->target().owner, package}, digest, stop);
    if (!document)
        co_return std::unexpected(document.error());
    if (!document->matchesDigest)
        co_return failure(ErrorKind::DigestMismatch, package.value + u'@' + digest.toString());
    const auto manifest = parseManifest(digest, document->bytes, document->mediaType);
    keep(*connection, digest, *document, manifest ? &*manifest : nullptr);
    co_return Result<QByteArray>(document->bytes);
}

Task<Result<QByteArray>> readConfig(Connection* connection, PackageName package, Digest digest, std::stop_token stop)
{
    auto stored = storedDocument(*connection, package, digest);
    if (!isWanted(*connection, stored))
        co_return stored;
    const auto document = co_await connection->registry().blob({connection->target().owner, package}, digest, stop);
    if (!document)
        co_return std::unexpected(document.error());
    keep(*connection, digest, *document, nullptr);
    co_return Result<QByteArray>(document->bytes);
}

} // namespace

Task<VersionDocuments> readVersionDocuments(Connection* connection, PackageName package, Digest manifest,
                                            std::optional<Digest> config, std::stop_token stop)
{
    VersionDocuments documents;
    documents.manifest = co_await readManifest(connection, package, manifest, stop);
    if (config)
        documents.config = co_await readConfig(connection, package, *config, stop);
    co_return documents;
}

} // namespace slipway
