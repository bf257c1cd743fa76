#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace slipway::test
{

/// How a program ended and what it said.
struct Outcome final {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

/// Runs a program to its end, at most two minutes, while this thread's event loop serves (a simulator may live in it).
[[nodiscard]] Outcome run(const QString& program, const QStringList& arguments,
                          const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

/// The path of one of our own programs.
[[nodiscard]] QString ourProgram(const QString& name);

/// A server in a process of its own, ended with the object by its process id.
class ServerProcess final
{
public:
    ServerProcess(const QString& program, const QStringList& arguments);
    ~ServerProcess();

    /// Waits until its output or errors contain a line with this text, and gives that line; empty if it never comes.
    [[nodiscard]] QString waitForLine(const QString& text);
    /// Asks it to end (SIGTERM) and gives its exit code.
    int stop();

private:
    QProcess m_process;
    QByteArray m_seen;
};

} // namespace slipway::test
