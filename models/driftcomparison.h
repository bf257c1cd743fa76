#pragma once

#include "models/driftlook.h"
#include "models/figuretable.h"
#include "models/ladderpairs.h"

namespace slipway
{

/// One of two images that are put side by side, as a person names it: "apc-emotion-gpu:v0.4.1",
/// "apc-emotion-gpu@sha256:…" or, as the lock file pins it, "apc-emotion-gpu:v0.4.1@lock".
struct ComparedImage final {
    QString text;
    RowIndex version = kNoRow;           ///< kNoRow: the registry has it no more, only the lock knows it
    const LockedImage* locked = nullptr; ///< points into the ground; null: not asked for as locked
};

/// Two of them, and the images of theirs that belong together, one a platform. Where one is known from the lock only,
/// its image is kNoRow.
struct DriftComparison final {
    ComparedImage left;
    ComparedImage right;
    std::vector<LadderPair> pairs;
};

/// Errors: InvalidArgument with a sentence that says which of the two there is not, and why.
[[nodiscard]] Result<DriftComparison> compareImages(const DriftGround& ground, const QString& left,
                                                    const QString& right);

/// The layers of one of them, with what made each as far as a config tells. What only the lock knows has the sizes of
/// the layers that are still stored; the others' are not known (kUnknownSize).
[[nodiscard]] LadderSide comparedSide(const DriftGround& ground, const ComparedImage& compared, RowIndex image,
                                      const std::optional<ImageConfig>& config);

/// How many layers two images have to share by the policy; 0: nothing is expected of these two.
[[nodiscard]] size_t expectedShared(const DriftGround& ground, const Digest& left, const Digest& right);
/// What the policy expects of the two and what sharing it would save; empty where it expects nothing.
[[nodiscard]] QString sharingSentence(const LadderModel& model, size_t expected);

/// What two images are compared by for a finding: as locked and now, CPU and GPU, base and image. Empty where there is
/// nothing to compare.
struct ComparedNames final {
    QString left;
    QString right;

    friend bool operator==(const ComparedNames&, const ComparedNames&) = default;
};
[[nodiscard]] ComparedNames comparedFor(const DriftGround& ground, const DriftFinding& finding);
/// The same for a package that nothing was found of: with its sibling, else with what the lock says.
[[nodiscard]] ComparedNames comparedFor(const DriftGround& ground, const QString& package);
/// The first pair of siblings of a family and hub.
[[nodiscard]] ComparedNames comparedFor(const DriftGround& ground, const QString& family, const QString& hub);

/// What can be compared, to choose from: tags of images by name, the newest first, then what the lock pins. Some
/// thousands at most; any other tag can be typed.
[[nodiscard]] QStringList comparableImages(const DriftGround& ground);

/// The packages that the SBOMs of two images have in different versions, or one has and the other has not. Errors:
/// NotFound with a sentence, where no SBOM of one of them was read.
[[nodiscard]] Result<FigureTable> sbomTable(const DriftGround& ground, const LadderSide& left, const LadderSide& right);

} // namespace slipway
