#pragma once

#include "core/async.h"
#include "core/clock.h"
#include "github/githubclient.h"
#include "net/governedtransport.h"
#include "registry/registryclient.h"
#include "store/store.h"

namespace slipway
{

/// What changes a registry, and what is known of it; all of it outlives the work and is used on its thread.
struct CleanupTools final {
    GithubClient& github;
    RegistryClient& registry;
    Store& store;
    PageCache* pages = nullptr; ///< pages of lists as they were read last; may be null
    Clock clock;
    Owner owner;
    QString server;               ///< the API's host and port, as the store has it
    QString folder;               ///< of journals, locks and what is undeletable
    QString who;                  ///< told to others that find the packages locked, and in the audit: "slipwayctl"
    QString auditFile;            ///< empty: none is kept
    TimeSource wall = systemTime; ///< what tells beside the steady clock how old a reading is
};

/// What an audit says of one version.
struct AuditedAct final {
    QString action; ///< "cleanup.delete"
    PackageName package;
    VersionId id;
    Digest digest;
    QString result = QStringLiteral("done");
    QString detail;
};

/// Writes a row of the audit. Errors: FileAccess.
[[nodiscard]] Result<void> audit(const CleanupTools& tools, const AuditedAct& act);

/// The document of a manifest, its bytes checked: as the store has it, else from the registry, which counts that as a
/// download. Errors: those of RegistryClient::manifest(); DigestMismatch.
[[nodiscard]] Task<Result<StoredDocument>> manifestDocument(CleanupTools tools, PackageName package, Digest digest,
                                                            std::stop_token stop);

} // namespace slipway
