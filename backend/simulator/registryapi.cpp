#include "simulator/registryapi.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What a path below /v2/ means.
enum class Resource { Unknown, Tags, Manifest, Blob, UploadStart, Upload, Referrers };

struct Target final {
    Resource resource = Resource::Unknown;
    QString repository;
    QString reference; ///< tag, digest or upload
};

/// Read from the right: names may hold slashes.
Target targetOf(const QStringList& parts)
{
    const auto count = parts.size();
    const auto fromEnd = [&parts, count](qsizetype at) { return at < count ? parts[count - 1 - at] : QString(); };
    const auto named = [&parts, count](Resource resource, qsizetype taken, QString reference = {}) {
        return Target{resource, parts.first(count - taken).join(u'/'), std::move(reference)};
    };
    if (fromEnd(0) == "list"_L1 && fromEnd(1) == "tags"_L1)
        return named(Resource::Tags, 2);
    if (fromEnd(1) == "manifests"_L1)
        return named(Resource::Manifest, 2, fromEnd(0));
    if (fromEnd(1) == "referrers"_L1)
        return named(Resource::Referrers, 2, fromEnd(0));
    if (fromEnd(1) == "uploads"_L1 && fromEnd(2) == "blobs"_L1)
        return named(fromEnd(0).isEmpty() ? Resource::UploadStart : Resource::Upload, 3, fromEnd(0));
    if (fromEnd(0) == "uploads"_L1 && fromEnd(1) == "blobs"_L1)
        return named(Resource::UploadStart, 2);
    if (fromEnd(1) == "blobs"_L1)
        return named(Resource::Blob, 2, fromEnd(0));
    return {};
}

bool isReading(const ServedRequest& request)
{
    return request.method == "GET" || request.method == "HEAD";
}

HttpAnswer unsupported(int status)
{
    return registryError(status, u"UNSUPPORTED"_s, u"The operation is unsupported."_s);
}

} // namespace

bool RegistryApi::isPath(const QString& path)
{
    return path == "/token"_L1 || path == "/v2"_L1 || path.startsWith("/v2/"_L1);
}

HttpAnswer RegistryApi::answer(const ServedRequest& request)
{
    if (request.path == "/token"_L1)
        return m_tokens.answer(request, m_clock.now());
    auto answer = route(request, request.segments().sliced(1));
    answer.setHeader("docker-distribution-api-version", "registry/2.0");
    if (const auto* grant = m_tokens.find(request.header("authorization"), m_clock.now()))
        answer.isAuthorized = grant->caller.isKnown();
    return answer;
}

HttpAnswer RegistryApi::challenge(const ServedRequest& request, const QString& scope) const
{
    auto answer = registryError(401, u"UNAUTHORIZED"_s, u"authentication required"_s);
    answer.setHeader(
        "www-authenticate",
        u"Bearer realm=\"%1/token\",service=\"ghcr.io\",scope=\"%2\""_s.arg(request.base(), scope).toLatin1());
    return answer;
}

HttpAnswer RegistryApi::route(const ServedRequest& request, const QStringList& parts)
{
    const auto* grant = m_tokens.find(request.header("authorization"), m_clock.now());
    if (parts.isEmpty() || parts == QStringList{QString()} || parts == QStringList{u"_catalog"_s}) {
        // ghcr.io's challenge to the ping names an example, literally.
        if (grant == nullptr)
            return challenge(request, u"repository:user/image:pull"_s);
        return parts.value(0).isEmpty() ? textAnswer(200, "application/json", "{}") : unsupported(404);
    }
    const auto target = targetOf(parts);
    if (target.resource == Resource::Unknown)
        return registryError(404, u"NAME_UNKNOWN"_s, u"repository name not known to registry"_s);
    const bool isPush = !isReading(request) || target.resource == Resource::Upload;
    if (grant == nullptr || !grant->allows(target.repository, isPush ? u"push"_s : u"pull"_s))
        return challenge(request, u"repository:%1:%2"_s.arg(target.repository, isPush ? u"pull,push"_s : u"pull"_s));
    switch (target.resource) {
    case Resource::Tags:
        return isReading(request) ? tagList(request, target.repository) : unsupported(405);
    case Resource::Manifest:
        return manifest(request, target.repository, target.reference);
    case Resource::Blob:
        return isReading(request) ? m_blobs.read(request, target.repository, target.reference) : unsupported(405);
    case Resource::UploadStart:
        return request.method == "POST" ? m_blobs.begin(request, target.repository, *grant) : unsupported(405);
    case Resource::Upload:
        return m_blobs.upload(request, target.repository, target.reference);
    case Resource::Referrers:
        return referrers();
    case Resource::Unknown:
        break;
    }
    return unsupported(404);
}

SimPackage* RegistryApi::livePackage(const QString& repository) const
{
    return m_state.livePackage(packageOfRepository(repository, m_state));
}

HttpAnswer RegistryApi::tagList(const ServedRequest& request, const QString& repository)
{
    constexpr int kPage = 100;
    const auto* package = livePackage(repository);
    if (package == nullptr)
        return registryError(404, u"NAME_UNKNOWN"_s, u"repository name not known to registry"_s);
    const auto* stale = m_stale.take(package->facts().name);
    const auto& tags = stale != nullptr ? stale->tags : package->sortedTags();
    const auto asked = request.queryValue(u"n"_s).toInt();
    const auto count = asked > 0 ? std::min(asked, kPage) : kPage;
    const auto last = request.queryValue(u"last"_s);
    const auto from = last.isEmpty() ? tags.begin() : std::ranges::upper_bound(tags, last);
    const auto shown = QStringList(from, from + std::min<qsizetype>(count, tags.end() - from));
    auto answer = jsonAnswer(
        200, QJsonDocument(QJsonObject{{u"name"_s, repository}, {u"tags"_s, QJsonArray::fromStringList(shown)}}));
    answer.setHeader("content-type", "application/json");
    if (tags.end() - from > count) {
        const auto next = QString::fromLatin1(QUrl::toPercentEncoding(shown.last()));
        answer.setHeader(
            "link", u"</v2/%1/tags/list?last=%2&n=%3>; rel=\"next\""_s.arg(repository, next, QString::number(count))
                        .toLatin1());
    }
    return answer;
}

/// GHCR has no referrers API; these are the ways it has been seen to say so.
HttpAnswer RegistryApi::referrers() const
{
    switch (m_options.referrers) {
    case ReferrersAnswer::NotFound:
        return textAnswer(404, "text/plain; charset=utf-8", "404 page not found\n");
    case ReferrersAnswer::Redirect: {
        auto answer = textAnswer(303, "text/plain", "");
        answer.setHeader("location", "https://github.com/-/v2/packages/container");
        return answer;
    }
    case ReferrersAnswer::MethodNotAllowed:
        return unsupported(405);
    case ReferrersAnswer::TooMany:
        return registryError(429, u"TOOMANYREQUESTS"_s, u"too many requests"_s);
    case ReferrersAnswer::Html:
        break;
    }
    return textAnswer(200, "text/html; charset=utf-8", "<!DOCTYPE html><html><body>GitHub</body></html>");
}

} // namespace slipway
