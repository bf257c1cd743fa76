#include "files/githistory.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kPatience = std::chrono::seconds(20);
constexpr int kStep = 20; // milliseconds between looks at the stop token

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

/// Nothing of the machine or of the folder makes git run anything else, ask anybody or write anything.
QProcessEnvironment quietEnvironment()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : {u"GIT_DIR"_s, u"GIT_WORK_TREE"_s, u"GIT_INDEX_FILE"_s, u"GIT_EXTERNAL_DIFF"_s})
        environment.remove(name);
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    environment.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

Result<QByteArray> askGit(const QString& folder, const QStringList& arguments, const QString& subject,
                          const std::stop_token& stop)
{
    const QString tool = u"git"_s;
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        return failure(ErrorKind::ToolMissing, tool);
    QProcess process;
    process.setProcessEnvironment(quietEnvironment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program,
                  QStringList{u"-C"_s, folder, u"--no-pager"_s, u"--literal-pathspecs"_s, u"-c"_s,
                              u"core.fsmonitor=false"_s, u"-c"_s, u"core.hooksPath=/dev/null"_s}
                      + arguments,
                  QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return failure(ErrorKind::ToolMissing, tool);
    const QDeadlineTimer deadline(kPatience);
    QByteArray output;
    while (!process.waitForFinished(kStep) && process.state() != QProcess::NotRunning) {
        output += process.readAllStandardOutput();
        const bool isTooMuch = output.size() > kLargestText;
        if (!stop.stop_requested() && !deadline.hasExpired() && !isTooMuch)
            continue;
        process.kill();
        process.waitForFinished();
        if (isTooMuch)
            return parseText(output, subject).transform([](const FileText&) { return QByteArray(); });
        return failure(stop.stop_requested() ? ErrorKind::Cancelled : ErrorKind::Timeout, tool);
    }
    output += process.readAllStandardOutput();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(ErrorKind::NotFound, subject);
    return output;
}

} // namespace

bool isCheckout(const QString& folder)
{
    QDir above(folder);
    if (folder.isEmpty() || !above.exists())
        return false;
    do {
        if (QFileInfo::exists(above.filePath(u".git"_s)))
            return true;
    } while (above.cdUp());
    return false;
}

Result<std::vector<FileCommit>> commitsOf(const QString& folder, const QString& path, int most, std::stop_token stop)
{
    const QString subject = tr("the commits of %1").arg(path);
    // A repository without a commit has no HEAD: that is no failure.
    if (auto head = askGit(folder, {u"rev-parse"_s, u"--git-dir"_s}, subject, stop); !head)
        return std::unexpected(head.error());
    if (auto head = askGit(folder, {u"rev-parse"_s, u"--verify"_s, u"--quiet"_s, u"HEAD"_s}, subject, stop); !head) {
        if (head.error().kind == ErrorKind::NotFound)
            return std::vector<FileCommit>();
        return std::unexpected(head.error());
    }
    const auto output = askGit(folder,
                               {u"log"_s, u"-z"_s, u"--no-show-signature"_s, u"--format=%H%x1f%cI%x1f%s"_s,
                                u"--max-count=%1"_s.arg(most), u"HEAD"_s, u"--"_s, path},
                               subject, stop);
    if (!output)
        return std::unexpected(output.error());
    std::vector<FileCommit> commits;
    const auto records = output->split('\0');
    for (const QByteArray& record : records) {
        const QList<QByteArray> parts = record.split('\x1f');
        if (parts.size() == 3)
            commits.push_back({QString::fromLatin1(parts[0]),
                               QDateTime::fromString(QString::fromLatin1(parts[1]), Qt::ISODate),
                               QString::fromUtf8(parts[2])});
    }
    return commits;
}

Result<FileText> textAtCommit(const QString& folder, const QString& path, const QString& commit, std::stop_token stop)
{
    static const QRegularExpression shape(u"^[0-9a-f]{40}([0-9a-f]{24})?$"_s);
    const QString subject = tr("%1 in commit %2").arg(path, commit.left(7));
    if (!shape.match(commit).hasMatch())
        return failure(ErrorKind::InvalidArgument, subject, tr("that is no commit"));
    const auto bytes = askGit(folder, {u"cat-file"_s, u"blob"_s, commit + u":./"_s + path}, subject, stop);
    if (!bytes)
        return std::unexpected(bytes.error());
    return parseText(*bytes, subject);
}

} // namespace slipway
