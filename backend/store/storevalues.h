#pragma once

#include "core/names.h"
#include "domain/manifest.h"
#include "domain/owner.h"
#include "domain/snapshot.h"

#include <QByteArray>
#include <QDateTime>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace slipway
{

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

/// What is known of some digests.
struct KnownDocuments final {
    std::vector<Manifest> manifests;
    std::vector<Digest> others; ///< documents that are kept, and are no manifests
};

/// A document to keep, whose bytes were checked against the digest; with its parsed form if it is a manifest.
struct NewDocument final {
    Digest digest;
    StoredDocument document;
    std::optional<Manifest> manifest;
};

/// A manifest that could not be used when it was last asked for.
struct UnusableManifest final {
    Digest digest;
    ErrorKind kind = ErrorKind::ManifestMissing;
    QString detail;
    QDateTime rowUpdatedAt; ///< of its version row at that time; invalid if no row listed it
    QDateTime checkedAt;
    int tries = 1; ///< asked for in vain so often, one after the other
};

/// One page of a list as it was last read, so that it can be asked for conditionally.
struct CachedPage final {
    QByteArray etag;
    QByteArray link; ///< the Link header
    QByteArray body;

    friend bool operator==(const CachedPage&, const CachedPage&) = default;
};

/// How a package's versions were last read. Where two readings overlap, one may overwrite what the other's full checks
/// found: these are contested. They are due again then, in the order they were made, and so lie a century back.
struct PackageCheck final {
    PackageName package;
    QDateTime fullCheckAt;      ///< when all its pages were read; invalid if never; a century earlier if contested
    QDateTime settledUpdatedAt; ///< the updated_at of the list row that they agree with; invalid while not settled
    int unsettledTries = 0;

    friend bool operator==(const PackageCheck&, const PackageCheck&) = default;
};

/// One snapshot of the history.
struct HistoryEntry final {
    qint64 id = 0;
    QDateTime fetchedAt;
    QDateTime checkedAt; ///< when it was last found to be still true; `fetchedAt` if never
    bool complete = true;
    bool isListWhole = true; ///< every page of the list of packages was read

    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// Says something of a history, oldest first.
using HistoryCheck = std::function<bool(std::span<const HistoryEntry>)>;

/// The newest snapshot as it was loaded.
struct KeptSnapshot final {
    qint64 id = 0; ///< as HistoryEntry::id
    SnapshotPtr snapshot;
};

/// What was worked out of a snapshot of the history, as bytes of whoever did.
struct SnapshotFinding final {
    qint64 snapshot = 0;
    QByteArray bytes;

    friend bool operator==(const SnapshotFinding&, const SnapshotFinding&) = default;
};

/// Something that is followed over time, such as a finding from when it was first seen until it is gone: bytes of
/// whoever follows it.
struct FollowedRecord final {
    qint64 id = 0; ///< the store's; 0 while it is new
    QString key;   ///< what it is; of records that are not over, each key is there once
    bool isOver = false;
    QByteArray bytes;

    friend bool operator==(const FollowedRecord&, const FollowedRecord&) = default;
};

enum class FollowedPart : std::uint8_t { NotOver, All };

} // namespace slipway
