#include "accounts/systemkeychain.h"
#include "app/ctl/accountcommands.h"
#include "app/ctl/auditcommand.h"
#include "app/ctl/commands.h"
#include "app/ctl/profilecommand.h"
#include "app/ctl/signalwatch.h"
#include "app/ctl/simulatecommand.h"
#include "app/session/accounttarget.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "log/log.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QLocale>

#include <cerrno>
#include <cstdio>
#include <cstring>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

int fail(const Error& error, std::optional<ExitCode> code = {})
{
    std::fprintf(stderr, "slipwayctl: %s\n", qUtf8Printable(errorLine(error)));
    return static_cast<int>(code.value_or(exitCodeFor(error)));
}

/// Prints the whole text; false if standard output did not take it.
bool print(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const auto length = static_cast<size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, length, stdout) == length && std::fflush(stdout) == 0;
}

QList<CommandShape> allCommands()
{
    QList<CommandShape> commands = readingCommands() + accountCommands();
    commands.append(profileCommand());
    commands.append(auditCommand());
    commands.append(
        {u"simulate"_s,
         QCoreApplication::translate(
             "Commands", "Serve GitHub's packages API and a registry on this machine; simulate --help tells more."),
         {}});
    return commands;
}

/// How many of the arguments from here on are one option that every command takes, with its value; 0: none is.
qsizetype lengthOfOption(const QStringList& arguments, qsizetype at)
{
    const auto options = commonOptions();
    const QString& argument = arguments[at];
    for (const auto& option : options) {
        const bool takesValue = !option.valueName().isEmpty();
        const QStringList names = option.names();
        for (const QString& name : names) {
            const QString written = (name.size() == 1 ? u"-"_s : u"--"_s) + name;
            if (argument == written)
                return takesValue ? 2 : 1;
            if (takesValue && argument.startsWith(written + u'='))
                return 1;
        }
    }
    return 0;
}

/// `simulate` has options of its own under names that mean something else elsewhere, so it reads its own arguments. Of
/// those that stand before the word, --now and --demo mean something to it; the others are no mistake.
std::optional<int> runIfSimulate(const QStringList& arguments)
{
    const qsizetype at = arguments.indexOf(u"simulate"_s);
    if (at < 0)
        return std::nullopt;
    QStringList own = arguments.sliced(at);
    std::optional<QDateTime> now;
    for (qsizetype i = 0, length = 0; i < at; i += length) {
        length = lengthOfOption(arguments, i);
        if (length == 0 || i + length > at)
            return std::nullopt; // the word stands for something else, a value for instance
        const QString name = arguments[i].section(u'=', 0, 0);
        if (name == "--now"_L1 || name == "--demo"_L1)
            own.append(arguments.sliced(i, length));
        else if (name == "--help"_L1 || name == "-h"_L1 || name == "--version"_L1 || name == "--debug-info"_L1)
            return std::nullopt; // those come before any command
    }
    for (qsizetype i = 1; i < own.size(); ++i) {
        const bool isPair = own[i] == "--now"_L1 && i + 1 < own.size();
        if (!isPair && !own[i].startsWith("--now="_L1))
            continue;
        const QString text = isPair ? own[i + 1] : own[i].sliced(6);
        now = QDateTime::fromString(text, Qt::ISODate).toUTC();
        if (!now->isValid()) {
            return fail({ErrorKind::InvalidArgument,
                         QCoreApplication::translate("Arguments", "--now needs a time such as 2025-11-21T14:32:00Z"),
                         text, std::nullopt});
        }
        own.remove(i, isPair ? 2 : 1);
        --i;
    }
    return runSimulate(own, now);
}

int finish(const Invocation& invocation, const Result<CommandResult>& result)
{
    if (!result) {
        qCWarning(logSession, "%s ended: %s", qUtf8Printable(invocation.command),
                  qUtf8Printable(errorLine(result.error())));
        return fail(result.error());
    }
    qCInfo(logSession, "%s ended with exit code %d", qUtf8Printable(invocation.command),
           static_cast<int>(result->code));
    if (!result->notice.isEmpty())
        std::fprintf(stderr, "slipwayctl: %s\n", qUtf8Printable(result->notice));
    if (!print(result->output)) {
        return fail({ErrorKind::FileAccess, QCoreApplication::translate("Main", "Standard output"),
                     QString::fromLocal8Bit(std::strerror(errno)), std::nullopt},
                    ExitCode::Failed);
    }
    return static_cast<int>(result->code);
}

void tellSetAside(const SetAside& aside)
{
    const QString text =
        QCoreApplication::translate("Main", "The store was damaged (%1). It is kept as %2; everything is read anew.")
            .arg(aside.reason, aside.path);
    std::fprintf(stderr, "slipwayctl: %s\n", qUtf8Printable(text));
}

/// Opened, and looked through before if its last user was killed: seconds for gigabytes. A damaged one is set aside.
Result<std::unique_ptr<Connection>> openWhole(const Target& target, const std::stop_token& stop)
{
    auto connection = Connection::open(target, stop);
    if (!connection || !(*connection)->store().wasLeftOpen())
        return connection;
    const auto checked = checkStoreFile(target.storePath(), stop);
    if (checked || checked.error().kind != ErrorKind::StoreDamaged)
        return connection;
    connection->reset();
    connection = Connection::open(target, stop);
    // Another process has it open: then it stays where it is, and what it says is not to be believed.
    if (connection && !(*connection)->store().setAside() && isDamageNoted(target.storePath()))
        return std::unexpected(checked.error());
    return connection;
}

int runReading(const Invocation& invocation)
{
    // Options before the word belong to reading commands; `simulate` would have been served already (runIfSimulate).
    if (invocation.command == "simulate"_L1) {
        return fail({ErrorKind::InvalidArgument,
                     QCoreApplication::translate("Arguments", "simulate takes its own options only, after its name"),
                     {},
                     std::nullopt});
    }
    std::stop_source stop;
    SignalWatch signalWatch;
    // At once, not from the event loop: it stands still while the store works.
    QObject::connect(
        &signalWatch, &SignalWatch::caught, &signalWatch, [&stop] { stop.request_stop(); }, Qt::DirectConnection);
    Log log(invocation.log);
    log.hide(invocation.target.token);
    qCInfo(logSession, "slipwayctl " SLIPWAY_VERSION " %s: %s", qUtf8Printable(invocation.command),
           qUtf8Printable(invocation.target.owner));
    SystemKeychain keychain;
    if (isAccountCommand(invocation.command))
        return finish(invocation, QCoro::waitFor(runAccountCommand(invocation, keychain, stop.get_token())));
    if (invocation.command == profileCommand().name)
        return finish(invocation, runProfileCommand(invocation));
    if (invocation.command == auditCommand().name)
        return finish(invocation, runAuditCommand(invocation));
    const auto target = QCoro::waitFor(withAccount(invocation.target, keychain, stop.get_token()));
    if (!target)
        return fail(target.error());
    log.hide(target->token);
    auto connection = openWhole(*target, stop.get_token());
    if (!connection)
        return fail(connection.error());
    if (const auto& aside = (*connection)->store().setAside())
        tellSetAside(*aside);
    // A script is told to come back later (exit code 75) rather than kept waiting.
    (*connection)->governor().setLongestPause(std::chrono::seconds(5));
    return finish(invocation, QCoro::waitFor(runReadingCommand(invocation, **connection, stop.get_token())));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"slipwayctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    // Scripts read this output: its numbers are the same on every machine.
    QLocale::setDefault(QLocale::c());
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (const auto code = runIfSimulate(arguments))
        return *code;
    const auto read = readArguments(arguments, allCommands());
    if (!read)
        return fail(read.error());
    if (const auto* help = std::get_if<HelpText>(&*read)) {
        return print(help->text) ? 0 : 1;
    }
    return runReading(std::get<Invocation>(*read));
}
