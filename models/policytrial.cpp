#include "models/policytrial.h"

#include "cleanup/policynaming.h"
#include "core/errortext.h"
#include "core/format.h"
#include "core/textfault.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

namespace
{

struct PolicyWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::PolicyEditor)
};

bool isAmong(const QStringList& files, const QString& file)
{
    return std::ranges::any_of(files, [&](const QString& each) { return isSameFile(each, file); });
}

} // namespace

bool isFromProgram(const PolicyOrigin& origin)
{
    return origin.file.startsWith(u':');
}

bool isBesidePlans(const PolicyOrigin& origin, const PolicyGround& ground)
{
    return origin.seen && !isFromProgram(origin) && !isAmong(ground.policies, origin.file)
           && !isAmong(ground.added, origin.file);
}

bool canBeNamed(const PolicyOrigin& origin, const PolicyGround& ground)
{
    return isBesidePlans(origin, ground) && !ground.profile.isEmpty() && !ground.profile.startsWith(u':');
}

QString policyPlaceLine(const PolicyOrigin& origin, const PolicyGround& ground)
{
    if (origin.file.isEmpty())
        return PolicyWords::tr("No file yet: plans go by the usual policy");
    if (isFromProgram(origin))
        return PolicyWords::tr("It comes with the program; saving asks for a place");
    if (!isAmong(ground.policies, origin.file) && isAmong(ground.added, origin.file))
        return PolicyWords::tr("%2 names %1. Plans go by it when the owner is opened again.", "two files")
            .arg(origin.file, QFileInfo(ground.profile).fileName());
    if (!isBesidePlans(origin, ground))
        return origin.file;
    if (canBeNamed(origin, ground))
        return PolicyWords::tr("Plans do not go by %1 before %2 names it under \"policies\".", "two files")
            .arg(origin.file, QFileInfo(ground.profile).fileName());
    if (!ground.profile.isEmpty())
        return PolicyWords::tr("Plans still go by the demo's policy, which comes with the program. They go by %1 with "
                               "a profile of your own (--profile) that names it under \"policies\".")
            .arg(origin.file);
    return PolicyWords::tr("Plans still go by the usual policy, since no profile is in use. They go by %1 with a "
                           "profile (--profile) that names it under \"policies\".")
        .arg(origin.file);
}

QStringList policyEffects(const PolicyTrial& trial)
{
    if (!trial.sheet)
        return {};
    const CleanupSheet& sheet = *trial.sheet;
    if (sheet.goes() == 0)
        return {PolicyWords::tr("Nothing would go.")};
    QStringList lines{
        PolicyWords::tr("%n version(s) would go, which frees %1.", nullptr, static_cast<int>(sheet.goes()))
            .arg(formatBytes(sheet.plan.freed.owner))};
    for (const auto& group : sheet.groups)
        if (group.goes > 0)
            lines.append(PolicyWords::tr("%1: %n version(s), %2", "rule; bytes", static_cast<int>(group.goes))
                             .arg(group.title, formatBytes(group.bytes)));
    return lines;
}

QStringList policyRemarks(const PolicyTrial& trial)
{
    QStringList lines;
    if (!trial.sheet)
        return lines;
    if (trial.sheet->held > 0)
        lines.append(PolicyWords::tr("%n version(s) that the rules would delete stay, since something protects them.",
                                     nullptr, static_cast<int>(trial.sheet->held)));
    for (const auto& hold : trial.sheet->holds)
        lines.append(
            PolicyWords::tr("%1: %n version(s)", "what protects", static_cast<int>(hold.versions)).arg(hold.words));
    return lines + trial.sheet->notes;
}

QString policyFaultLine(const Error& fault)
{
    const TextFault place = faultOf(fault);
    if (place.line == 0)
        return errorLine(fault);
    return PolicyWords::tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(place.why);
}

} // namespace slipway
