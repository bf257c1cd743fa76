#pragma once

#include "drift/driftcontext.h"

#include <vector>

namespace slipway
{

/// The CPU and the GPU image of one thing, at one tag.
struct SiblingPair final {
    RowIndex cpu = kNoRow; ///< packages
    RowIndex gpu = kNoRow;
    QString tag;
    RowIndex cpuVersion = kNoRow;
    RowIndex gpuVersion = kNoRow;
};

/// The images of a pair for one platform.
struct PlatformPair final {
    QString platform; ///< empty where both have one image only
    const ManifestRow* cpu = nullptr;
    const ManifestRow* gpu = nullptr;
};

/// Packages of one hub and family that differ in cpu and gpu: by variant, and of those by name without the words that
/// say the variant; the only ones of their kind in a family whatever they are called. They are compared at the tag the
/// lock pins for both, else `latest`, else the newest tag that both have; without one they are no pair.
[[nodiscard]] std::vector<SiblingPair> siblingPairs(const DriftFacts& facts, const LockIndex& locked);

/// The platforms both have. An image whose platform nobody tells stands beside the only one of the other side.
[[nodiscard]] std::vector<PlatformPair> platformPairs(PlatformImages& images, const SiblingPair& pair,
                                                      const Snapshot& snapshot);

/// A pair's images for one platform, and how many layers they have to share.
struct ComparedSiblings final {
    SiblingPair pair;
    QString platform; ///< as PlatformPair::platform
    Digest cpu;
    Digest gpu;
    size_t expected = 0; ///< 0: nothing is expected of them
};

/// All pairs as checkSiblings() compares them, to be looked at.
[[nodiscard]] std::vector<ComparedSiblings> comparedSiblings(const DriftFacts& facts);

/// `app` for `app-gpu`, `app-cuda12` and `gpu/app`: the parts of a name that say no variant, in lower case.
[[nodiscard]] QString siblingStem(const QString& package);

/// `cpu-gpu`, `identical` and `sbom` of each pair, as far as they are asked for.
void checkSiblings(DriftContext& context, bool areLayersWanted, bool isIdenticalWanted, bool isSbomWanted);

} // namespace slipway
