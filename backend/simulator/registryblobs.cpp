#include "simulator/registryblobs.h"

#include "simulator/registrytokens.h"

#include <QUuid>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct ByteRange final {
    std::int64_t from = 0;
    std::int64_t to = 0; ///< the last byte
};

/// "bytes=A-B" or "bytes=A-"; none for anything else, which RFC 9110 lets a server ignore.
std::optional<ByteRange> requestedRange(const ServedRequest& request, std::int64_t size)
{
    const auto text = request.header("range");
    if (!text.startsWith("bytes="))
        return std::nullopt;
    const auto ends = text.sliced(6).split('-');
    bool isNumber = false;
    ByteRange range{ends.value(0).toLongLong(&isNumber), size - 1};
    if (!isNumber || ends.size() != 2)
        return std::nullopt;
    if (!ends[1].isEmpty())
        range.to = std::min<std::int64_t>(ends[1].toLongLong(), size - 1);
    return range;
}

void setPart(HttpAnswer& answer, const StoredBlob& blob, const ByteRange& range)
{
    const auto length = range.to - range.from + 1;
    if (const auto* layer = std::get_if<SyntheticLayer>(&blob))
        answer.body = LayerRange{*layer, range.from, length};
    else
        answer.body = std::get<QByteArray>(blob).sliced(range.from, length);
}

HttpAnswer uploadAnswer(int status, const QString& repository, const QString& id, qsizetype received)
{
    HttpAnswer answer;
    answer.status = status;
    answer.setHeader("location", u"/v2/%1/blobs/uploads/%2"_s.arg(repository, id).toLatin1());
    answer.setHeader("docker-upload-uuid", id.toLatin1());
    answer.setHeader("range", "0-" + QByteArray::number(std::max<qsizetype>(received - 1, 0)));
    return answer;
}

HttpAnswer createdBlob(const QString& repository, const Digest& digest)
{
    HttpAnswer answer;
    answer.status = 201;
    answer.setHeader("location", u"/v2/%1/blobs/%2"_s.arg(repository, digest.toString()).toLatin1());
    answer.setHeader("docker-content-digest", digest.toString().toLatin1());
    return answer;
}

HttpAnswer unknownUpload()
{
    return registryError(404, u"BLOB_UPLOAD_UNKNOWN"_s, u"blob upload unknown to registry"_s);
}

} // namespace

std::optional<StoredBlob> RegistryBlobs::find(const QString& repository, const Digest& digest) const
{
    const auto* package = m_state.livePackage(packageOfRepository(repository, m_state));
    const bool isMine =
        m_early.value(repository).contains(digest) || (package != nullptr && package->blobs().contains(digest));
    if (isMine)
        return m_state.content.blob(digest);
    return package != nullptr ? m_state.content.sourceBlob(digest) : std::nullopt;
}

bool RegistryBlobs::has(const QString& repository, const Digest& digest) const
{
    return find(repository, digest).has_value();
}

QSet<Digest>& RegistryBlobs::blobsOf(const QString& repository)
{
    auto* package = m_state.livePackage(packageOfRepository(repository, m_state));
    return package != nullptr ? package->blobs() : m_early[repository];
}

void RegistryBlobs::handOver(const QString& repository, SimPackage& package)
{
    package.blobs().unite(m_early.take(repository));
}

HttpAnswer RegistryBlobs::read(const ServedRequest& request, const QString& repository, const QString& digest) const
{
    const auto parsed = Digest::parse(digest);
    if (!parsed)
        return registryError(400, u"DIGEST_INVALID"_s, u"provided digest did not match uploaded content"_s);
    const auto blob = find(repository, *parsed);
    if (!blob)
        return registryError(404, u"BLOB_UNKNOWN"_s, u"blob unknown to registry"_s);
    const auto size = blobSize(*blob);
    HttpAnswer answer;
    answer.setHeader("content-type", "application/octet-stream");
    answer.setHeader("docker-content-digest", digest.toLatin1());
    answer.setHeader("etag", '"' + digest.toLatin1() + '"');
    answer.setHeader("accept-ranges", "bytes");
    const auto range = requestedRange(request, size);
    if (range && (range->from >= size || range->to < range->from)) {
        answer.status = 416;
        answer.setHeader("content-range", "bytes */" + QByteArray::number(size));
        return answer;
    }
    if (range) {
        answer.status = 206;
        answer.setHeader("content-range", "bytes " + QByteArray::number(range->from) + '-'
                                              + QByteArray::number(range->to) + '/' + QByteArray::number(size));
    }
    setPart(answer, *blob, range.value_or(ByteRange{0, size - 1}));
    return answer;
}

HttpAnswer RegistryBlobs::begin(const ServedRequest& request, const QString& repository, const TokenGrant& grant)
{
    if (const auto mount = Digest::parse(request.queryValue(u"mount"_s))) {
        const auto from = request.queryValue(u"from"_s);
        if (grant.allows(from, u"pull"_s) && has(from, *mount)) {
            blobsOf(repository).insert(*mount);
            return createdBlob(repository, *mount);
        }
    }
    if (const auto digest = request.queryValue(u"digest"_s); !digest.isEmpty())
        return finish(repository, request.body, digest);
    const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_uploads.insert(repository + u' ' + id, {});
    return uploadAnswer(202, repository, id, 0);
}

HttpAnswer RegistryBlobs::upload(const ServedRequest& request, const QString& repository, const QString& id)
{
    const auto key = QString(repository + u' ' + id);
    const auto running = m_uploads.find(key);
    if (running == m_uploads.end())
        return unknownUpload();
    if (request.method == "PATCH")
        return append(request, repository, id);
    if (request.method == "GET")
        return uploadAnswer(204, repository, id, running->size());
    if (request.method == "DELETE") {
        m_uploads.erase(running);
        return uploadAnswer(204, repository, id, 0);
    }
    if (request.method != "PUT")
        return registryError(405, u"UNSUPPORTED"_s, u"The operation is unsupported."_s);
    const auto bytes = m_uploads.take(key) + request.body;
    return finish(repository, bytes, request.queryValue(u"digest"_s));
}

HttpAnswer RegistryBlobs::append(const ServedRequest& request, const QString& repository, const QString& id)
{
    auto& bytes = m_uploads[repository + u' ' + id];
    const auto range = request.header("content-range");
    if (!range.isEmpty() && range.split('-').first().toLongLong() != bytes.size())
        return uploadAnswer(416, repository, id, bytes.size());
    bytes += request.body;
    return uploadAnswer(202, repository, id, bytes.size());
}

HttpAnswer RegistryBlobs::finish(const QString& repository, const QByteArray& bytes, const QString& digest)
{
    const auto actual = Digest::of(bytes);
    if (digest != actual.toString())
        return registryError(400, u"DIGEST_INVALID"_s, u"provided digest did not match uploaded content"_s);
    m_state.content.addBlob(actual, bytes);
    blobsOf(repository).insert(actual);
    return createdBlob(repository, actual);
}

} // namespace slipway
