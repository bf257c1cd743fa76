#include "models/driftwords.h"

#include "drift/drifttext.h"
#include "models/inventoryitem.h"
#include "models/timetext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct DriftWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::DriftPage)
};

/// A cell of a Markdown table: a bar in it would end the cell.
QString escaped(QString text)
{
    return text.replace(u'|', u"\\|"_s);
}

/// "4 of 5": those that were found bad, of all the check was made of.
QString partOf(int part, const DriftCell& cell, const char* words)
{
    return DriftWords::tr(words).arg(part).arg(std::max(cell.made, part));
}

QString groupLabel(const DriftGroup& group)
{
    return groupName(group.family) + u" / "_s + groupName(group.hub);
}

} // namespace

QString driftCheckWord(DriftCheck check)
{
    switch (check) {
    case DriftCheck::Lock:
        return DriftWords::tr("Lock");
    case DriftCheck::CpuGpu:
        return DriftWords::tr("Layers", "a check: those that CPU and GPU image share");
    case DriftCheck::Identical:
        return DriftWords::tr("GPU build");
    case DriftCheck::Base:
        return DriftWords::tr("Base image");
    case DriftCheck::Cuda:
        return DriftWords::tr("CUDA pin");
    case DriftCheck::Sbom:
        return DriftWords::tr("SBOM");
    case DriftCheck::Deployed:
        return DriftWords::tr("Deployed");
    }
    return {};
}

QString driftCheckTip(DriftCheck check)
{
    switch (check) {
    case DriftCheck::Lock:
        return DriftWords::tr("Tags against the digests that the lock file pins");
    case DriftCheck::CpuGpu:
        return DriftWords::tr("The layers that the CPU and the GPU image of one thing have to share");
    case DriftCheck::Identical:
        return DriftWords::tr("GPU images that are the CPU image");
    case DriftCheck::Base:
        return DriftWords::tr("Images on a base that has moved on");
    case DriftCheck::Cuda:
        return DriftWords::tr("The CUDA of GPU images against the profile's pin");
    case DriftCheck::Sbom:
        return DriftWords::tr("The packages that the SBOMs of CPU and GPU image tell");
    case DriftCheck::Deployed:
        return DriftWords::tr("What targets run against their tags");
    }
    return {};
}

QString findingImage(const DriftFinding& finding)
{
    const QString tagged = finding.tag.isEmpty() ? finding.image : finding.image + u':' + finding.tag;
    return finding.platform.isEmpty() ? tagged : tagged + u' ' + finding.platform;
}

QString findingWord(const FindingLife& life)
{
    switch (life.state) {
    case FindingState::Acknowledged:
        return DriftWords::tr("Acknowledged");
    case FindingState::Resolved:
        return DriftWords::tr("Resolved");
    case FindingState::Open:
        break;
    }
    return life.finding.severity == DriftSeverity::Error ? DriftWords::tr("Error") : DriftWords::tr("Warning");
}

QString findingKindWord(FindingKind kind)
{
    switch (kind) {
    case FindingKind::All:
        return DriftWords::tr("All");
    case FindingKind::Errors:
        return DriftWords::tr("Errors");
    case FindingKind::Warnings:
        return DriftWords::tr("Warnings");
    case FindingKind::Acknowledged:
        return DriftWords::tr("Acknowledged");
    case FindingKind::Resolved:
        return DriftWords::tr("Resolved");
    }
    return {};
}

QString findingLifeText(const FindingLife& life, const QDateTime& now)
{
    const QString since = whenText(life.firstSeenAt, now);
    switch (life.state) {
    case FindingState::Open:
        return DriftWords::tr("Open since %1").arg(since);
    case FindingState::Acknowledged:
        return DriftWords::tr("First seen %1. Acknowledged until %2: %3")
            .arg(since, momentText(life.until), life.reason);
    case FindingState::Resolved:
        return DriftWords::tr("First seen %1, last seen %2").arg(since, whenText(life.lastSeenAt, now));
    }
    return {};
}

QStringList findingHistory(const FindingLife& life)
{
    QStringList lines;
    for (const auto& event : life.events) {
        const QString at = momentText(event.at);
        switch (event.kind) {
        case FindingEventKind::Opened:
            lines.append(DriftWords::tr("%1: first seen").arg(at));
            break;
        case FindingEventKind::Changed:
            lines.append(DriftWords::tr("%1: seen with other values").arg(at));
            break;
        case FindingEventKind::Acknowledged:
            lines.append(
                DriftWords::tr("%1: acknowledged until %2: %3").arg(at, momentText(event.until), event.reason));
            break;
        case FindingEventKind::Expired:
            lines.append(DriftWords::tr("%1: the acknowledgement ended").arg(at));
            break;
        case FindingEventKind::Resolved:
            lines.append(DriftWords::tr("%1: no longer found").arg(at));
            break;
        }
    }
    return lines;
}

QString driftCellText(const DriftCell& cell)
{
    switch (cell.standing()) {
    case DriftStanding::NotApplicable:
        break;
    case DriftStanding::Pass:
        return DriftWords::tr("%1 pass").arg(cell.made);
    case DriftStanding::Known:
        return DriftWords::tr("%1 known").arg(cell.known);
    case DriftStanding::Unknown:
        return DriftWords::tr("%1 unknown").arg(cell.unknown);
    case DriftStanding::Behind:
        return partOf(cell.behind, cell, QT_TRANSLATE_NOOP("slipway::DriftPage", "%1 of %2 warn"));
    case DriftStanding::Fail:
        return partOf(cell.failing, cell, QT_TRANSLATE_NOOP("slipway::DriftPage", "%1 of %2 fail"));
    }
    return u"–"_s;
}

QString driftLine(const DriftLook& look)
{
    const DriftMatrix& matrix = look.matrix;
    if (matrix.differing > 0)
        return DriftWords::tr("%1 of %2 images differ from policy or lock").arg(matrix.differing).arg(matrix.images);
    const auto gaps = static_cast<int>(look.ground->report.gaps.size());
    if (matrix.known > 0 || gaps > 0 || !look.ground->isWhole) {
        QStringList parts{DriftWords::tr("No open finding among %n image(s)", nullptr, matrix.images)};
        if (matrix.known > 0)
            parts.append(DriftWords::tr("%n acknowledged", "findings", matrix.known));
        if (gaps > 0)
            parts.append(DriftWords::tr("%n thing(s) not checked", nullptr, gaps));
        if (gaps == 0 && !look.ground->isWhole)
            parts.append(DriftWords::tr("not all could be read"));
        return parts.join(u", "_s);
    }
    if (!look.ground->lock)
        return DriftWords::tr("No drift among %n image(s)", nullptr, matrix.images);
    return DriftWords::tr("No drift. %n image(s) match %1", nullptr, matrix.images)
        .arg(QFileInfo(look.ground->lockFile).fileName());
}

QString driftChecksLine(const DriftLook& look, const QDateTime& now)
{
    int made = 0;
    for (const auto& group : look.matrix.groups)
        for (const auto& cell : group.cells)
            made += std::max(cell.made, cell.failing + cell.behind + cell.known);
    const int passing = made - look.matrix.failing - look.matrix.behind - look.matrix.known;
    return DriftWords::tr("%1 of %2 checks pass, checked %3")
        .arg(passing)
        .arg(made)
        .arg(whenText(look.ground->checkedAt, now));
}

QStringList driftGaps(const DriftGround& ground)
{
    QStringList lines;
    for (const auto& gap : ground.report.gaps)
        lines.append(driftSentence(gap));
    return lines;
}

QString findingAsText(const FindingLife& life, const QDateTime& now)
{
    const DriftFinding& finding = life.finding;
    QStringList lines{u"%1, %2: %3"_s.arg(findingWord(life), driftCheckWord(finding.check), findingImage(finding)),
                      driftSentence(finding), findingLifeText(life, now)};
    if (!finding.expected.isEmpty())
        lines.append(DriftWords::tr("Expected: %1").arg(finding.expected));
    if (!finding.actual.isEmpty())
        lines.append(DriftWords::tr("Is: %1").arg(finding.actual));
    if (!finding.differences.isEmpty())
        lines.append(DriftWords::tr("Packages: %1").arg(finding.differences.join(u"; "_s)));
    return lines.join(u'\n') + u'\n';
}

std::vector<DriftCheck> shownChecks(const DriftMatrix& matrix)
{
    std::vector<DriftCheck> checks{DriftCheck::Lock, DriftCheck::CpuGpu, DriftCheck::Identical,
                                   DriftCheck::Base, DriftCheck::Cuda,   DriftCheck::Sbom};
    const auto isDeployed = [](const DriftGroup& group) {
        return group.cell(DriftCheck::Deployed).standing() != DriftStanding::NotApplicable;
    };
    if (std::ranges::any_of(matrix.groups, isDeployed))
        checks.push_back(DriftCheck::Deployed);
    return checks;
}

QString driftAsText(const DriftLook& look, const std::vector<FindingLife>& shown, const QDateTime& now)
{
    QStringList lines{driftLine(look), driftChecksLine(look, now), {}};
    for (const auto& group : look.matrix.groups) {
        QStringList cells;
        for (const DriftCheck check : shownChecks(look.matrix))
            cells.append(driftCheckWord(check) + u' ' + driftCellText(group.cell(check)));
        lines.append(u"%1: %2"_s.arg(groupLabel(group), cells.join(u", "_s)));
    }
    for (const auto& life : shown)
        lines << QString() << findingAsText(life, now).trimmed();
    return lines.join(u'\n') + u'\n';
}

QString driftAsMarkdown(const DriftLook& look, const std::vector<FindingLife>& shown, const QDateTime& now)
{
    const auto checks = shownChecks(look.matrix);
    QString head = u"| %1 |"_s.arg(DriftWords::tr("Family / hub"));
    QString rule = u"|---|"_s;
    for (const DriftCheck check : checks) {
        head += u" %1 |"_s.arg(driftCheckWord(check));
        rule += u"---|"_s;
    }
    QStringList lines{u"**%1.** %2."_s.arg(driftLine(look), driftChecksLine(look, now)), {}, head, rule};
    for (const auto& group : look.matrix.groups) {
        QString line = u"| %1 |"_s.arg(escaped(groupLabel(group)));
        for (const DriftCheck check : checks)
            line += u" %1 |"_s.arg(driftCellText(group.cell(check)));
        lines.append(line);
    }
    if (!shown.empty())
        lines << QString()
              << u"| %1 | %2 | %3 | %4 |"_s.arg(DriftWords::tr("Finding"), DriftWords::tr("Check"),
                                                DriftWords::tr("Image"), DriftWords::tr("Since"))
              << u"|---|---|---|---|"_s;
    for (const auto& life : shown)
        lines.append(u"| %1: %2 | %3 | `%4` | %5 |"_s.arg(
            findingWord(life), escaped(driftSentence(life.finding)), driftCheckWord(life.finding.check),
            escaped(findingImage(life.finding)), momentText(life.firstSeenAt)));
    return lines.join(u'\n') + u'\n';
}

} // namespace slipway
