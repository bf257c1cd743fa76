#include "app/ctl/profilecommand.h"

#include "settings/profile.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

CommandShape profileCommand()
{
    return {u"profile check"_s,
            QCoreApplication::translate("Commands", "Say whether a profile is right, or what is wrong and where."),
            {},
            u"FILE"_s};
}

Result<CommandResult> runProfileCommand(const Invocation& invocation)
{
    const auto profile = loadProfile(invocation.argument);
    if (!profile)
        return std::unexpected(profile.error());
    if (invocation.format == OutputFormat::Text) {
        return CommandResult{ExitCode::Done,
                             QCoreApplication::translate("Commands", "%1 is right.").arg(invocation.argument) + u'\n'};
    }
    const QJsonObject document{
        {u"file"_s, invocation.argument},
        {u"owner"_s, profile->owner},
        {u"valid"_s, true},
        {u"rules"_s, static_cast<qint64>(profile->rules.rules.size())},
        {u"budgets"_s, static_cast<qint64>(profile->budgets.size())},
        {u"targets"_s, static_cast<qint64>(profile->targets.size())},
        {u"policies"_s, static_cast<qint64>(profile->policies.size())},
    };
    return CommandResult{ExitCode::Done, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented))};
}

} // namespace slipway
