#include "models/policytrial.h"

#include "core/errortext.h"
#include "core/format.h"
#include "core/textfault.h"

#include <QCoreApplication>

namespace slipway
{

namespace
{

struct PolicyWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::PolicyEditor)
};

} // namespace

bool isFromProgram(const PolicyOrigin& origin)
{
    return origin.file.startsWith(u':');
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
