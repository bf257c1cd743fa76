#include "app/ctl/auditcommand.h"

#include "app/ctl/texttable.h"
#include "app/session/cleanupplanning.h"
#include "core/format.h"
#include "store/auditlog.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

QString documentOf(const std::vector<AuditRow>& rows, const AuditText& text)
{
    QJsonArray array;
    for (const auto& row : rows) {
        array.append(QJsonObject{{u"at"_s, row.at.toUTC().toString(Qt::ISODateWithMs)},
                                 {u"who"_s, row.who},
                                 {u"server"_s, row.server},
                                 {u"owner"_s, row.owner},
                                 {u"action"_s, row.action},
                                 {u"subject"_s, row.subject},
                                 {u"result"_s, row.result},
                                 {u"detail"_s, row.detail}});
    }
    const QJsonObject document{{u"rows"_s, array}, {u"intact"_s, text.broken.isEmpty()}};
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

QString tableOf(const std::vector<AuditRow>& rows)
{
    TextTable table(QList<Qt::AlignmentFlag>(6, Qt::AlignLeft));
    for (const auto& row : rows)
        table.add({formatTimestamp(row.at), row.who, row.action, row.subject, row.result, row.detail});
    return table.toString();
}

} // namespace

CommandShape auditCommand()
{
    return {u"audit"_s,
            tr("Show what was changed on servers from here, and by whom."),
            {{u"since"_s, tr("Only from this time on: 2026-03-01 or a time."), u"TIME"_s},
             {u"verify"_s, tr("Check that no row was changed, taken out or put in; exit code 3 if one was.")}}};
}

Result<CommandResult> runAuditCommand(const Invocation& invocation)
{
    QDateTime since;
    if (const QString text = invocation.values.value(u"since"_s); !text.isEmpty()) {
        since = QDateTime::fromString(text, Qt::ISODate).toUTC();
        if (!since.isValid())
            return failure(ErrorKind::InvalidArgument, tr("--since needs a day or a time"), text);
    }
    const QString path = auditFileOf(invocation.target);
    const auto text = AuditLog(path).read();
    if (!text)
        return std::unexpected(text.error());
    std::vector<AuditRow> rows;
    for (const auto& row : text->rows) {
        if (!since.isValid() || row.at >= since)
            rows.push_back(row);
    }
    CommandResult result{ExitCode::Done,
                         invocation.format == OutputFormat::Json ? documentOf(rows, *text) : tableOf(rows)};
    if (!text->broken.isEmpty()) {
        result.notice = tr("%1:%2 does not follow from the line before: the audit was changed").arg(path, text->broken);
        if (invocation.values.contains(u"verify"_s))
            result.code = ExitCode::CheckFailed;
    }
    return result;
}

} // namespace slipway
