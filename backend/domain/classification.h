#pragma once

#include "domain/classificationrules.h"
#include "domain/snapshot.h"

#include <QString>

#include <vector>

namespace slipway
{

/// Where a package belongs. Empty hub or family: nothing matched, shown as "Unassigned".
struct PackageClass final {
    QString hub;
    QString family;
    std::optional<Variant> variant; ///< nullopt if only a guess of "other" is left

    [[nodiscard]] bool isClassified() const { return !hub.isEmpty() && !family.isEmpty(); }
    friend bool operator==(const PackageClass&, const PackageClass&) = default;
};

/// Whether a version has a tag that is no referrer tag (docs/cli.md: a policy tag).
[[nodiscard]] bool hasPolicyTag(const Snapshot& snapshot, const VersionRow& version);

/// The version that stands for a package: tagged `latest`, else the newest with a tag that is no referrer tag, else the
/// newest; kNoRow for a package without versions.
[[nodiscard]] RowIndex currentVersion(const Snapshot& snapshot, const PackageRow& package);

/// The config blob of that version: of an index, of its first platform that is no attestation; kNoRow if not known.
[[nodiscard]] RowIndex currentConfig(const Snapshot& snapshot, const PackageRow& package);

/// The class of each package, beside Snapshot::packages. Without rules: hub from the linked repository, else from the
/// label org.opencontainers.image.source; family from the name without its cpu/gpu part ("base" for base images);
/// variant from the name (cpu, gpu, cuda, base), else from CUDA_VERSION or NVIDIA_REQUIRE_CUDA in the environment.
[[nodiscard]] std::vector<PackageClass> classify(const Snapshot& snapshot, const ClassificationRules& rules);

/// The configs worth reading before classifying for good: of every package if a rule asks for labels, else of those
/// that names and repositories leave open. Blob rows.
[[nodiscard]] std::vector<RowIndex> configsNeeded(const Snapshot& snapshot, const ClassificationRules& rules);

} // namespace slipway
