#include "drift/findingissue.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// GitHub takes 65,536 characters; whoever has more packages that differ than this sees them on the page.
constexpr qsizetype kMostDifferences = 100;

QString taggedOf(const DriftFinding& finding)
{
    const QString tagged = finding.tag.isEmpty() ? finding.image : finding.image + u':' + finding.tag;
    return finding.platform.isEmpty() ? tagged : tagged + u' ' + finding.platform;
}

/// What is wrong, without a digest or a number.
QString wrongOf(const DriftFinding& finding)
{
    switch (finding.reason) {
    case DriftReason::DigestDiffers:
        return u"is not what the lock file pins"_s;
    case DriftReason::TagMissing:
        return finding.check == DriftCheck::Base ? u"is built on a tag that is gone"_s
                                                 : u"is pinned, and the tag is gone"_s;
    case DriftReason::PackageMissing:
        return u"is pinned, and the package is gone"_s;
    case DriftReason::NotLocked:
        return u"is not in the lock file"_s;
    case DriftReason::LayersDiverge:
        return u"does not share the layers it should"_s;
    case DriftReason::SameImage:
        return u"is the CPU image"_s;
    case DriftReason::BaseMoved:
    case DriftReason::BaseBehind:
        return u"is built on a base that has moved on"_s;
    case DriftReason::CudaDiffers:
        return u"has another CUDA than is pinned"_s;
    case DriftReason::PackagesDiffer:
        return u"has other packages than its sibling"_s;
    case DriftReason::OtherDeployed:
        return u"is not what is deployed"_s;
    }
    return {};
}

/// Within a cell of a table, as code.
QString cell(const QString& text)
{
    QString shown = text;
    shown.remove(u'`').replace(u'|', u"\\|"_s).replace(u'\n', u' ');
    return u'`' + shown + u'`';
}

} // namespace

QString findingTitle(const DriftFinding& finding)
{
    return u"Drift: %1 %2 (%3)"_s.arg(taggedOf(finding), wrongOf(finding), driftCheckName(finding.check));
}

QString findingReport(const DriftFinding& finding)
{
    QString text = cell(taggedOf(finding)) + u' ' + wrongOf(finding) + u".\n\n| | |\n|---|---|\n"_s;
    const auto row = [&text](const QString& name, const QString& value) {
        if (!value.isEmpty())
            text += u"| %1 | "_s.arg(name) + cell(value) + u" |\n"_s;
    };
    row(u"check"_s, driftCheckName(finding.check));
    row(u"severity"_s, driftSeverityName(finding.severity));
    row(u"hub"_s, finding.hub);
    row(u"family"_s, finding.family);
    row(u"compared with"_s, finding.other);
    row(u"expected"_s, finding.expected);
    row(u"found"_s, finding.actual);
    if (finding.divergesAtLayer > 0)
        row(u"diverges at layer"_s, QString::number(finding.divergesAtLayer));
    if (finding.check == DriftCheck::CpuGpu)
        row(u"layers to share"_s, QString::number(finding.count));
    else if (finding.count > 0 && finding.check == DriftCheck::Base)
        row(u"versions behind"_s, QString::number(finding.count));
    const qsizetype shown = std::min(kMostDifferences, finding.differences.size());
    const QStringList first = finding.differences.first(shown);
    for (const QString& difference : first)
        row(u"package"_s, difference);
    if (shown < finding.differences.size())
        row(u"package"_s, u"and %1 more"_s.arg(finding.differences.size() - shown));
    return text
           + u"\nSlipway keeps this part up to date and closes the issue when the finding is gone. "
             "What is written outside of it stays."_s;
}

bool isKeyGone(const QString& key, const LookedFor& looked)
{
    const QStringList parts = key.split(u'|');
    const auto check = driftCheckFromName(parts.first());
    if (parts.size() != 5 || !check)
        return false;
    FindingLife life;
    life.key = key;
    life.finding.check = *check;
    life.finding.image = parts[1];
    life.finding.tag = parts[2];
    return advanceFindings({life}, {}, looked, {}).front().state == FindingState::Resolved;
}

} // namespace slipway
