#include "registry/tokensource.h"

#include "core/jsonreader.h"
#include "core/redact.h"
#include "net/responseerror.h"

#include <QUrlQuery>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What a token is good for at least, and what is believed at most.
constexpr std::chrono::seconds kShortestLifetime{60};
constexpr std::chrono::hours kLongestLifetime{24};

/// As a registry names it (distribution "Token Scope Documentation").
QString scopeOf(const QString& repository, RegistryUse use)
{
    return u"repository:%1:%2"_s.arg(repository, use == RegistryUse::Push ? u"pull,push"_s : u"pull"_s);
}

} // namespace

TokenSource::TokenSource(HttpTransport& transport, RegistryAccess access, Clock clock, std::function<Moment()> time)
    : m_transport(transport)
    , m_access(std::move(access))
    , m_clock(std::move(clock))
    , m_time(std::move(time))
{
}

/// `token` by the distribution spec, `access_token` by OAuth2: registries give one or both.
Result<TokenSource::Token> TokenSource::parseToken(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    QString token = root.optional("token"_L1).string();
    if (token.isEmpty())
        token = root.optional("access_token"_L1).string();
    if (token.isEmpty())
        root.refuse(u"has neither token nor access_token"_s);
    // Whatever stands there, a good token is not refused for it.
    const std::chrono::duration<double> told(root.optional("expires_in"_L1).value().toDouble());
    const auto lifetime = std::clamp<std::chrono::duration<double>>(told, kShortestLifetime, kLongestLifetime);
    return reader.finish(Token{token.toLatin1(), std::chrono::floor<std::chrono::seconds>(lifetime)});
}

TokenSource::Moment TokenSource::endOf(const Token& token) const
{
    return m_time() + token.lifetime - token.lifetime / 6;
}

Task<Result<QByteArray>> TokenSource::token(QString repository, RegistryUse use, CallContext context)
{
    const QString scope = scopeOf(repository, use);
    while (true) {
        if (const auto known = m_tokens.constFind(scope); known != m_tokens.cend() && m_time() < known->until)
            co_return Answer(known->text);
        const auto asked = m_inquiries.value(scope);
        if (!asked)
            break;
        Arrival<Answer> arrival;
        asked->waiting.append(arrival);
        const auto answer = co_await arrival;
        // That the one who asked was stopped says nothing about the others: the next of them asks again.
        if (answer || answer.error().kind != ErrorKind::Cancelled || context.isStopped())
            co_return answer;
    }
    const auto inquiry = std::make_shared<Inquiry>();
    m_inquiries.insert(scope, inquiry);
    const auto token = co_await requestToken(repository, use, context);
    const Answer answer = token.transform([](const Token& got) { return got.text; });
    m_inquiries.remove(scope);
    if (token)
        m_tokens.insert(scope, {token->text, endOf(*token)});
    for (const auto& waiting : std::as_const(inquiry->waiting))
        waiting.deliver(answer);
    co_return answer;
}

void TokenSource::forget(const QString& repository, const QByteArray& token, RegistryUse use)
{
    const QString scope = scopeOf(repository, use);
    if (m_tokens.value(scope).text == token)
        m_tokens.remove(scope);
}

Task<TokenSource::Challenge> TokenSource::challenge(CallContext context)
{
    while (m_ping) {
        Arrival<Answer> arrival;
        m_ping->waiting.append(arrival);
        const auto answer = co_await arrival;
        if (!answer && (answer.error().kind != ErrorKind::Cancelled || context.isStopped()))
            co_return std::unexpected(answer.error());
    }
    if (m_isChallengeKnown)
        co_return Challenge(m_challenge);
    const auto ping = std::make_shared<Inquiry>();
    m_ping = ping;
    HttpRequest request;
    request.url = m_access.registryUrl;
    request.url.setPath(u"/v2/"_s);
    request.subject = request.url.host();
    request.traffic = Traffic::Registry;
    request.urgency = context.urgency;
    const auto response = co_await m_transport.send(request, std::move(context.stop));
    Answer outcome;
    if (!response) {
        outcome = std::unexpected(response.error());
    } else if (response->status == 401) {
        m_challenge = parseAuthChallenge(response->header("WWW-Authenticate"));
        if (!m_challenge)
            outcome = failure(ErrorKind::UnexpectedStatus, request.subject, u"401 without a bearer challenge"_s);
    } else if (auto error = errorOf(*response, request.subject, m_clock.now())) {
        outcome = std::unexpected(std::move(*error));
    }
    m_isChallengeKnown = outcome.has_value();
    m_ping.reset();
    for (const auto& waiting : std::as_const(ping->waiting))
        waiting.deliver(outcome);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    co_return Challenge(m_challenge);
}

Task<Result<TokenSource::Token>> TokenSource::requestToken(QString repository, RegistryUse use, CallContext context)
{
    const auto wanted = co_await challenge(context);
    if (!wanted)
        co_return std::unexpected(wanted.error());
    if (!*wanted)
        co_return Result<Token>(Token());
    const AuthChallenge& challenge = **wanted;
    HttpRequest request;
    request.url = challenge.realm;
    request.subject = QCoreApplication::translate("Subject", "the registry token for %1").arg(repository);
    request.traffic = Traffic::Token;
    request.urgency = context.urgency;
    // The secret goes to the registry's own host, or over https to the realm the registry names.
    if (!isSameOrigin(request.url, m_access.registryUrl) && request.url.scheme() != "https"_L1)
        co_return failure(ErrorKind::ForeignHost, request.subject, shownUrl(request.url));
    QUrlQuery query(request.url);
    query.addQueryItem(u"service"_s, challenge.service);
    query.addQueryItem(u"scope"_s, scopeOf(repository, use));
    request.url.setQuery(query);
    if (!m_access.secret.isEmpty()) {
        const QByteArray credentials = (m_access.user + u':' + m_access.secret).toUtf8().toBase64();
        request.headers.append({"Authorization"_ba, "Basic " + credentials});
    }
    const auto response = co_await m_transport.send(request, std::move(context.stop));
    if (!response)
        co_return std::unexpected(response.error());
    if (auto error = errorOf(*response, request.subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    co_return parseToken(response->body, request.subject);
}

} // namespace slipway
