#include "integration/process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 120'000;

} // namespace

Outcome run(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    process.start(program, arguments, QIODevice::ReadOnly);
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    const bool hasEnded = process.error() == QProcess::UnknownError && process.exitStatus() == QProcess::NormalExit;
    return {hasEnded ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QString ourProgram(const QString& name)
{
    return QDir(qEnvironmentVariable("SLIPWAY_BIN")).filePath(name);
}

ServerProcess::ServerProcess(const QString& program, const QStringList& arguments)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, arguments);
}

ServerProcess::~ServerProcess()
{
    stop();
}

QString ServerProcess::waitForLine(const QString& text)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kPatience && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(1000);
        m_seen += m_process.readAll();
        for (const auto& line : m_seen.split('\n')) {
            if (line.contains(text.toUtf8()) && m_seen.contains(line + '\n'))
                return QString::fromUtf8(line);
        }
    }
    qWarning("%s", m_seen.constData());
    return {};
}

int ServerProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitCode();
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
        return -1;
    }
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace slipway::test
