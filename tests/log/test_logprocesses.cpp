#include "support/suite.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Several processes with one log file.
class TestLogProcesses final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesOfAllAreWhole();
    void nothingIsLostWhenOneIsKilled();

private:
    static std::unique_ptr<QProcess> start(const QStringList& arguments)
    {
        auto process = std::make_unique<QProcess>();
        process->start(QCoreApplication::applicationDirPath() + u"/logwriter"_s, arguments);
        return process;
    }
    static QStringList linesIn(const QString& folder)
    {
        QStringList lines;
        const auto names = QDir(folder).entryList({u"log*"_s}, QDir::Files);
        for (const auto& name : names) {
            QFile file(folder + u'/' + name);
            if (file.open(QIODevice::ReadOnly))
                lines += QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        }
        return lines;
    }
};

void TestLogProcesses::linesOfAllAreWhole()
{
    const QTemporaryDir folder;
    constexpr int kProcesses = 4;
    constexpr int kLines = 2'000;
    // Small files: they are turned over some thirty times while all four write.
    std::vector<std::unique_ptr<QProcess>> writers;
    for (int i = 0; i < kProcesses; ++i)
        writers.push_back(start({folder.filePath(u"log"_s), u"w%1"_s.arg(i), QString::number(kLines), u"40000"_s}));
    for (const auto& writer : writers) {
        QVERIFY(writer->waitForFinished());
        QCOMPARE(writer->exitCode(), 0);
        QCOMPARE(writer->readAllStandardError(), QByteArray());
    }
    static const QRegularExpression kWhole(u"^[0-9T:.-]+Z info slipway\\.net (w[0-9]) ([0-9]+) (x*) end$"_s);
    QSet<QString> seen;
    const QStringList lines = linesIn(folder.path());
    for (const auto& line : lines) {
        const auto match = kWhole.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        QCOMPARE(match.captured(3).size(), match.captured(2).toInt() % 200);
        seen.insert(match.captured(1) + u' ' + match.captured(2));
    }
    QCOMPARE(lines.size(), kProcesses * kLines);
    QCOMPARE(seen.size(), kProcesses * kLines);
    QVERIFY(QDir(folder.path()).entryList({u"log.*"_s}).size() > 10);
}

void TestLogProcesses::nothingIsLostWhenOneIsKilled()
{
    const QTemporaryDir folder;
    const auto writer = start({folder.filePath(u"log"_s), u"w"_s, u"100"_s, u"5000000"_s, u"kill"_s});
    QVERIFY(writer->waitForFinished());
    QCOMPARE(writer->exitStatus(), QProcess::CrashExit);
    QCOMPARE(linesIn(folder.path()).size(), 100);
}

SLIPWAY_TEST_SUITE(TestLogProcesses);

} // namespace slipway::test

#include "test_logprocesses.moc"
