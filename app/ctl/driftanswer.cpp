#include "app/ctl/driftanswer.h"

#include "app/ctl/texttable.h"
#include "core/format.h"
#include "drift/drifttext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

QJsonValue timeOrNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(formatTimestamp(time)) : QJsonValue(QJsonValue::Null);
}

QJsonArray eventArray(const FindingLife& life)
{
    static const QStringList kNames{u"opened"_s, u"changed"_s, u"acknowledged"_s, u"expired"_s, u"resolved"_s};
    QJsonArray array;
    for (const auto& event : life.events) {
        QJsonObject object{{u"kind"_s, kNames[static_cast<int>(event.kind)]}, {u"at"_s, formatTimestamp(event.at)}};
        if (!event.reason.isEmpty())
            object.insert(u"reason"_s, event.reason);
        if (event.until.isValid())
            object.insert(u"until"_s, formatTimestamp(event.until));
        array.append(object);
    }
    return array;
}

QJsonObject findingObject(const FindingLife& life)
{
    const DriftFinding& finding = life.finding;
    return {
        {u"id"_s, life.id},
        {u"check"_s, driftCheckName(finding.check)},
        {u"severity"_s, driftSeverityName(finding.severity)},
        {u"family"_s, finding.family},
        {u"hub"_s, finding.hub},
        {u"image"_s, finding.image},
        {u"tag"_s, finding.tag},
        {u"platform"_s, finding.platform},
        {u"other"_s, finding.other},
        {u"expected"_s, finding.expected},
        {u"actual"_s, finding.actual},
        {u"divergesAtLayer"_s,
         finding.divergesAtLayer > 0 ? QJsonValue(finding.divergesAtLayer) : QJsonValue(QJsonValue::Null)},
        {u"bytes"_s, finding.bytes},
        {u"firstSeenAt"_s, formatTimestamp(life.firstSeenAt)},
        {u"state"_s, findingStateName(life.state)},
        {u"reason"_s, life.reason},
        {u"until"_s, timeOrNull(life.until)},
        {u"history"_s, eventArray(life)},
        {u"detail"_s, driftSentence(finding)},
    };
}

bool counts(const FindingLife& life)
{
    return life.state == FindingState::Open && life.finding.severity == DriftSeverity::Error;
}

QString stateText(const FindingLife& life)
{
    if (life.state == FindingState::Acknowledged)
        return tr("acknowledged until %1: %2").arg(life.until.toUTC().date().toString(Qt::ISODate), life.reason);
    return tr("since %1").arg(formatTimestamp(life.firstSeenAt));
}

QString counted(qint64 number, const char* one, const char* many)
{
    return number == 1 ? tr(one) : tr(many).arg(number);
}

} // namespace

ExitCode DriftAnswer::code() const
{
    if (std::ranges::any_of(lives, counts))
        return ExitCode::CheckFailed;
    return isComplete ? ExitCode::Done : ExitCode::PartlyDone;
}

Result<DriftChecks> readDriftChecks(const QHash<QString, QString>& values)
{
    DriftChecks checks;
    const auto words = values.constFind(u"only"_s);
    if (words == values.cend())
        return checks;
    const QStringList names = words->split(u',');
    for (const QString& word : names) {
        const auto check = driftCheckFromName(word.trimmed());
        if (!check) {
            return failure(
                ErrorKind::InvalidArgument,
                tr("--only takes lock, cpu-gpu, identical, base, cuda, sbom and deployed, with commas between"), word);
        }
        checks.insert(*check);
    }
    return checks;
}

std::vector<DriftCheck> checksMade(const DriftChecks& wanted, bool hasLock, const DriftPolicy& policy, bool hasSboms)
{
    std::vector<DriftCheck> made;
    const auto add = [&](DriftCheck check, bool isPossible) {
        if (isPossible && (wanted.isEmpty() || wanted.contains(check)))
            made.push_back(check);
    };
    add(DriftCheck::Lock, hasLock);
    add(DriftCheck::CpuGpu, true);
    add(DriftCheck::Identical, true);
    add(DriftCheck::Base, true);
    add(DriftCheck::Cuda, policy.cuda.has_value());
    add(DriftCheck::Sbom, hasSboms);
    return made;
}

QJsonObject driftDocument(const DriftAnswer& answer)
{
    QJsonArray findings;
    for (const auto& life : answer.lives)
        findings.append(findingObject(life));
    QJsonArray resolved;
    for (const auto& life : answer.resolved)
        resolved.append(findingObject(life));
    QJsonArray unchecked;
    for (const auto& gap : answer.report.gaps) {
        unchecked.append(QJsonObject{{u"check"_s, driftCheckName(gap.check)},
                                     {u"image"_s, gap.image},
                                     {u"tag"_s, gap.tag},
                                     {u"detail"_s, driftSentence(gap)}});
    }
    return {{u"checked"_s, answer.report.checked},
            {u"checkedAt"_s, formatTimestamp(answer.checkedAt)},
            {u"complete"_s, answer.isComplete},
            {u"lock"_s, answer.lockFile.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(answer.lockFile)},
            {u"findings"_s, findings},
            {u"resolved"_s, resolved},
            {u"unchecked"_s, unchecked}};
}

QString driftText(const DriftAnswer& answer)
{
    QString text = counted(answer.report.checked, "1 image checked", "%1 images checked");
    text += answer.lockFile.isEmpty() ? tr(", without a lock file") : tr(" with %1").arg(answer.lockFile);
    text += u"\n\n"_s;
    if (answer.lives.empty())
        text += tr("No drift.") + u'\n';
    TextTable table({Qt::AlignLeft, Qt::AlignLeft, Qt::AlignLeft, Qt::AlignLeft, Qt::AlignLeft});
    for (const auto& life : answer.lives) {
        const DriftFinding& finding = life.finding;
        const QString tagged = finding.tag.isEmpty() ? finding.image : finding.image + u':' + finding.tag;
        const QString image = finding.platform.isEmpty() ? tagged : tagged + u' ' + finding.platform;
        table.add({driftSeverityName(finding.severity), driftCheckName(finding.check), image, driftSentence(finding),
                   stateText(life)});
    }
    text += table.toString();
    if (!answer.resolved.empty())
        text += u'\n' + tr("No longer found:") + u'\n';
    for (const auto& life : answer.resolved)
        text +=
            u"  %1 %2: %3\n"_s.arg(driftCheckName(life.finding.check), life.finding.image, driftSentence(life.finding));
    if (!answer.report.gaps.empty())
        text += u'\n' + tr("Not checked:") + u'\n';
    for (const auto& gap : answer.report.gaps)
        text += u"  "_s + driftSentence(gap) + u'\n';
    return text;
}

QString lockChangesText(const MergedLock& merged, const std::vector<LockConflict>& conflicts)
{
    const auto shortly = [](const Digest& digest) { return digest.isNull() ? tr("nothing") : digest.shortForm(); };
    QString text;
    for (const auto& conflict : conflicts) {
        const auto* image = merged.lock.find(conflict.package, conflict.tag);
        const bool isKept = std::ranges::any_of(merged.changes, [&](const LockChange& change) {
            return change.kind == LockChangeKind::Kept && change.package == conflict.package
                   && change.tag == conflict.tag;
        });
        if (isKept) {
            text +=
                tr("conflict %1:%2: one side had %3, the other %4; what the registry has could not be read")
                    .arg(conflict.package.value, conflict.tag.value, shortly(conflict.ours), shortly(conflict.theirs))
                + u'\n';
            continue;
        }
        text += tr("conflict %1:%2: one side had %3, the other %4; the registry has %5")
                    .arg(conflict.package.value, conflict.tag.value, shortly(conflict.ours), shortly(conflict.theirs),
                         shortly(image ? image->digest : Digest()))
                + u'\n';
    }
    for (const auto& change : merged.changes) {
        const QString image = change.package.value + u':' + change.tag.value;
        switch (change.kind) {
        case LockChangeKind::Added:
            text += tr("added    %1 at %2").arg(image, shortly(change.after));
            break;
        case LockChangeKind::Moved:
            text += tr("moved    %1 from %2 to %3").arg(image, shortly(change.before), shortly(change.after));
            break;
        case LockChangeKind::Updated:
            text += tr("updated  %1: the same digest, something else about it").arg(image);
            break;
        case LockChangeKind::Removed:
            text += tr("removed  %1, which was at %2: the tag is gone, or is not pinned any more")
                        .arg(image, shortly(change.before));
            break;
        case LockChangeKind::Kept:
            text += tr("kept     %1 at %2: it could not be read").arg(image, shortly(change.before));
            break;
        }
        text += u'\n';
    }
    return text;
}

} // namespace slipway
