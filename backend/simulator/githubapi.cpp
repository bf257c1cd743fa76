#include "simulator/githubapi.h"

#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView kFirstVersion = "2022-11-28";
constexpr QByteArrayView kSecondVersion = "2026-03-10";

QByteArray apiVersion(const ServedRequest& request)
{
    const auto asked = request.header("x-github-api-version");
    return asked.isEmpty() ? kFirstVersion.toByteArray() : asked;
}

QJsonObject rateJson(const RateWindow& window)
{
    return {
        {u"limit"_s, window.limit},
        {u"used"_s, window.used},
        {u"remaining"_s, window.remaining()},
        {u"reset"_s, window.resetsAt.toSecsSinceEpoch()},
    };
}

} // namespace

GithubApi::GithubApi(SimulatorState& state, StaleLists& stale, const SimulatorOptions& options, const Clock& clock)
    : m_state(state)
    , m_options(options)
    , m_clock(clock)
    , m_routes(state, stale, clock)
    , m_limits(options)
{
}

HttpAnswer GithubApi::answer(ServedRequest request)
{
    if (request.header("user-agent").isEmpty()) {
        return textAnswer(
            403, "text/html",
            "Request forbidden by administrative rules. Please make sure your request has a User-Agent "
            "header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required).");
    }
    if (request.path.startsWith("/api/v3/"_L1))
        request.path.remove(0, 7);
    const auto caller = callerOfHeader(request.header("authorization"), m_state, m_options.scopes);
    auto answer =
        caller.kind == Caller::Kind::Refused ? githubError(401, u"Bad credentials"_s) : limited(request, caller);
    answer.isAuthorized = caller.isKnown();
    answer.setHeader("x-github-media-type", "github.v3; format=json");
    answer.setHeader("x-github-api-version-selected", apiVersion(request));
    answer.setHeader("x-github-request-id", "SLIP:" + QByteArray::number(++m_requestNumber, 16).toUpper());
    if (caller.isKnown()) {
        answer.setHeader("x-oauth-scopes", caller.token.scopes.join(", "_L1).toLatin1());
        if (caller.token.expiresAt.isValid())
            answer.setHeader("github-authentication-token-expiration",
                             caller.token.expiresAt.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s).toLatin1());
        if (!answer.headers.contains("x-accepted-oauth-scopes"))
            answer.setHeader("x-accepted-oauth-scopes", "");
    }
    return answer;
}

HttpAnswer GithubApi::limited(const ServedRequest& request, const Caller& caller)
{
    const auto version = apiVersion(request);
    if (version != kFirstVersion && version != kSecondVersion)
        return githubError(400, u"%1 is not a supported version of the API"_s.arg(QString::fromLatin1(version)));
    if (request.path == "/rate_limit"_L1)
        return rateLimit(request, caller);
    auto& window = m_limits.window(caller, m_clock.now());
    HttpAnswer answer;
    if (window.remaining() == 0) {
        answer = githubError(403, caller.isKnown() ? u"API rate limit exceeded for user ID %1."_s.arg(m_state.viewer.id)
                                                   : u"API rate limit exceeded for 127.0.0.1."_s);
    } else if (const auto wait = secondaryWait(request, caller); wait > 0) {
        ++window.used;
        answer = githubError(403, u"You have exceeded a secondary rate limit. Please wait a few minutes before you "
                                  "try again."_s);
        answer.setHeader("retry-after", QByteArray::number(wait));
    } else {
        ++window.used;
        answer = m_routes.answer(request, caller);
        makeConditional(request, caller, answer);
        // A 304 is free of the primary limit, but only with a token.
        if (answer.status == 304 && caller.isKnown())
            --window.used;
    }
    addRateHeaders(caller, answer);
    return answer;
}

/// Seconds to wait for a secondary limit; 0: none is reached.
qint64 GithubApi::secondaryWait(const ServedRequest& request, const Caller& caller)
{
    if (m_options.concurrentRequests > 0 && request.underWay > m_options.concurrentRequests)
        return 60;
    return m_limits.overMinute(caller, request.method, m_clock.now());
}

HttpAnswer GithubApi::rateLimit(const ServedRequest& request, const Caller& caller)
{
    const auto core = rateJson(m_limits.window(caller, m_clock.now()));
    const RateWindow untouched{30, 0, m_clock.now().addSecs(60)};
    QJsonObject json{{u"resources"_s, QJsonObject{{u"core"_s, core}, {u"search"_s, rateJson(untouched)}}}};
    if (apiVersion(request) == kFirstVersion)
        json.insert("rate"_L1, core);
    auto answer = jsonAnswer(200, QJsonDocument(json));
    addRateHeaders(caller, answer);
    return answer;
}

/// GitHub's ETags are weak and differ from token to token.
void GithubApi::makeConditional(const ServedRequest& request, const Caller& caller, HttpAnswer& answer) const
{
    if (answer.status != 200 || request.method != "GET")
        return;
    const auto identity = caller.tokenKey.toUtf8() + '\n' + apiVersion(request) + '\n';
    const auto tag = "W/\"" + Digest::of(identity + std::get<QByteArray>(answer.body)).hex().toLatin1() + '"';
    answer.setHeader("etag", tag);
    answer.setHeader("cache-control", caller.isKnown() ? "private, max-age=60, s-maxage=60" : "public, max-age=60");
    answer.setHeader("vary", "Accept, Authorization, Cookie, X-GitHub-OTP");
    const auto known = request.header("if-none-match");
    if (known == tag || known == "*" || known.split(',').contains(tag)) {
        answer.status = 304;
        answer.body = QByteArray();
        answer.headers.removeAll("content-type");
    }
}

void GithubApi::addRateHeaders(const Caller& caller, HttpAnswer& answer)
{
    const auto& window = m_limits.window(caller, m_clock.now());
    answer.setHeader("x-ratelimit-limit", QByteArray::number(window.limit));
    answer.setHeader("x-ratelimit-remaining", QByteArray::number(window.remaining()));
    answer.setHeader("x-ratelimit-used", QByteArray::number(window.used));
    answer.setHeader("x-ratelimit-reset", QByteArray::number(window.resetsAt.toSecsSinceEpoch()));
    answer.setHeader("x-ratelimit-resource", "core");
}

} // namespace slipway
