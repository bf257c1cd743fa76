#pragma once

#include "domain/manifest.h"
#include "domain/snapshot.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <optional>
#include <vector>

namespace slipway
{

class Database;

/// Whose packages a snapshot is of: one owner on one API host.
struct StoreScope final {
    QString apiHost; ///< host and port
    Owner owner;
};

/// A document as the registry gave it.
struct StoredDocument final {
    QByteArray bytes;
    QString mediaType;
};

/// A manifest that could not be used when it was last asked for.
struct UnusableManifest final {
    Digest digest;
    ErrorKind kind = ErrorKind::ManifestMissing;
    QString detail;
    QDateTime rowUpdatedAt; ///< of its version row at that time; invalid if no row listed it
    QDateTime checkedAt;
};

/// What Slipway remembers, in one SQLite file: snapshots as history, manifests and configs by digest for ever. For one
/// thread; several processes may use the same file. Errors: Store.
class Store final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString& path);
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Keeps a snapshot as the newest of its scope, whole or not at all; only rows that changed are written.
    [[nodiscard]] Result<void> saveSnapshot(const StoreScope& scope, const Snapshot& snapshot);
    /// The newest snapshot; nullptr if there is none.
    [[nodiscard]] Result<SnapshotPtr> latestSnapshot(const QString& apiHost, const QString& login);
    /// The owner as last seen, without the network; nullopt if never.
    [[nodiscard]] Result<std::optional<Owner>> knownOwner(const QString& apiHost, const QString& login);

    /// Manifests of these digests that are known, in no order.
    [[nodiscard]] Result<std::vector<Manifest>> knownManifests(const std::vector<Digest>& digests);
    [[nodiscard]] Result<std::optional<StoredDocument>> document(const Digest& digest);
    /// Keeps a document for ever; the caller has checked that its bytes match. With `manifest` its parsed form too.
    [[nodiscard]] Result<void> saveDocument(const Digest& digest, const StoredDocument& document,
                                            const Manifest* manifest);

    [[nodiscard]] Result<std::vector<UnusableManifest>> unusableManifests(const StoreScope& scope,
                                                                          const PackageName& package);
    [[nodiscard]] Result<void> saveUnusable(const StoreScope& scope, const PackageName& package,
                                            const UnusableManifest& manifest);

private:
    explicit Store(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace slipway
