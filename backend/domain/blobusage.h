#pragma once

#include "domain/snapshot.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace slipway
{

/// Bytes of a set of versions, as docs/cli.md, "Bytes", defines them: blobs of known size. BlobUsage::Part names the
/// others.
struct SetSize final {
    Bytes logical = 0; ///< sum over its image manifests, each pulled alone; indexes add nothing, also those of a cache
    Bytes stored = 0;  ///< distinct blobs
    Bytes exclusive = 0; ///< blobs nothing outside the set references: what deleting the set frees
    Bytes shared = 0;    ///< of the stored ones, those that two or more versions of the owner reference

    friend bool operator==(const SetSize&, const SetSize&) = default;
};

/// Counts who references which blob among all versions of an owner. A blob listed twice in one manifest counts once;
/// the same manifest in two packages is two references. Not for two threads at once: measuring uses scratch tables of
/// its own.
class BlobUsage final
{
public:
    /// How many versions of the owner reference each blob, by row in Snapshot::blobs.
    using References = std::shared_ptr<const std::vector<std::uint32_t>>;

    /// A blob of a set that something outside of it references too.
    struct Shared {
        RowIndex blob;
        std::uint32_t uses; ///< versions of the set that reference it
    };
    /// A measured set, and what it takes to measure it together with others: few blobs leave the set they are in.
    struct Part {
        SetSize size;
        std::vector<Shared> shared;
        std::vector<RowIndex>
            unsized; ///< distinct blobs of the set whose size is not known, in the order of their rows
    };

    explicit BlobUsage(const Snapshot& snapshot);
    /// With what another one of the same snapshot has counted already.
    BlobUsage(const Snapshot& snapshot, References references);

    [[nodiscard]] const References& references() const { return m_references; }

    /// The set's sizes, exact. Versions by row; a version given twice counts once.
    [[nodiscard]] SetSize measure(std::span<const RowIndex> versions);
    /// The same, to be joined with others.
    [[nodiscard]] Part measurePart(std::span<const RowIndex> versions);
    /// The same, in one walk with what each version is as a set of its own: as many of these, in their order.
    [[nodiscard]] Part measureEach(std::span<const RowIndex> versions, std::span<SetSize> each);
    /// Sets that have no version in common, as one: exact, without looking at their versions again.
    [[nodiscard]] Part join(std::span<const Part> parts);
    /// A set of one version with this manifest, quicker.
    [[nodiscard]] SetSize measureOne(const ManifestRow& manifest) const;
    /// Config and layers of one manifest, each distinct blob once.
    [[nodiscard]] Bytes contentSize(const ManifestRow& manifest) const;
    /// Calls `visit(RowIndex blob)` for config and layers of one manifest, each distinct blob once.
    template<typename Visit>
    static void forEachBlob(const Snapshot& snapshot, const ManifestRow& manifest, Visit visit);

private:
    void addVersions(std::span<const RowIndex> versions, std::span<SetSize> each, Part& part);
    [[nodiscard]] SetSize addVersion(const ManifestRow& manifest, Part& part);
    [[nodiscard]] bool addsLogical(const ManifestRow& manifest) const;
    void addShared(RowIndex blob, SetSize& size) const;
    void note(RowIndex blob, std::uint32_t uses);

    const Snapshot* m_snapshot;
    References m_references;
    std::vector<std::uint32_t> m_inSet; ///< per blob of several versions, those of the set; zero between calls
    std::vector<RowIndex> m_touched;    ///< such blobs of the set; empty between calls
    std::vector<bool> m_isMember;       ///< per version; false between calls
};

template<typename Visit>
void BlobUsage::forEachBlob(const Snapshot& snapshot, const ManifestRow& manifest, Visit visit)
{
    const auto layers = snapshot.layersOf(manifest);
    // Manifests have a dozen layers: looking back is cheaper than a set, and mostly the last digits of their rows tell
    // already that one is new.
    std::uint64_t digits = 0;
    for (size_t i = 0; i < layers.size(); ++i) {
        const std::uint64_t digit = std::uint64_t{1} << (layers[i] % 64U);
        const auto before = layers.first(i);
        if ((digits & digit) == 0 || std::ranges::find(before, layers[i]) == before.end())
            visit(layers[i]);
        digits |= digit;
    }
    if (manifest.config != kNoRow && std::ranges::find(layers, manifest.config) == layers.end())
        visit(manifest.config);
}

} // namespace slipway
