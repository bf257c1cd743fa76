#pragma once

#include "core/async.h"
#include "drift/finddrift.h"
#include "drift/lockmaking.h"
#include "registry/registryclient.h"
#include "store/store.h"

#include <stop_token>

namespace slipway
{

/// Whether what the store does not have is asked for.
enum class DriftNetwork : std::uint8_t { Ask, StoreOnly };

/// What reading works with; all of it outlives the reading and is used on its thread.
struct DriftTools final {
    RegistryClient& registry;
    Store& store;
    DriftNetwork network = DriftNetwork::Ask;
};

/// Small blobs as they were read, by digest.
struct ReadBlobs final {
    QHash<Digest, QByteArray> blobs;
    std::vector<Error> problems; ///< one for each that could not be read
};

/// Reads blobs, each once ever: from the store, else from the registry, and keeps them. What is not known offline is
/// left out without a word.
[[nodiscard]] Task<ReadBlobs> readBlobs(DriftTools tools, QString owner, std::vector<WantedConfig> wanted,
                                        std::stop_token stop);

/// Where the SBOM of an image may be: blobs of what hangs on it, or on its index.
struct SbomPlace final {
    Digest image;
    PackageName package;
    std::vector<Digest> blobs;
};

/// Of every pair of siblings: SBOMs attached by `subject`, by cosign's tags or its fallback index, and those in
/// BuildKit's attestations. Blobs of more than 32 MiB are no SBOM anybody reads.
[[nodiscard]] std::vector<SbomPlace> sbomPlaces(const DriftFacts& facts);
/// The blobs of these places, each once.
[[nodiscard]] std::vector<WantedConfig> blobsOf(const std::vector<SbomPlace>& places);
/// What was read of them. An image with several has the first that is one.
[[nodiscard]] ReadSboms readSboms(const std::vector<SbomPlace>& places, const QHash<Digest, QByteArray>& blobs);

/// The configs of the pinned images that the snapshot does not have, or of which their manifests in the store declare
/// a base. Whoever stops it gets what was read until then.
struct ReadConfigs final {
    QHash<Digest, ImageConfig> configs;
    std::vector<Error> problems;
};
[[nodiscard]] Task<ReadConfigs> readChosenConfigs(DriftTools tools, SnapshotPtr snapshot, DriftPolicy policy,
                                                  std::stop_token stop);

/// The snapshot with the configs of the pinned images as well.
[[nodiscard]] Task<SnapshotPtr> withChosenConfigs(DriftTools tools, SnapshotPtr snapshot, DriftPolicy policy,
                                                  std::stop_token stop);

} // namespace slipway
