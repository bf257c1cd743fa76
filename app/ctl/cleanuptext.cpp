#include "app/ctl/cleanuptext.h"

#include "core/errortext.h"
#include "core/format.h"

#include <QCoreApplication>

#include <map>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

/// By its policy tags, else its digest.
QString nameOf(const PackageName& package, const QStringList& tags, const Digest& digest)
{
    return tags.isEmpty() ? package.value + u'@' + digest.shortForm() : package.value + u':' + tags.join(u',');
}

QString brokenLines(const std::vector<BrokenVersion>& broken)
{
    QString text;
    for (const auto& version : broken) {
        QStringList missing;
        for (const Digest& digest : version.missing)
            missing.append(digest.shortForm());
        text += tr("broken: %1, missing %2")
                    .arg(nameOf(version.package, version.tags, version.digest), missing.join(u", "_s))
                + u'\n';
    }
    return text;
}

QString goneLines(const std::vector<GoneVersion>& gone)
{
    QString text;
    for (const auto& version : gone) {
        text += tr("gone since the plan, deleted by somebody else: %1")
                    .arg(nameOf(version.package, version.tags, version.digest))
                + u'\n';
    }
    return text;
}

QString leftLines(const std::vector<LeftVersion>& left, const QString& word)
{
    QString text;
    for (const auto& version : left)
        text += u"%1: %2 %3: %4\n"_s.arg(word, version.package.value).arg(version.id.value).arg(version.reason);
    return text;
}

} // namespace

QString planText(const PlanFile& plan)
{
    QString text;
    std::map<QString, std::vector<const PlannedVersion*>> byRule;
    for (const auto& planned : plan.deletions)
        byRule[planned.rule].push_back(&planned);
    for (const auto& [rule, planned] : byRule) {
        text += tr("%1: %2 versions").arg(rule).arg(planned.size()) + u'\n';
        for (const auto* version : planned)
            text += u"  %1  %2\n"_s.arg(nameOf(version->package, version->tags, version->digest), version->because);
    }
    for (const auto& blocked : plan.blocked) {
        text += tr("blocked: %1 %2: %3").arg(blocked.package.value, blocked.digest.shortForm(), blocked.reason) + u'\n';
    }
    for (const auto& large : plan.needsConfirmation) {
        text += tr("over a limit: %1 loses %2 versions, %3 %; apply it with --allow-large %1")
                    .arg(large.package.value)
                    .arg(large.versions)
                    .arg(large.percent, 0, 'f', 0)
                + u'\n';
    }
    for (const auto& skipped : plan.skippedPackages)
        text += tr("left out: %1: %2").arg(skipped.package.value, skipped.reason) + u'\n';
    for (const QString& notice : plan.notices)
        text += tr("note: %1").arg(notice) + u'\n';
    if (!text.isEmpty())
        text += u'\n';
    text += tr("%1 versions would be deleted, %2 stay; that frees %3.")
                .arg(plan.deletions.size())
                .arg(plan.keep.size() + plan.blocked.size())
                .arg(formatBytes(plan.freedBytes))
            + u'\n';
    if (!plan.complete)
        text += tr("Not everything could be read; what could not be is not touched.") + u'\n';
    return text;
}

QString appliedText(const CleanupOutcome& outcome, const CleanupProof& proof)
{
    QString text = leftLines(outcome.skipped, tr("skipped")) + leftLines(outcome.failed, tr("failed"))
                   + goneLines(proof.gone) + brokenLines(proof.broken);
    const QString sentence = outcome.isFreedAtLeast ? tr("%1 versions are deleted, which frees at least %2.")
                                                    : tr("%1 versions are deleted, which frees %2.");
    text += sentence.arg(outcome.deleted.size()).arg(formatBytes(outcome.freedBytes)) + u'\n';
    if (proof.restoreHelps)
        text += tr("Tags that were to stay are broken. Bring back what was deleted: slipwayctl cleanup restore %1")
                    .arg(outcome.journal)
                + u'\n';
    else if (!proof.broken.empty())
        text += tr("Tags that were to stay are broken. What they lack is not in the journal of this cleanup, which "
                   "cannot bring it back.")
                + u'\n';
    else if (proof.isProven() && !proof.gone.empty())
        text += tr("Every other kept tag resolves, with all it lists and all that hangs on it.") + u'\n';
    else if (proof.isProven())
        text += tr("Every kept tag resolves, with all it lists and all that hangs on it.") + u'\n';
    else
        text += tr("Whether every kept tag is whole could not be proven: slipwayctl cleanup verify") + u'\n';
    if (proof.brokenBefore > 0)
        text += tr("%1 tagged versions could not be pulled whole before it, and are not counted: slipwayctl broken")
                    .arg(proof.brokenBefore)
                + u'\n';
    return text + tr("Journal: %1").arg(outcome.journal) + u'\n';
}

QString openText(const OpenVersions& left)
{
    QStringList what;
    if (!left.open.empty())
        what.append(tr("%1 versions are still to be deleted").arg(left.open.size()));
    if (const auto count = left.comingBack(); count > 0)
        what.append((left.announced.empty() ? tr("%1 versions are still to be put back")
                                            : tr("up to %1 versions are still to be put back"))
                        .arg(count));
    return what.isEmpty() ? QString() : tr("%1: the same plan goes on.").arg(what.join(u", "_s));
}

QString restoredText(const RestoreOutcome& outcome)
{
    QString text;
    for (const auto& one : outcome.failed)
        text += tr("not restored: %1 %2: %3").arg(one.package.value).arg(one.id.value).arg(one.problem) + u'\n';
    for (const auto& one : outcome.neverAway)
        text += tr("%1 %2 never was away").arg(one.package.value).arg(one.id.value) + u'\n';
    for (const auto& one : outcome.restored) {
        if (!one.problem.isEmpty())
            text += u"%1 %2: %3\n"_s.arg(one.package.value).arg(one.id.value).arg(one.problem);
        if (!one.moved.isEmpty()) {
            text += tr("%1 %2 is back without %3, which lead elsewhere now")
                        .arg(one.package.value)
                        .arg(one.id.value)
                        .arg(one.moved.join(u", "_s))
                    + u'\n';
        }
        for (const Digest& digest : one.missing)
            text += tr("%1 %2 is back, but what it lists is not there: %3")
                        .arg(one.package.value)
                        .arg(one.id.value)
                        .arg(digest.toString())
                    + u'\n';
    }
    return text + tr("%1 versions are restored, %2 are not.").arg(outcome.restored.size()).arg(outcome.failed.size())
           + u'\n';
}

QString provenText(const CleanupProof& proof)
{
    QString text = brokenLines(proof.broken);
    for (const Error& error : proof.problems)
        text += tr("not asked: %1").arg(errorText(error).what) + u'\n';
    if (proof.isProven())
        text += tr("Every tag resolves, with all it lists and all that hangs on it.") + u'\n';
    return text;
}

QString cleanupProgressText(const CleanupProgress& progress)
{
    const QString versions = tr("%1 of %2 versions").arg(progress.done).arg(progress.total);
    const QString freed = formatBytes(progress.freed);
    QString text = versions + u", "_s
                   + (progress.toFree           ? tr("%1 of %2 freed").arg(freed, formatBytes(*progress.toFree))
                      : progress.isFreedAtLeast ? tr("at least %1 freed").arg(freed)
                                                : tr("%1 freed").arg(freed));
    if (progress.remaining) {
        const auto seconds = progress.remaining->count();
        text +=
            seconds < 120 ? tr(", about %1 s left").arg(seconds) : tr(", about %1 min left").arg((seconds + 59) / 60);
    }
    return text;
}

} // namespace slipway
