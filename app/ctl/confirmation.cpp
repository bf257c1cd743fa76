#include "app/ctl/confirmation.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

} // namespace

Result<void> confirm(const Invocation& invocation, const QString& question, const QString& answer)
{
    if (invocation.values.contains(u"yes"_s))
        return {};
    if (isatty(STDIN_FILENO) == 0)
        return failure(ErrorKind::Refused, question, tr("nobody is there to confirm it: give --yes"));
    std::fprintf(stderr, "%s\n", qUtf8Printable(tr("%1. Type %2 to go on: ").arg(question, answer)));
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly) || QString::fromUtf8(input.readLine(200)).trimmed() != answer)
        return failure(ErrorKind::Refused, question, tr("it was not confirmed"));
    return {};
}

Result<void> mayChangeRepository(const Invocation& invocation, const Connection& connection, const QString& command)
{
    if (invocation.network == NetworkUse::Offline)
        return failure(ErrorKind::InvalidArgument, tr("%1 cannot be --offline").arg(command));
    if (invocation.isReadOnly || isReadOnly(connection.target().access))
        return failure(ErrorKind::Refused, tr("%1 changes a repository, and this is read-only").arg(command));
    return {};
}

} // namespace slipway
