#pragma once

#include "net/networkstack.h"
#include "net/retryingtransport.h"
#include "proposals/issuework.h"
#include "proposals/proposing.h"
#include "simulator/simulatorserver.h"

#include <QTemporaryDir>

#include <memory>

namespace slipway::test
{

/// Lets requests through until so many of them have changed something; then nothing arrives any more, as if the program
/// had been killed, and nothing is answered.
class CutTransport final : public HttpTransport
{
public:
    enum class Cut { BeforeEffect, AfterEffect };

    CutTransport(HttpTransport& transport, int changes, Cut cut)
        : m_transport(transport)
        , m_left(changes)
        , m_cut(cut)
    {
    }
    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    HttpTransport& m_transport;
    int m_left;
    Cut m_cut;
    bool m_isCut = false;
};

/// Drops the labels of issues that are opened, as GitHub does for who may not set any.
class LabelLosingTransport final : public HttpTransport
{
public:
    explicit LabelLosingTransport(HttpTransport& transport)
        : m_transport(transport)
    {
    }
    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

private:
    HttpTransport& m_transport;
};

/// A simulator with the repository acme/platform, and the way to it over real HTTP.
class ServedRepository final
{
public:
    explicit ServedRepository(const SimFiles& files, SimulatorOptions options = {});

    [[nodiscard]] SimRepository& repository() { return m_server->state().repositories.front(); }
    [[nodiscard]] SimulatorServer& server() { return *m_server; }
    /// Past the governor, which lets a second pass between two changes, unless govern() was called.
    [[nodiscard]] HttpTransport& transport() { return m_isGoverned ? m_network->transport() : m_direct; }
    /// From now on within GitHub's limits, waited for no longer than this.
    void govern(std::chrono::milliseconds longestPause)
    {
        m_isGoverned = true;
        m_network->governor().setLongestPause(longestPause);
    }
    void setToken(const QString& token) { m_token = token; }

    [[nodiscard]] ProposalTools tools() { return tools(transport()); }
    [[nodiscard]] ProposalTools tools(HttpTransport& transport);
    [[nodiscard]] IssueTools issueTools() { return issueTools(transport()); }
    [[nodiscard]] IssueTools issueTools(HttpTransport& transport);
    /// "action subject result", a line a row.
    [[nodiscard]] QStringList audit() const;
    /// The requests that were to change something since the last clear: "PUT 201 path".
    [[nodiscard]] QStringList changes() const;

private:
    [[nodiscard]] GithubAccess access() const;
    [[nodiscard]] Auditor auditor() const;

    QTemporaryDir m_folder;
    QString m_token = QStringLiteral("ghp_testtesttest");
    std::unique_ptr<SimulatorServer> m_server;
    std::unique_ptr<NetworkStack> m_network = std::make_unique<NetworkStack>("Slipway/test");
    RetryingTransport m_direct{m_network->network()};
    bool m_isGoverned = false;
};

} // namespace slipway::test
