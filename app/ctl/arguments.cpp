#include "app/ctl/arguments.h"

#include "app/session/debuginfo.h"
#include "app/session/logoptions.h"
#include "app/session/targetoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Arguments", text);
}

std::unexpected<Error> wrongUse(const QString& what, const QString& detail = {})
{
    return failure(ErrorKind::InvalidArgument, what, detail);
}

QString optionTable(const QList<QCommandLineOption>& options)
{
    QString text;
    for (const auto& option : options) {
        const QStringList names = option.names();
        QStringList shown;
        for (const QString& name : names)
            shown.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
        QString left = u"  "_s + shown.join(u", "_s);
        if (!option.valueName().isEmpty())
            left += u' ' + option.valueName();
        text += left.leftJustified(22) + u"  "_s + option.description() + u'\n';
    }
    return text;
}

QString nameWithArgument(const CommandShape& command)
{
    return command.argument.isEmpty() ? command.name : command.name + u' ' + command.argument;
}

QString overviewHelp(const QList<CommandShape>& commands)
{
    QString text = tr("slipwayctl: the inventory of a GitHub Container Registry, for scripts and CI jobs.") + u"\n\n"_s
                   + tr("slipwayctl [OPTIONS] COMMAND [OPTIONS]") + u"\n\n"_s + tr("Commands:") + u'\n';
    for (const auto& command : commands)
        text += u"  "_s + nameWithArgument(command).leftJustified(20) + u"  "_s + command.summary + u'\n';
    text += u'\n' + tr("Options:") + u'\n' + optionTable(commonOptions());
    return text + u'\n'
           + tr("Exit codes: 0 done, 1 failed, 2 wrong use, 3 a check found something, 4 refused for safety, 5 partly "
                "done, 75 try later.")
           + u'\n';
}

QString commandHelp(const CommandShape& command)
{
    QString text =
        u"slipwayctl [OPTIONS] "_s + nameWithArgument(command) + u" [OPTIONS]\n\n"_s + command.summary + u"\n\n"_s;
    if (!command.options.isEmpty())
        text += tr("Options of this command:") + u'\n' + optionTable(command.options) + u'\n';
    return text + tr("Options:") + u'\n' + optionTable(commonOptions());
}

Result<OutputFormat> readFormat(const QCommandLineParser& parser)
{
    const QString format = parser.isSet(u"format"_s) ? parser.value(u"format"_s) : u"text"_s;
    if (format != "text"_L1 && format != "json"_L1)
        return wrongUse(tr("--format is text or json"), format);
    return format == "json"_L1 ? OutputFormat::Json : OutputFormat::Text;
}

Result<QString> readDebugInfo(const QCommandLineParser& parser)
{
    const auto target = readTarget(parser);
    if (!target)
        return std::unexpected(target.error());
    const auto log = readLogOptions(parser, *target);
    if (!log)
        return std::unexpected(log.error());
    const auto format = readFormat(parser);
    if (!format)
        return std::unexpected(format.error());
    const DebugInfo info = debugInfo(*target, *log);
    if (*format == OutputFormat::Text)
        return debugText(info);
    return QString::fromUtf8(QJsonDocument(debugDocument(info)).toJson(QJsonDocument::Indented));
}

QList<CommandShape>::const_iterator findCommand(const QList<CommandShape>& commands, const QStringList& words)
{
    return std::ranges::find_if(commands, [&words](const CommandShape& command) {
        const QStringList name = command.name.split(u' ');
        return words.first(std::min(words.size(), name.size())) == name;
    });
}

Result<Invocation> readInvocation(const QCommandLineParser& parser, const CommandShape& command)
{
    auto target = readTarget(parser);
    if (!target)
        return std::unexpected(target.error());
    Invocation invocation;
    invocation.command = command.name;
    invocation.target = std::move(*target);
    invocation.isVerbose = parser.isSet(u"verbose"_s);
    auto log = readLogOptions(parser, invocation.target);
    if (!log)
        return std::unexpected(log.error());
    invocation.log = std::move(*log);
    invocation.log.standardError = invocation.isVerbose ? LogLevel::Info : LogLevel::Error;
    invocation.network = parser.isSet(u"offline"_s) ? NetworkUse::Offline : NetworkUse::Online;
    const auto format = readFormat(parser);
    if (!format)
        return std::unexpected(format.error());
    invocation.format = *format;
    for (const auto& option : command.options) {
        const QString name = option.names().constFirst();
        if (parser.isSet(name) && option.valueName().isEmpty()) {
            invocation.values.insert(name, QString());
        } else if (parser.isSet(name)) {
            invocation.values.insert(name, parser.value(name));
            invocation.lists.insert(name, parser.values(name));
        }
    }
    invocation.owners = parser.values(u"owner"_s);
    for (const QString& name :
         {u"profile"_s, u"owner"_s, u"demo"_s, u"api-url"_s, u"registry-url"_s, u"token-env"_s, u"data-dir"_s}) {
        if (parser.isSet(name))
            invocation.place.append({u"--"_s + name, parser.value(name)});
    }
    invocation.tokenVariable = parser.value(u"token-env"_s);
    invocation.isReadOnly = parser.isSet(u"read-only"_s);
    const QStringList rest = parser.positionalArguments().sliced(command.name.count(u' ') + 1);
    if (command.argument.isEmpty() && !rest.isEmpty())
        return wrongUse(tr("%1 takes no argument").arg(command.name), rest.first());
    if (!command.argument.isEmpty() && rest.size() != 1)
        return wrongUse(tr("%1 takes one argument: %2").arg(command.name, command.argument));
    invocation.argument = rest.value(0);
    return invocation;
}

} // namespace

QString adviceFor(const Invocation& invocation, const QStringList& words)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+,=-]+$"_s);
    QStringList line{u"slipwayctl"_s};
    const QStringList all = words + invocation.place;
    for (const QString& word : all) {
        if (plain.match(word).hasMatch())
            line.append(word);
        else
            line.append(u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'');
    }
    return line.join(u' ');
}

QList<QCommandLineOption> commonOptions()
{
    QList<QCommandLineOption> options = targetOptions();
    options.append(logOptions());
    options.append({
        {u"format"_s, tr("text (default) or json: one document on standard output."), u"FORMAT"_s},
        {u"read-only"_s, tr("Change nothing on any server.")},
        {{u"v"_s, u"verbose"_s}, tr("Write the log to standard error too: a line for each request, and more.")},
        {{u"h"_s, u"help"_s}, tr("Show this help.")},
        {u"version"_s, tr("Show the version.")},
    });
    return options;
}

Result<std::variant<Invocation, HelpText>> readArguments(const QStringList& arguments,
                                                         const QList<CommandShape>& commands)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    QStringList known; // two commands may have an option of the same name
    for (const auto& command : commands) {
        for (const auto& option : command.options) {
            if (!known.contains(option.names().constFirst()))
                parser.addOption(option);
            known.append(option.names().constFirst());
        }
    }
    const QStringList line = QStringList{u"slipwayctl"_s} + arguments;
    const bool isUnderstood = parser.parse(line);
    const auto command = findCommand(commands, parser.positionalArguments());
    const QString name = command == commands.end() ? parser.positionalArguments().value(0) : command->name;
    if (parser.isSet(u"version"_s))
        return HelpText{u"slipwayctl " SLIPWAY_VERSION "\n"_s};
    if (parser.isSet(u"help"_s))
        return HelpText{command == commands.end() ? overviewHelp(commands) : commandHelp(*command)};
    if (!isUnderstood)
        return wrongUse(parser.errorText().chopped(parser.errorText().endsWith(u'.') ? 1 : 0));
    if (parser.isSet(u"debug-info"_s)) {
        auto text = readDebugInfo(parser);
        if (!text)
            return std::unexpected(text.error());
        return HelpText{std::move(*text)};
    }
    if (name.isEmpty())
        return wrongUse(tr("A command is missing"));
    if (command == commands.end())
        return wrongUse(tr("There is no command \"%1\"").arg(name));
    for (const auto& other : commands) {
        for (const auto& option : other.options) {
            const QString first = option.names().constFirst();
            const bool isOwn =
                std::ranges::any_of(command->options, [&](const auto& own) { return own.names().contains(first); });
            if (!isOwn && parser.isSet(first))
                return wrongUse(tr("%1 has no option --%2").arg(name, first));
        }
    }
    auto invocation = readInvocation(parser, *command);
    if (!invocation)
        return std::unexpected(invocation.error());
    return *std::move(invocation);
}

} // namespace slipway
