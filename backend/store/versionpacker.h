#pragma once

#include "domain/snapshot.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace slipway
{

/// Packs versions of one package with everything their manifests tell, as a snapshot has it: each blob, word and
/// foreign digest once a part, numbers as differences. A part stands for itself: unpacking needs no other.
class VersionPacker final
{
public:
    explicit VersionPacker(const Snapshot& snapshot);

    /// The parts to come are of this package.
    void enterPackage(const PackageRow& package);
    /// Packs these versions (rows of the snapshot, by ascending id).
    [[nodiscard]] QByteArray pack(std::span<const RowIndex> versions);

private:
    class Part;

    const Snapshot& m_snapshot;
    std::uint32_t m_package = 0;
    std::uint32_t m_part = 0;
    std::vector<std::uint32_t> m_listedIn; ///< per manifest, the last package that was seen to list it
    // Per row of the snapshot: the part it was met in last, and its number there.
    struct Place {
        std::uint32_t part = 0;
        std::uint32_t number = 0;
    };
    std::vector<Place> m_manifestPlaces;
    std::vector<Place> m_blobPlaces;
    std::vector<Place> m_wordPlaces;
};

/// How versions (by ascending id) are cut into parts: where an id says so, whatever stands around it, so that a version
/// that comes or goes changes one part. Gives the end of the part that begins at `first`.
[[nodiscard]] size_t endOfPart(std::span<const VersionRow> versions, std::span<const RowIndex> byId, size_t first);

} // namespace slipway
