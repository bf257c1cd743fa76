#pragma once

#include "domain/snapshot.h"
#include "storage/storagegroups.h"

#include <cstdint>
#include <span>

namespace slipway
{

/// What an amount is of what there is, where something was not read or weighed.
enum class AmountBound : std::uint8_t {
    Exact,
    Least,  ///< it may be more
    Most,   ///< it may be less
    Unsure, ///< it may be more or less
};

/// Of a part's amounts.
struct PartBounds final {
    AmountBound stored = AmountBound::Exact; ///< of logical bytes too
    AmountBound exclusive = AmountBound::Exact;
    AmountBound shared = AmountBound::Exact;
    /// Where nothing of the part was weighed and no later reading of what is there now will weigh more: those of its
    /// versions that have no manifest in the registry. 0 elsewhere.
    std::size_t withoutManifest = 0;

    /// Whether all of the part was listed, read and weighed.
    [[nodiscard]] bool isWhole() const { return stored == AmountBound::Exact; }

    friend bool operator==(const PartBounds&, const PartBounds&) = default;
};

/// What of an owner was not read, and so what the amounts of its parts are. What was not read of a part may add to all
/// of them; what was not read elsewhere may hold the same blobs, so that less is only the part's, and more is shared.
class PartLacks final
{
public:
    /// `whole` is of all that `snapshot` has. The snapshot outlives it.
    PartLacks(const Snapshot& snapshot, const StorageFigures& whole);

    /// Of the owner as one part.
    [[nodiscard]] PartBounds of(const StorageFigures& whole) const;
    [[nodiscard]] PartBounds of(const PackageStorage& package) const;
    /// Images that nobody listed may be of any hub and family.
    [[nodiscard]] PartBounds of(const HubStorage& hub) const;
    [[nodiscard]] PartBounds of(const FamilyStorage& family) const;
    [[nodiscard]] PartBounds of(const WholeFamily& family) const;
    /// A version whose manifest is not known may be of any kind: its amounts are the least of each.
    [[nodiscard]] PartBounds of(const KindStorage& kind) const;
    [[nodiscard]] PartBounds of(const AgeStorage& age) const;

private:
    [[nodiscard]] PartBounds ofPackages(const StorageFigures& figures, std::span<const RowIndex> packages) const;
    [[nodiscard]] PartBounds boundsOf(const StorageFigures& figures, bool isListedHere, bool isListedElsewhere) const;
    [[nodiscard]] bool isAllListed() const { return m_snapshot.isListWhole && m_unlisted == 0; }
    /// How many of the versions may hold more than is known (mayHoldMore()).
    [[nodiscard]] std::size_t holdingMore(std::span<const RowIndex> versions) const;

    const Snapshot& m_snapshot;
    std::size_t m_unread;      ///< versions
    std::size_t m_holdingMore; ///< of them
    std::size_t m_unlisted;    ///< packages
};

} // namespace slipway
