#pragma once

#include "drift/driftmatrix.h"
#include "drift/finddrift.h"
#include "drift/findinglife.h"
#include "drift/siblings.h"
#include "inventory/inventory.h"

#include <QDateTime>

#include <memory>
#include <optional>

namespace slipway
{

/// What a look for drift was made of, and what it found: immutable.
struct DriftGround final {
    InventoryPtr inventory; ///< never null
    std::vector<PackageClass> classes;
    DriftPolicy policy;
    QHash<Digest, ImageConfig> configs; ///< that were read beside those of the snapshot
    ReadSboms sboms;
    QString lockFile; ///< the profile's; empty: it names none
    std::optional<BuildLock> lock;
    std::optional<Error> lockError; ///< why it could not be read
    bool isWhole = true;            ///< everything of the owner was read, and every config
    std::vector<Error> problems;    ///< configs and SBOMs that could not be read
    QDateTime checkedAt;
    DriftReport report;
    std::vector<ComparedSiblings> siblings;
    QHash<Digest, Bytes> lockedSizes; ///< of layers that the lock pins in images that are not what it says

    [[nodiscard]] const Snapshot& snapshot() const { return *inventory->snapshot; }
    /// For the checks; points into this.
    [[nodiscard]] DriftFacts facts() const;
    /// What a config says; null where nobody read it.
    [[nodiscard]] const ImageConfig* configOf(const Digest& blob) const;
};

/// Fills in lockedSizes from the report. Looks through all blobs, so it belongs into the pool.
void learnLockedSizes(DriftGround& ground);

/// A look with the lives of what it found: what the Drift page shows.
struct DriftLook final {
    std::shared_ptr<const DriftGround> ground;
    std::vector<FindingLife> lives; ///< of the findings that are there now, errors first
    std::vector<FindingLife> past;  ///< resolved ones, the newest first
    DriftMatrix matrix;
};
using DriftLookPtr = std::shared_ptr<const DriftLook>;

/// `kept` are all lives of the owner's findings, as the store has them.
[[nodiscard]] DriftLookPtr driftLook(std::shared_ptr<const DriftGround> ground, const std::vector<FindingLife>& kept);

/// Which findings are listed.
enum class FindingKind : std::uint8_t { All, Errors, Warnings, Acknowledged, Resolved };
constexpr std::array kFindingKinds{FindingKind::All, FindingKind::Errors, FindingKind::Warnings,
                                   FindingKind::Acknowledged, FindingKind::Resolved};

/// The findings of a kind in whose image, check, hub, family or sentence every word of `text` is. All are those that
/// are there now.
[[nodiscard]] std::vector<FindingLife> shownFindings(const DriftLook& look, FindingKind kind, const QString& text);
/// How many there are of a kind.
[[nodiscard]] qsizetype findingTotal(const DriftLook& look, FindingKind kind);

} // namespace slipway
