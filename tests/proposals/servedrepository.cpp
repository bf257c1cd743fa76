#include "proposals/servedrepository.h"

#include "simulator/statefile.h"
#include "support/apiversion.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kState = R"({"version":1,"anchor":"2026-01-01T12:00:00Z",
    "owner":{"login":"acme","id":77,"type":"Organization"},
    "tokens":{"ghp_testtesttest":{"scopes":["repo"]}, "ghp_reader":{"scopes":["repo"],"role":"read"},
              "ghp_packages":{"scopes":["read:packages"]}},
    "packages":[]})";

} // namespace

Task<Result<HttpResponse>> CutTransport::send(HttpRequest request, std::stop_token stop)
{
    const QString subject = request.subject;
    const bool isChange = request.method != HttpMethod::Get;
    if (!m_isCut && isChange && m_left-- == 0) {
        m_isCut = true;
        if (m_cut == Cut::AfterEffect)
            static_cast<void>(co_await m_transport.send(std::move(request), stop));
        co_return failure(ErrorKind::Cancelled, subject);
    }
    if (m_isCut)
        co_return failure(ErrorKind::Cancelled, subject);
    co_return co_await m_transport.send(std::move(request), std::move(stop));
}

Task<Result<HttpResponse>> LabelLosingTransport::send(HttpRequest request, std::stop_token stop)
{
    if (request.method == HttpMethod::Post && request.url.path().endsWith(u"/issues"_s)) {
        QJsonObject body = QJsonDocument::fromJson(request.body).object();
        body.remove(u"labels"_s);
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    co_return co_await m_transport.send(std::move(request), std::move(stop));
}

ServedRepository::ServedRepository(const SimFiles& files, SimulatorOptions options)
{
    auto state = parseState(kState, u"the test's state"_s);
    if (!state)
        qFatal("%s", qPrintable(state.error().detail));
    SimRepository repository;
    repository.name = u"platform"_s;
    repository.begin(files);
    state->repositories.push_back(std::move(repository));
    options.now = state->anchor;
    m_server = std::make_unique<SimulatorServer>(std::move(*state), std::move(options));
    if (!m_server->start())
        qFatal("the simulator does not start");
}

GithubAccess ServedRepository::access() const
{
    return {m_server->apiUrl(), m_token, apiVersion()};
}

Auditor ServedRepository::auditor() const
{
    return {m_folder.filePath(u"audit.jsonl"_s), u"test"_s, u"127.0.0.1"_s, u"acme"_s, Clock()};
}

ProposalTools ServedRepository::tools(HttpTransport& transport)
{
    return proposalTools(transport, access(), auditor());
}

IssueTools ServedRepository::issueTools(HttpTransport& transport)
{
    return slipway::issueTools(transport, access(), auditor());
}

QStringList ServedRepository::audit() const
{
    QStringList lines;
    const auto text = AuditLog(m_folder.filePath(u"audit.jsonl"_s)).read();
    if (!text || !text->broken.isEmpty())
        return {u"broken"_s};
    for (const AuditRow& row : text->rows)
        lines.append(row.action + u' ' + row.subject + u' ' + row.result);
    return lines;
}

QStringList ServedRepository::changes() const
{
    QStringList lines;
    for (const LoggedRequest& request : m_server->requests()) {
        if (request.method != "GET")
            lines.append(u"%1 %2 %3"_s.arg(QString::fromLatin1(request.method)).arg(request.status).arg(request.path));
    }
    return lines;
}

} // namespace slipway::test
