#pragma once

#include "app/session/target.h"
#include "core/error.h"
#include "log/log.h"

#include <QCommandLineOption>
#include <QStringList>

namespace slipway
{

/// The options of docs/cli.md that every command takes.
[[nodiscard]] QList<QCommandLineOption> commonOptions();

enum class OutputFormat : std::uint8_t { Text, Json };
enum class NetworkUse : std::uint8_t { Online, Offline };

/// A command of slipwayctl beside the options every command has.
struct CommandShape final {
    QString name; ///< one word or two: "scan", "account add"
    QString summary;
    QList<QCommandLineOption> options;
    QString argument = {}; ///< "FILE": what it takes after its name, which then must be there; empty: nothing
};

/// A command line, understood. Every option may stand before or after the command.
struct Invocation final {
    QString command;
    Target target;
    LogOptions log;
    OutputFormat format = OutputFormat::Text;
    NetworkUse network = NetworkUse::Online;
    bool isVerbose = false;
    QString argument;   ///< what stands after the command, for those that take something
    QStringList owners; ///< every --owner
    QString tokenVariable;
    bool isReadOnly = false;
    QStringList place = {};            ///< the options that say whose registry, on which server; as they were given
    QHash<QString, QString> values;    ///< of the command's own options, by their first name; flags are there, empty
    QHash<QString, QStringList> lists; ///< likewise, every value that was given
};

/// Another command about the same owner on the same server, for people to copy: "slipwayctl broken --owner acme".
[[nodiscard]] QString adviceFor(const Invocation& invocation, const QStringList& words);

/// What to do instead of a command: print this (help, the version, debug information) and end.
struct HelpText final {
    QString text;
};

/// Reads the arguments, the program's name left out. Errors: InvalidArgument with a sentence; HelpText for --help,
/// --version and --debug-info.
[[nodiscard]] Result<std::variant<Invocation, HelpText>> readArguments(const QStringList& arguments,
                                                                       const QList<CommandShape>& commands);

} // namespace slipway
