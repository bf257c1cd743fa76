#include "views/cleanup/cleanupquestion.h"

#include "cleanup/restoring.h"
#include "core/format.h"
#include "models/cleanupwords.h"
#include "models/timetext.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct Question {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

/// "torch-gpu:v0.2.8, 506 MiB".
QString largestOf(const CleanupSheet& sheet, const CleanupShare& share)
{
    if (share.largest == kNoRow)
        return {};
    const CleanupWords words(sheet.snapshot(), sheet.terms.policy, sheet.terms.protections);
    return u"%1, %2"_s.arg(words.imageOf(share.largest), formatBytes(share.largestBytes));
}

/// "torch-gpu:v0.2.8, 506 MiB", of some.
QString largestOf(const std::vector<PlannedVersion>& versions)
{
    const auto& largest = *std::ranges::max_element(versions, {}, &PlannedVersion::freedBytes);
    const QString name =
        largest.package.value
        + (largest.tags.isEmpty() ? u'@' + largest.digest.shortForm() : u':' + largest.tags.constFirst());
    return u"%1, %2"_s.arg(name, formatBytes(largest.freedBytes));
}

QString byRule(const std::vector<PlannedVersion>& versions)
{
    QMap<QString, int> rules;
    for (const auto& planned : versions)
        ++rules[planned.rule];
    QStringList parts;
    for (const auto& [rule, count] : rules.asKeyValueRange())
        parts.append(u"%1: %2"_s.arg(rule).arg(count));
    return parts.join(u"; "_s);
}

/// What each rule takes: "2 versions tagged pr-*…; 1 untagged…".
QString byRule(const CleanupSheet& sheet, const CleanupShare& share)
{
    QStringList parts;
    for (std::size_t group = 0; group < share.groups.size(); ++group)
        if (share.groups[group] > 0)
            parts.append(u"%1: %2"_s.arg(sheet.groups[group].title).arg(share.groups[group]));
    return parts.join(u"; "_s);
}

/// What is known of the machines that run something. Only what was asked and is protected is said to be unharmed.
ConfirmFact hostsFact(const CleanupSheet& sheet)
{
    const auto& protections = sheet.terms.protections;
    const QString name = Question::tr("Hosts affected");
    if (protections.targets == 0)
        return {name, Question::tr("No host is configured, so none was asked"), Glyph::Info};
    QStringList targets = protections.unreadTargets;
    if (sheet.terms.policy.protect.deployed && targets.isEmpty())
        return {name, Question::tr("None: what runs is protected"), Glyph::Ok};
    if (!sheet.terms.policy.protect.deployed)
        for (const auto& each : protections.deployed)
            targets.append(each.target);
    targets.sort();
    targets.removeDuplicates();
    const QString hosts = targets.join(u", "_s);
    return {name,
            sheet.terms.policy.protect.deployed
                ? Question::tr("Not asked: nobody knows what runs on %1", "hosts").arg(hosts)
                : Question::tr("Not asked: the policy does not protect what runs on %1", "hosts").arg(hosts),
            Glyph::Warning};
}

QString recordedText()
{
    return Question::tr("In the journal of this run, under History, and in the audit");
}

/// What all deletions have in common: how they are undone, what is typed, what is pressed, and that they can be listed.
void askFor(int goes, bool isDemo, const QDateTime& now, Confirmation& question)
{
    if (isDemo)
        question.facts.push_back({Question::tr("Demo"),
                                  Question::tr("The registry is played by this program; nothing at GitHub changes"),
                                  Glyph::Info});
    question.undo = Question::tr("You can restore a version until %1. After that it cannot be recovered. Pulls by "
                                 "deleted digests fail at once.")
                        .arg(dayText(now.addDays(kRestorable.count())));
    question.recorded = recordedText();
    question.phrase = Question::tr("delete %n version(s)", "to be typed", goes);
    question.verb = Question::tr("Delete %n version(s)", nullptr, goes);
    question.list = Question::tr("Save the list as a CSV first…");
}

} // namespace

Confirmation cleanupQuestion(const CleanupSheet& sheet, const CleanupShare& share, const QString& registry, bool isDemo,
                             const QDateTime& now)
{
    const int goes = static_cast<int>(share.goes);
    Confirmation question;
    question.title = Question::tr("Delete %n version(s) from %1?", nullptr, goes).arg(registry);
    question.goes = Question::tr("By rule: %1.", "counts").arg(byRule(sheet, share)) + u' '
                    + Question::tr("It frees %1.").arg(formatBytes(share.freed));
    question.stays = Question::tr("%n protected version(s) stay.", nullptr, static_cast<int>(sheet.held));
    QStringList names;
    for (const auto& package : share.leftOut)
        names.append(package.value);
    names.sort();
    if (!names.isEmpty())
        question.stays += u' ' + Question::tr("Left out, since over a limit: %1.").arg(names.join(u", "_s));
    question.facts.push_back({Question::tr("Largest"), largestOf(sheet, share), {}});
    question.facts.push_back(hostsFact(sheet));
    question.facts.push_back({Question::tr("Plan"),
                              Question::tr("Made %1; each version is looked at again before it goes")
                                  .arg(whenText(sheet.plan.createdAt, now)),
                              Glyph::Ok});
    askFor(goes, isDemo, now, question);
    return question;
}

Confirmation restQuestion(const CleanupRest& rest, const QString& registry, bool isDemo, const QDateTime& now)
{
    const int goes = static_cast<int>(rest.left.open.size());
    const int comesBack = static_cast<int>(rest.left.comingBack());
    const bool isSure = rest.left.announced.empty();
    Confirmation question;
    question.goes = Question::tr("What is left of a run that was stopped.");
    if (const QStringList names = rest.left.packagesLeftOut(); !names.isEmpty())
        question.stays = Question::tr("Left out, since over a limit: %1.").arg(names.join(u", "_s));
    if (comesBack > 0) {
        question.goes +=
            u' '
            + (isSure ? Question::tr("%n version(s) are to be put back, since their trees stay.", nullptr, comesBack)
                      : Question::tr("Up to %n version(s) are to be put back, since their trees stay: whether all of "
                                     "them are gone is looked at first.",
                                     nullptr, comesBack));
    }
    if (goes == 0) {
        question.harms = false;
        question.title = (isSure ? Question::tr("Put %n version(s) of %1 back?", nullptr, comesBack)
                                 : Question::tr("Put up to %n version(s) of %1 back?", nullptr, comesBack))
                             .arg(registry);
        question.verb = isSure ? Question::tr("Put %n version(s) back", nullptr, comesBack)
                               : Question::tr("Put up to %n version(s) back", nullptr, comesBack);
        question.recorded = recordedText();
        return question;
    }
    question.title = Question::tr("Delete %n version(s) from %1?", nullptr, goes).arg(registry);
    question.goes += u' ' + Question::tr("By rule: %1.", "counts").arg(byRule(rest.left.open));
    question.facts.push_back({Question::tr("Largest"), largestOf(rest.left.open), {}});
    question.facts.push_back({Question::tr("Hosts affected"),
                              Question::tr("Not asked again: what runs since the plan was made is not known to it"),
                              Glyph::Warning});
    question.facts.push_back({Question::tr("Plan"),
                              Question::tr("Made %1; what has changed since in the policy or its lock files does not "
                                           "count. Each version is looked at again before it goes")
                                  .arg(whenText(rest.plan.createdAt, now)),
                              Glyph::Warning});
    askFor(goes, isDemo, now, question);
    return question;
}

Confirmation largeQuestion(const CleanupSheet& sheet, const LargeDeletion& large)
{
    const QString& name = sheet.snapshot().packages[large.package].name.value;
    Confirmation question;
    question.title = Question::tr("Delete that much of %1?").arg(name);
    question.goes = Question::tr("%1 loses %2 of its %3 versions. That is more than the policy allows without being "
                                 "asked about.")
                        .arg(name)
                        .arg(large.versions)
                        .arg(large.total);
    question.stays = Question::tr("If you leave it out, all of its versions stay.");
    question.phrase = name;
    question.verb = Question::tr("Include %1").arg(name);
    question.skip = Question::tr("Leave it out");
    return question;
}

} // namespace slipway
