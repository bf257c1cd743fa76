#pragma once

#include "core/names.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

/// What is looked for; the names are those of docs/cli.md.
enum class DriftCheck : std::uint8_t {
    Lock,      ///< a tag against the lock file
    CpuGpu,    ///< the layers that siblings have to share
    Identical, ///< a GPU image that is the CPU image
    Base,      ///< an image on a base that has moved on
    Cuda,      ///< the CUDA version against the pin
    Sbom,      ///< the packages in siblings
    Deployed,  ///< a target that runs another digest than its tag: told by whoever asks targets
};

constexpr std::size_t kDriftChecks = 7;

enum class DriftSeverity : std::uint8_t { Warning, Error };

/// What exactly was found.
enum class DriftReason : std::uint8_t {
    DigestDiffers,  ///< the tag is on another digest than the lock says
    TagMissing,     ///< locked, and the package has no such tag
    PackageMissing, ///< locked, and there is no such package
    NotLocked,      ///< a tag that should be in the lock and is not
    LayersDiverge,
    SameImage,
    BaseMoved,  ///< the tag the image was built from is on another digest
    BaseBehind, ///< the base has a newer release under the tag that is followed
    CudaDiffers,
    PackagesDiffer,
    OtherDeployed,
};

/// One finding, as the checks give it: no time, no text.
struct DriftFinding final {
    DriftCheck check = DriftCheck::Lock;
    DriftSeverity severity = DriftSeverity::Error;
    DriftReason reason = DriftReason::DigestDiffers;
    QString hub;
    QString family;
    QString image;    ///< package
    QString tag;      ///< of the image, by which it was compared
    QString other;    ///< the CPU sibling, the base's reference, or the target; empty if it is about the image alone
    QString platform; ///< of images in an index
    QString expected; ///< a digest, a version or a pin; empty for none
    QString actual;
    int divergesAtLayer = 0; ///< counted from 1; 0: not about layers
    int count = 0;           ///< layers expected to be shared; versions behind (0: not known); packages that differ
    Bytes bytes = 0;         ///< that sharing as expected would save
    QStringList differences; ///< packages that differ: "numpy 1.26.4, 2.0.2"

    friend bool operator==(const DriftFinding&, const DriftFinding&) = default;
};

/// What could not be checked, though the policy asks for it: unknown is neither drift nor fine.
enum class DriftGapReason : std::uint8_t {
    NotRead,    ///< the package, a manifest or a config could not be read
    NoCuda,     ///< a GPU image that says no CUDA version
    SbomUnread, ///< there is an SBOM that could not be read
};

struct DriftGap final {
    DriftCheck check = DriftCheck::Lock;
    DriftGapReason reason = DriftGapReason::NotRead;
    QString image;
    QString tag;

    friend bool operator==(const DriftGap&, const DriftGap&) = default;
};

/// How often each check was made of one package, by DriftCheck: tags against the lock, siblings that have to share
/// layers (of the GPU image), images whose base or CUDA is known. A check that was never made does not apply.
struct DriftTally final {
    bool isImage = false; ///< it has tags that are looked at
    std::array<std::uint16_t, kDriftChecks> made{};

    friend bool operator==(const DriftTally&, const DriftTally&) = default;
};

/// What all checks found: errors first, then by check, hub, family, image, tag and platform.
struct DriftReport final {
    qint64 checked = 0; ///< images that were looked at
    std::vector<DriftFinding> findings;
    std::vector<DriftGap> gaps;
    std::vector<DriftTally> tallies; ///< beside Snapshot::packages
};

/// "lock", "cpu-gpu", "identical", "base", "cuda", "sbom", "deployed".
[[nodiscard]] QString driftCheckName(DriftCheck check);
[[nodiscard]] std::optional<DriftCheck> driftCheckFromName(const QString& name);
/// "error", "warning".
[[nodiscard]] QString driftSeverityName(DriftSeverity severity);
/// By docs/cli.md, "Meanings, fixed".
[[nodiscard]] DriftSeverity severityOf(DriftCheck check);
/// What makes a finding the same at the next look: the check, the image with tag and platform, and the other side. Not
/// the digests, so that one that drifts on is still the same finding.
[[nodiscard]] QString driftKey(const DriftFinding& finding);

/// The order of DriftReport::findings.
[[nodiscard]] bool comesBefore(const DriftFinding& a, const DriftFinding& b);

} // namespace slipway
