#pragma once

#include "domain/classification.h"
#include "domain/referencegraph.h"

#include <QHash>

#include <span>
#include <vector>

namespace slipway
{

/// What a base image is for: images of one role can stand on any base of that role.
struct BaseRole final {
    Variant variant = Variant::BaseCpu; ///< BaseCpu or BaseGpu
    QString platform; ///< "linux/amd64": as its config or an index says, else as what stands on it; empty if neither

    friend bool operator==(const BaseRole&, const BaseRole&) = default;
};

/// An image of a base package: a list of layers that others stand on.
struct BaseImage final {
    RowIndex manifest = kNoRow;
    BaseRole role;
};

/// Which base each image of a snapshot stands on. Base images are the images of the packages whose variant is base-cpu
/// or base-gpu. An image stands on the base with the most layers of those whose layers, all of them and in their order,
/// its own begin with (OCI image-spec 1.1, manifest.md: the base layer comes first); a base stands on itself. An image
/// that begins with no base's layers stands on none: no other prefix is taken for one, for what two images begin with
/// may be the team's own work as well. So a base that was deleted from its package is no longer recognised.
class BaseImages final
{
public:
    static constexpr std::uint32_t kNone = kNoRow;

    /// `classes` stand beside Snapshot::packages.
    BaseImages(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes);

    /// By package, then newest first; of two with the same layers only the first.
    [[nodiscard]] const std::vector<BaseImage>& all() const { return m_bases; }
    /// The place in all() of the base this image stands on; kNone if it stands on none.
    [[nodiscard]] std::uint32_t baseOf(const ManifestRow& image) const;

private:
    void add(const ManifestRow& manifest, BaseRole role);
    void learnPlatforms(const ReferenceGraph& graph);
    [[nodiscard]] static quint64 edge(std::uint32_t node, RowIndex layer) { return quint64{node} << 32U | layer; }

    const Snapshot* m_snapshot;
    std::vector<BaseImage> m_bases;
    // The layer lists of all bases as one tree.
    QHash<quint64, std::uint32_t> m_nodes;      ///< by the node below and the layer that leads up from it
    std::vector<std::uint32_t> m_endsAt{kNone}; ///< per node, the base that ends there
};

/// The bases to propose for sharing: for each of base-cpu and base-gpu, of the package on which most images stand (the
/// first by name of several), the newest version with a policy tag that is a base or an index of one. Build cache and
/// attestations have tags as well, and are neither. Rows in Snapshot::versions.
[[nodiscard]] std::vector<RowIndex> proposeBases(const Snapshot& snapshot, const ReferenceGraph& graph,
                                                 std::span<const PackageClass> classes);

} // namespace slipway
