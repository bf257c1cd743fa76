#include "drift/drifttext.h"

#include "core/digest.h"
#include "core/format.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

QString shortly(const QString& digest)
{
    const auto parsed = Digest::parse(digest);
    return parsed ? parsed->shortForm() : digest;
}

QString lockSentence(const DriftFinding& finding)
{
    const QString image = finding.image + u':' + finding.tag;
    switch (finding.reason) {
    case DriftReason::PackageMissing:
        return tr("%1 is in the lock file, and there is no such package.").arg(image);
    case DriftReason::TagMissing:
        return tr("%1 is in the lock file, and the package has no such tag.").arg(image);
    case DriftReason::NotLocked:
        return tr("%1 is not in the lock file.").arg(image);
    case DriftReason::DigestDiffers:
    case DriftReason::LayersDiverge:
    case DriftReason::SameImage:
    case DriftReason::BaseMoved:
    case DriftReason::BaseBehind:
    case DriftReason::CudaDiffers:
    case DriftReason::PackagesDiffer:
    case DriftReason::OtherDeployed:
        break;
    }
    return tr("%1 is %2, the lock file says %3.").arg(image, shortly(finding.actual), shortly(finding.expected));
}

QString baseSentence(const DriftFinding& finding)
{
    if (finding.reason == DriftReason::TagMissing)
        return tr("It is built on %1, a tag that is no longer there.").arg(finding.other);
    if (finding.reason == DriftReason::BaseMoved)
        return tr("It is built on %1 as it was at %2; the tag is on %3 now.")
            .arg(finding.other, shortly(finding.actual), shortly(finding.expected));
    if (finding.count == 1)
        return tr("It is built on %1, one version behind.").arg(finding.other);
    if (finding.count > 1)
        return tr("It is built on %1, %2 versions behind.").arg(finding.other).arg(finding.count);
    return tr("It is built on %1, which is not the base's latest version.").arg(finding.other);
}

QString layersSentence(const DriftFinding& finding)
{
    QString text = tr("Of %1 layers it has to share with %2 it shares %3; they diverge at layer %4")
                       .arg(QString::number(finding.count), finding.other, QString::number(finding.divergesAtLayer - 1),
                            QString::number(finding.divergesAtLayer));
    text += finding.bytes > 0 ? tr(", and %1 are stored twice.").arg(formatBytes(finding.bytes)) : u"."_s;
    return text;
}

QString packagesSentence(const DriftFinding& finding)
{
    constexpr qsizetype kShown = 3;
    const auto shown = finding.differences.first(std::min(kShown, finding.differences.size())).join(u"; "_s);
    if (finding.differences.size() <= kShown)
        return tr("Its packages differ from those of %1: %2.").arg(finding.other, shown);
    return tr("Its packages differ from those of %1: %2 and %3 more.")
        .arg(finding.other, shown)
        .arg(finding.differences.size() - kShown);
}

} // namespace

QString driftSentence(const DriftFinding& finding)
{
    switch (finding.check) {
    case DriftCheck::Lock:
        return lockSentence(finding);
    case DriftCheck::CpuGpu:
        return layersSentence(finding);
    case DriftCheck::Identical:
        return tr("It is the very image of %1 (%2): the GPU build is not one.")
            .arg(finding.other, shortly(finding.actual));
    case DriftCheck::Base:
        return baseSentence(finding);
    case DriftCheck::Cuda:
        return tr("It has CUDA %1, the pin is %2.").arg(finding.actual, finding.expected);
    case DriftCheck::Sbom:
        return packagesSentence(finding);
    case DriftCheck::Deployed:
        return tr("%1 runs %2, the tag is on %3.")
            .arg(finding.other, shortly(finding.actual), shortly(finding.expected));
    }
    return {};
}

QString driftSentence(const DriftGap& gap)
{
    const QString image = gap.image + u':' + gap.tag;
    switch (gap.reason) {
    case DriftGapReason::NotRead:
        if (gap.check == DriftCheck::Base)
            return tr("%1 could not be checked for base: its base's versions could not all be read.").arg(image);
        return tr("%1 could not be checked for %2: it could not be read whole.").arg(image, driftCheckName(gap.check));
    case DriftGapReason::NoCuda:
        return tr("%1 does not say which CUDA it has.").arg(image);
    case DriftGapReason::SbomUnread:
        return tr("%1 could not be checked for sbom: an SBOM could not be read.").arg(image);
    }
    return {};
}

} // namespace slipway
