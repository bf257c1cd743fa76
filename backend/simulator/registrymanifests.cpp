// What RegistryApi answers below `/v2/…/manifests/`.
#include "simulator/manifesttext.h"
#include "simulator/registryapi.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

HttpAnswer unknownManifest(const QString& message)
{
    return registryError(404, u"MANIFEST_UNKNOWN"_s, message);
}

/// Only a type that is named counts; `*/*` does not, as in the distribution server GHCR descends from.
bool accepts(const ServedRequest& request, QLatin1StringView mediaType)
{
    const auto values = request.headers.values("accept");
    for (const auto& value : values) {
        const auto types = value.split(',');
        for (const auto& type : types) {
            if (type.split(';').first().trimmed() == mediaType)
                return true;
        }
    }
    return false;
}

/// The blobs an image needs, from its JSON; none for an index.
QStringList blobsNeeded(const QJsonObject& manifest)
{
    QStringList digests;
    if (manifest.contains("config"_L1))
        digests.append(manifest["config"_L1]["digest"_L1].toString());
    const auto layers = manifest["layers"_L1].toArray();
    for (const auto& layer : layers)
        digests.append(layer["digest"_L1].toString());
    return digests;
}

bool isTag(const QString& reference)
{
    static const QRegularExpression kTag(u"^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$"_s);
    return kTag.match(reference).hasMatch();
}

} // namespace

HttpAnswer RegistryApi::manifest(const ServedRequest& request, const QString& repository, const QString& reference)
{
    if (request.method == "PUT")
        return putManifest(request, repository, reference);
    // GHCR has no registry DELETE: only GitHub's API removes a version.
    if (request.method != "GET" && request.method != "HEAD")
        return registryError(405, u"UNSUPPORTED"_s, u"The operation is unsupported."_s);
    auto* package = livePackage(repository);
    if (package == nullptr)
        return registryError(404, u"NAME_UNKNOWN"_s, u"repository name not known to registry"_s);
    return readManifest(request, *package, reference);
}

HttpAnswer RegistryApi::readManifest(const ServedRequest& request, SimPackage& package, const QString& reference)
{
    const auto digest = Digest::parse(reference);
    auto* version = digest ? package.findDigest(*digest) : package.findTag(reference);
    const auto stored = version != nullptr ? m_state.content.manifest(version->digest) : std::nullopt;
    if (!stored)
        return unknownManifest(u"manifest unknown"_s);
    if (stored->mediaType == mediatype::kOciIndex && !accepts(request, mediatype::kOciIndex))
        return unknownManifest(u"OCI index found, but Accept header does not support OCI indexes"_s);
    if (stored->mediaType == mediatype::kOciManifest && !accepts(request, mediatype::kOciManifest))
        return unknownManifest(u"OCI manifest found, but Accept header does not support OCI manifests"_s);
    if (request.method == "GET")
        package.setDownloads(*version, version->downloads + 1);
    auto answer = textAnswer(200, stored->mediaType, stored->bytes);
    const auto name = version->digest.toString().toLatin1();
    answer.setHeader("docker-content-digest", name);
    answer.setHeader("etag", '"' + name + '"');
    return answer;
}

SimPackage& RegistryApi::packageForPush(const QString& repository)
{
    if (auto* package = livePackage(repository))
        return *package;
    PackageFacts facts;
    facts.name = packageOfRepository(repository, m_state);
    facts.id = m_state.nextId++;
    facts.createdAt = m_clock.now();
    facts.updatedAt = facts.createdAt;
    auto& package = m_state.addPackage(std::move(facts));
    m_blobs.handOver(repository, package);
    return package;
}

/// The blobs of an image must be there; the children of an index are not asked for, as at GHCR. The same bytes under a
/// new tag are the same version with one tag more.
HttpAnswer RegistryApi::putManifest(const ServedRequest& request, const QString& repository, const QString& reference)
{
    const auto digest = Digest::of(request.body);
    const auto document = QJsonDocument::fromJson(request.body);
    if (!document.isObject() || document["schemaVersion"_L1].toInt() != 2)
        return registryError(400, u"MANIFEST_INVALID"_s, u"manifest invalid"_s);
    const bool isByDigest = reference.contains(u':');
    if (isByDigest ? reference != digest.toString() : !isTag(reference))
        return registryError(400, isByDigest ? u"DIGEST_INVALID"_s : u"TAG_INVALID"_s,
                             u"the reference does not fit the manifest"_s);
    const auto needed = blobsNeeded(document.object());
    for (const auto& blob : needed) {
        const auto parsed = Digest::parse(blob);
        if (!parsed || !m_blobs.has(repository, *parsed))
            return registryError(400, u"MANIFEST_BLOB_UNKNOWN"_s, u"blob unknown to registry: %1"_s.arg(blob));
    }
    auto& package = packageForPush(repository);
    m_stale.beforeChange(package);
    const auto now = m_clock.now();
    if (package.findDigest(digest) == nullptr) {
        const auto type = request.header("content-type");
        const auto named = document["mediaType"_L1].toString().toLatin1();
        m_state.content.addManifest(digest, {type.isEmpty() ? named : type, request.body});
        SimVersion version;
        version.id = m_state.nextId++;
        version.digest = digest;
        version.createdAt = now;
        version.updatedAt = now;
        package.addVersion(std::move(version));
        package.facts().updatedAt = now;
    }
    if (!isByDigest)
        package.moveTag(reference, digest, now);
    HttpAnswer answer;
    answer.status = 201;
    answer.setHeader("location", u"/v2/%1/manifests/%2"_s.arg(repository, digest.toString()).toLatin1());
    answer.setHeader("docker-content-digest", digest.toString().toLatin1());
    return answer;
}

} // namespace slipway
