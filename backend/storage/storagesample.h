#pragma once

#include "core/names.h"
#include "domain/classificationrules.h"
#include "domain/snapshot.h"
#include "storage/storagegroups.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// What a hub stored at a moment: alone, without what others hold too, and with it.
struct HubSample final {
    QString name; ///< empty: unassigned
    Bytes stored = 0;
    Bytes exclusive = 0;

    friend bool operator==(const HubSample&, const HubSample&) = default;
};

/// What an owner stored while a snapshot was true: from when it was read until it was last found unchanged.
struct StorageSample final {
    QDateTime from;
    QDateTime until;
    bool isComplete = true; ///< all that could hold bytes is known (see sampleOf()): else the bytes are the least
    Bytes logical = 0;
    Bytes stored = 0;
    Bytes shared = 0;
    Bytes manifestBytes = 0;
    std::int64_t versions = 0;
    std::vector<HubSample> hubs; ///< in the order of groupPackages()

    friend bool operator==(const StorageSample&, const StorageSample&) = default;
};

/// What a history keeps of a measured snapshot. It is complete if the list of packages and every package's own
/// were read whole, every manifest
/// was asked for and none is unreadable, and every blob has a size. A manifest that the registry does not have, or
/// whose bytes are none, stays so at every reading and has nothing to be weighed: it spoils no figure, no more than a
/// problem on which no size depends (a config that only grouping wanted). `from` and `until` are the history's own, and
/// not in the packed form.
[[nodiscard]] StorageSample sampleOf(const StorageReport& report, const Snapshot& snapshot);

/// Whether a version may hold more than is known of it: its manifest was not read, and not because the registry does
/// not have it or has something else under that name.
[[nodiscard]] bool mayHoldMore(const Snapshot& snapshot, const VersionRow& version);

/// Whether nothing of a snapshot is left that may hold bytes, as sampleOf() has it; `unsizedBlobs` are all it has.
[[nodiscard]] bool isWeighed(const Snapshot& snapshot, std::span<const RowIndex> unsizedBlobs);

/// As bytes (CBOR), in the form `kStorageSampleKind` names.
[[nodiscard]] QByteArray packSample(const StorageSample& sample);
/// nullopt for bytes that make no sense.
[[nodiscard]] std::optional<StorageSample> unpackSample(const QByteArray& bytes);

constexpr QLatin1StringView kStorageSampleKind{"storage-2"};

/// Tells rules apart: which hub a package is of decides what hubs stored.
[[nodiscard]] QByteArray rulesDigest(const ClassificationRules& rules);

} // namespace slipway
