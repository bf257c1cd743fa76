#include "app/windowmemory.h"
#include "core/heap.h"
#include "gui/wholeprogram.h"
#include "soak/footprint.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <map>
#include <print>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

using Field = double Footprint::*;

struct Sample {
    double minutes = 0;
    Footprint held;
};

/// The other process. It is told to end by closing its input.
class RestlessOwner final
{
public:
    explicit RestlessOwner(const QString& seed)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/soakserver"_s, {seed});
        const auto hello = readLine();
        url = QUrl(hello["apiUrl"_L1].toString());
        owner = hello["owner"_L1].toString();
    }
    ~RestlessOwner()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(5'000);
    }

    QJsonObject calmDown()
    {
        m_process.write("calm\n");
        return readLine();
    }

    QUrl url;
    QString owner;

private:
    QJsonObject readLine()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                qFatal("the server says nothing");
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    QProcess m_process;
};

/// What a day of somebody's work with the window comes to, in a hurry.
class Soak final
{
public:
    Soak(QApplication& application, Log& log, Target target, quint32 seed)
        : m_application(application)
        , m_log(log)
        , m_target(std::move(target))
        , m_random(seed)
    {
        restart();
    }

    /// Reads again and again until the time is over.
    void run(std::chrono::minutes length)
    {
        m_time.start();
        QElapsedTimer sinceLine;
        sinceLine.start();
        while (m_time.durationElapsed() < length) {
            step();
            sample();
            if (sinceLine.elapsed() < 30'000)
                continue;
            sinceLine.start();
            const auto& last = m_samples.back();
            std::println(
                "{:5.1f} min: {} readings, {} failed, {:.1f} MiB resident, {:.1f} MiB in use, {} descriptors, {} "
                "threads",
                last.minutes, m_samples.size(), m_failures, last.held.residentMiB, last.held.inUseMiB,
                last.held.descriptors, last.held.threads);
            std::fflush(stdout);
        }
    }

    /// The versions in sight, in the words of the server.
    [[nodiscard]] QStringList versions() const
    {
        QStringList lines;
        if (!m_inventory)
            return lines;
        const auto& snapshot = *m_inventory->snapshot;
        for (const auto& version : snapshot.versions) {
            QStringList tags;
            for (const TagText tag : snapshot.tagsOf(version))
                tags.append(tag.toString());
            tags.sort();
            lines.append(u"%1 %2 %3"_s.arg(snapshot.packages[version.package].name.value)
                             .arg(version.id.value)
                             .arg(tags.join(u' ')));
        }
        lines.sort();
        return lines;
    }

    [[nodiscard]] bool isComplete() const { return m_inventory && m_inventory->snapshot->complete; }
    [[nodiscard]] QStringList problems() const
    {
        QStringList lines;
        if (!m_inventory)
            return lines;
        for (const auto& problem : m_inventory->snapshot->problems)
            lines.append(errorKindName(problem.kind) + u": "_s + problem.subject + u": "_s + problem.detail);
        return lines;
    }
    [[nodiscard]] const std::vector<Sample>& samples() const { return m_samples; }
    [[nodiscard]] const std::map<QString, int>& failures() const { return m_failureKinds; }
    [[nodiscard]] int restarts() const { return m_restarts; }

    static void rest(quint32 milliseconds)
    {
        QEventLoop loop;
        QTimer::singleShot(std::chrono::milliseconds(milliseconds), &loop, &QEventLoop::quit);
        loop.exec();
    }

    void refresh()
    {
        m_program->session().refresh();
        note(m_program->waitUntilRead());
    }

    void restart()
    {
        ++m_restarts;
        stop();
        m_program = std::make_unique<WholeProgram>(m_application, m_log, m_target);
        m_memory = std::make_unique<WindowMemory>(m_program->window(), m_target.dataFolder);
        m_memory->restore({});
        m_memory->show(m_target.owner);
        QObject::connect(&m_program->session(), &DashboardSession::inventoryRead, &m_program->session(),
                         [this](const InventoryPtr& inventory) { m_inventory = inventory; });
        QObject::connect(&m_program->session(), &DashboardSession::opened, &m_program->session(), [this] {
            if (m_sinceSwitch.isValid())
                noteEnd("a switch", m_sinceSwitch.elapsed());
            m_sinceSwitch.invalidate();
        });
        m_sinceSwitch.invalidate();
        m_program->start();
        note(m_program->waitUntilRead());
    }

    /// Ends the program, whatever it does.
    void stop()
    {
        QElapsedTimer time;
        // As closing the window does: its layout, another one each time, is kept. Two sizes, for the largest window so
        // far is what the allocator keeps memory for.
        if (m_program)
            m_program->window().resize(m_restarts % 2 == 0 ? QSize(1440, 900) : QSize(1400, 860));
        time.start();
        if (m_memory)
            m_memory->save();
        m_memory.reset();
        m_program.reset();
        noteEnd("a stop", time.elapsed());
    }
    /// Of the program, or of what it shows for another; milliseconds.
    [[nodiscard]] qint64 longestStop() const { return m_longestStop; }

private:
    void step()
    {
        const auto die = m_random.bounded(100);
        if (die < 2) {
            if (m_random.bounded(2) == 0) {
                // While it reads.
                m_program->session().refresh();
                rest(m_random.bounded(400U));
            }
            restart();
        } else if (die < 10) {
            // Given up at some moment, or when nothing runs, and begun anew.
            if (m_random.bounded(2) == 0) {
                m_program->session().refresh();
                rest(m_random.bounded(400U));
            }
            m_sinceSwitch.start();
            m_program->session().open(m_target);
            note(m_program->waitUntilRead());
        } else if (die < 14) {
            m_program->window().hide();
            rest(50);
            m_program->window().show();
            refresh();
        } else {
            if (die < 40)
                readDocuments();
            refresh();
            rest(m_random.bounded(300U));
        }
    }

    void readDocuments()
    {
        if (!m_inventory || m_inventory->snapshot->versions.empty())
            return;
        const auto& snapshot = *m_inventory->snapshot;
        const auto& version = snapshot.versions[m_random.bounded(static_cast<quint32>(snapshot.versions.size()))];
        m_program->session().readDocuments(snapshot.packages[version.package].name, snapshot.digestOf(version), {});
    }

    void noteEnd(const char* what, qint64 milliseconds)
    {
        constexpr qint64 kRemarkable = 500;
        m_longestStop = std::max(m_longestStop, milliseconds);
        if (milliseconds < kRemarkable)
            return;
        std::println("{:5.1f} min: {} of {} ms", static_cast<double>(m_time.elapsed()) / 60'000, what, milliseconds);
        std::fflush(stdout);
    }

    void note(const std::optional<Error>& error)
    {
        if (!error)
            return;
        ++m_failures;
        ++m_failureKinds[errorKindName(error->kind)];
    }

    void sample() { m_samples.push_back({static_cast<double>(m_time.elapsed()) / 60'000, footprint()}); }

    QApplication& m_application;
    Log& m_log;
    Target m_target;
    QRandomGenerator m_random;
    std::unique_ptr<WholeProgram> m_program;
    std::unique_ptr<WindowMemory> m_memory;
    InventoryPtr m_inventory;
    QElapsedTimer m_time;
    QElapsedTimer m_sinceSwitch; ///< while one was asked for
    std::vector<Sample> m_samples;
    std::map<QString, int> m_failureKinds;
    int m_failures = 0;
    int m_restarts = 0;
    qint64 m_longestStop = 0;
};

double median(const std::vector<Sample>& samples, double from, double until, Field field)
{
    std::vector<double> values;
    for (const auto& sample : samples) {
        if (sample.minutes >= from && sample.minutes < until)
            values.push_back(sample.held.*field);
    }
    if (values.empty())
        qFatal("no reading ended between minute %.1f and %.1f", from, until);
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

/// Compares the second quarter of the time with the last: the first is for caches that fill.
bool isFlat(const std::vector<Sample>& samples, double minutes, const char* what, Field field, double tolerance)
{
    const double early = median(samples, minutes / 4, minutes / 2, field);
    const double late = median(samples, minutes * 3 / 4, minutes * 2, field);
    const bool isGood = late <= early * (1 + tolerance);
    std::println("{:24} second quarter {:8.1f}, last quarter {:8.1f}: {:+.1f} % ({})", what, early, late,
                 (late / early - 1) * 100, isGood ? "flat" : "GROWS");
    return isGood;
}

/// What the window shows in the end is what the server has.
bool isTrue(Soak& soak, const QJsonObject& said)
{
    QStringList truth;
    for (const auto line : said["truth"_L1].toArray())
        truth.append(line.toString());
    truth.sort();
    // A list that may be behind is looked at again by the next refreshes; what could not be used, after a while.
    constexpr int kMost = 15;
    for (int i = 1; i <= kMost; ++i) {
        soak.refresh();
        if (soak.versions() == truth && soak.isComplete()) {
            std::println("after the faults ended: all {} versions right after {} refreshes", truth.size(), i);
            return true;
        }
        Soak::rest(10'000);
    }
    const QStringList seen = soak.versions();
    std::println("WRONG: {} versions, the server has {}; complete: {}", seen.size(), truth.size(), soak.isComplete());
    for (const auto& line : truth)
        if (!seen.contains(line))
            std::println("  missing {}", line.toStdString());
    for (const auto& line : seen)
        if (!truth.contains(line))
            std::println("  has {}", line.toStdString());
    for (const auto& line : soak.problems())
        std::println("  problem {}", line.toStdString());
    return false;
}

/// However busy, the program is gone so soon. The window's promise.
bool stoppedSoon(const Soak& soak)
{
    constexpr qint64 kPromise = 2'000;
    const bool isGood = soak.longestStop() < kPromise;
    std::println("longest stop             {} ms ({})", soak.longestStop(), isGood ? "soon" : "TOO LONG");
    return isGood;
}

} // namespace

/// soak MINUTES [SEED]: the whole program, reading a restless server through a failing network. Exit code 1 unless
/// memory, descriptors and threads stay flat, each stop comes within two seconds and everything is right in the end.
int main(int argc, char** argv)
{
    shareHeaps(); // as the program does
    returnLargeBlocks();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int minutes = QString::fromLocal8Bit(argc > 1 ? argv[1] : "30").toInt();
    const QString seed =
        argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString::number(QRandomGenerator::system()->generate());
    if (minutes < 1)
        qFatal("usage: soak MINUTES [SEED]; at least one minute");
    std::println("{} minutes, seed {}", minutes, seed.toStdString());
    const QTemporaryDir folder;
    LogOptions options;
    options.filePath = folder.filePath(u"slipway.log"_s);
    Log log(options);
    // The window's log is full from the start, as it is after an hour.
    for (size_t i = 0; i < options.ringCapacity; ++i)
        qInfo("line %zu of those that fill the log", i);
    RestlessOwner server(seed);
    Target target;
    target.owner = server.owner;
    target.apiUrl = server.url;
    target.registryUrl = server.url;
    target.token = u"ghp_soaksoaksoak"_s;
    target.dataFolder = folder.path();
    Soak soak(application, log, target, seed.toUInt());
    soak.run(std::chrono::minutes(minutes));
    const auto said = server.calmDown();
    std::println("{} readings, {} restarts, {} changes and {} faults of the server; failed:", soak.samples().size(),
                 soak.restarts(), said["changes"_L1].toInt(), said["faults"_L1].toInt());
    for (const auto& [kind, count] : soak.failures())
        std::println("  {} {}", count, kind.toStdString());
    bool isGood = isTrue(soak, said);
    soak.stop();
    isGood &= stoppedSoon(soak);
    isGood &= isFlat(soak.samples(), minutes, "memory resident, MiB", &Footprint::residentMiB, 0.05);
    isGood &= isFlat(soak.samples(), minutes, "memory in use, MiB", &Footprint::inUseMiB, 0.05);
    isGood &= isFlat(soak.samples(), minutes, "descriptors", &Footprint::descriptors, 0.05);
    isGood &= isFlat(soak.samples(), minutes, "threads", &Footprint::threads, 0.05);
    return isGood ? 0 : 1;
}
