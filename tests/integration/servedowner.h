#pragma once

#include "inventory/scan.h"
#include "net/networkstack.h"
#include "simulator/simulatorserver.h"

#include <QTemporaryDir>

#include <memory>

namespace slipway::test
{

/// A simulator in this thread, and everything that reads it over real HTTP into a store of its own.
class ServedOwner final
{
public:
    explicit ServedOwner(const QByteArray& state, SimulatorOptions options = {});

    /// Scans and waits; nested event loops are for tests.
    [[nodiscard]] Result<SnapshotPtr> scan(ScanDepth depth = ScanDepth::Usual, std::stop_token stop = {},
                                           ScanProgressSink progress = {});
    /// Whether the last scan found anything new.
    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }
    /// What the next scan takes for the newest snapshot, instead of the store's.
    void setPrevious(const KeptSnapshot& kept) { m_previous = kept; }
    /// Ends the clients and the store and makes new ones on the same file: what a restart of the program does.
    void restart();
    /// From now on repetitions come at once, their waits added up, and silence is given up after a moment.
    void hurry();
    [[nodiscard]] std::chrono::milliseconds waited() const { return m_waited; }
    /// Another login, token or address from now on.
    void setLogin(const QString& login) { m_login = login; }
    void setClock(const Clock& clock) { m_clock = clock; }
    void setToken(const QString& token);
    void setApiUrl(const QUrl& url);
    void setRegistryUrl(const QUrl& url);

    [[nodiscard]] SimulatorServer& server() const { return *m_server; }
    [[nodiscard]] Store& store() { return *m_store; }
    [[nodiscard]] QString storePath() const { return m_folder.filePath(QStringLiteral("slipway.db")); }
    /// Where the store has the owner, as it was seen last.
    [[nodiscard]] StoreScope scope();
    [[nodiscard]] RegistryClient& registry() { return *m_registry; }
    [[nodiscard]] GithubClient& github() { return *m_github; }
    [[nodiscard]] NetworkTransport& transport() { return m_network->network(); }
    [[nodiscard]] GovernedTransport& governor() { return m_network->governor(); }
    /// Requests since the last clearRequests() whose path contains this.
    [[nodiscard]] int requestsFor(const QString& part, const QByteArray& method = "GET") const;
    /// The newest snapshot in the store.
    [[nodiscard]] SnapshotPtr stored() { return kept().snapshot; }
    [[nodiscard]] KeptSnapshot kept();

private:
    void connectClients();

    QTemporaryDir m_folder;
    std::unique_ptr<SimulatorServer> m_server;
    QUrl m_apiUrl;
    QUrl m_registryUrl;
    QString m_token = QStringLiteral("ghp_testtesttest");
    QString m_login;
    Clock m_clock;
    bool m_hasChanged = false;
    KeptSnapshot m_previous;
    bool m_isHurried = false;
    std::chrono::milliseconds m_waited{0};
    std::unique_ptr<NetworkStack> m_network;
    std::unique_ptr<HttpTransport> m_impatient;
    std::unique_ptr<GithubClient> m_github;
    std::unique_ptr<RegistryClient> m_registry;
    std::unique_ptr<Store> m_store;
};

/// The versions of a snapshot as lines: "package kind tags" (a referrer tag as "~.sig"), sorted; then its problems
/// as "! kind subject".
[[nodiscard]] QStringList linesOf(const Snapshot& snapshot);

} // namespace slipway::test
