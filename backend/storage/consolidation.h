#pragma once

#include "domain/baseimages.h"
#include "storage/retention.h"

#include <QString>

#include <span>
#include <stop_token>
#include <vector>

namespace slipway
{

/// A hub, or one family of it.
struct SharingGroup final {
    QString hub;
    std::optional<QString> family; ///< nothing: all of the hub

    friend bool operator==(const SharingGroup&, const SharingGroup&) = default;
};

/// What is to be imagined.
struct Consolidation final {
    std::vector<SharingGroup> sharing; ///< groups whose images are to stand on the chosen bases
    std::vector<RowIndex>
        bases; ///< the chosen versions of base packages, images or indexes; of a role the first counts
    Retention retention;
};

/// Stored bytes of a set of versions, step by step.
struct StoredSteps final {
    Bytes before = 0;
    Bytes afterDropping = 0;
    Bytes afterSharing = 0; ///< and dropping

    [[nodiscard]] Bytes savedByDropping() const { return before - afterDropping; }
    [[nodiscard]] Bytes savedBySharing() const { return afterDropping - afterSharing; }
    friend bool operator==(const StoredSteps&, const StoredSteps&) = default;
};

/// A hub on its own, with all blobs its versions reference. Hubs share blobs: they add up to more than the whole, and
/// one whose images move to a larger base grows while the whole shrinks.
struct HubConsolidation final {
    QString name; ///< empty: unassigned
    StoredSteps stored;
    size_t versionsDropped = 0;
    size_t versionsMoved = 0; ///< images that would stand on a chosen base instead, and bases it would replace
};

struct ConsolidationResult final {
    StoredSteps stored;                 ///< of the owner
    std::vector<HubConsolidation> hubs; ///< in the order of groupPackages()
    std::vector<RowIndex> dropped;      ///< versions, by row, ascending
    size_t imagesMoved = 0;             ///< image versions that would stand on a chosen base instead of another one
    size_t basesReplaced = 0;           ///< versions of bases that would no longer be needed
    size_t imagesWithoutBase = 0;       ///< of the sharing groups: stand on no known base, so they stay as they are
    size_t imagesWithoutChosenBase = 0; ///< of the sharing groups: stand on a base of a role for which none is chosen
    std::vector<RowIndex>
        basesRefused; ///< chosen, but no base of a role of its own: of no base package, or nothing read
    std::vector<RowIndex> unsizedBlobs; ///< their size nobody told: they count as nothing before and after, ascending
    bool isListWhole = true;            ///< all images and versions of the owner are among those looked at
    size_t versionsUnread = 0;          ///< their manifests are not known, so they hold nothing here
};

/// What the owner would store if versions were dropped and images shared their bases: counted from the layers that are
/// there, not by a factor.
///
/// 1. *Dropping* takes what droppedBy() says; the chosen bases always stay.
/// 2. *Sharing*: each image that is left in a package of the sharing groups and stands on a base (BaseImages) of a role
///    for which a base is chosen has that one's layers in place of its base's; the layers above and its config stay
///    what they are. A rebuild would give these other digests and about the same sizes, in each image alike, so what
///    they share among themselves is still shared. An image on the chosen base already, on none, or on one of another
///    variant or platform stays as it is. A base whose platform nothing tells has that of the chosen one if this is the
///    only image of its version.
/// 3. A base from which images moved and on which no other image that is left stands is no longer needed: its versions
///    have the layers of the chosen one too. A base on which nothing stood before is left to dropping.
///
/// Sharing is counted on what dropping leaves, so that what both save adds up to the difference. The chosen bases are
/// stored in any case, so sharing never makes the whole larger. Bytes are blobs; manifests are left out. What is
/// stopped ends soon, with a result that means nothing.
[[nodiscard]] ConsolidationResult consolidate(const Snapshot& snapshot, const ReferenceGraph& graph,
                                              std::span<const PackageClass> classes, const Consolidation& wish,
                                              const QDateTime& now, const std::stop_token& stop = {});

} // namespace slipway
