#include "bench/served.h"
#include "gui/wholeprogram.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace slipway;
using namespace slipway::bench;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Asks the window's thread for its attention every millisecond and notes how much later than that it got it.
class StallProbe final : public QObject
{
public:
    StallProbe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kInterval);
        connect(&m_timer, &QTimer::timeout, this, &StallProbe::note);
    }

    void start()
    {
        m_delays.clear();
        m_last.start();
        m_timer.start();
    }

    /// Ends and prints: "what: … samples, median, 99th percentile, longest".
    void finish(const char* what)
    {
        m_timer.stop();
        std::ranges::sort(m_delays);
        const auto at = [this](double share) {
            return m_delays[static_cast<size_t>(share * static_cast<double>(m_delays.size() - 1))];
        };
        std::printf("%-44s %7zu probes, stall: median %.2f ms, 99 %% %.2f ms, 99.9 %% %.2f ms, longest %.1f ms\n", what,
                    m_delays.size(), at(0.5), at(0.99), at(0.999), at(1));
        std::fflush(stdout);
    }

private:
    void note()
    {
        const double passed = static_cast<double>(m_last.nsecsElapsed()) / 1e6;
        m_last.start();
        m_delays.push_back(std::max(0.0, passed - static_cast<double>(kInterval.count())));
    }

    static constexpr std::chrono::milliseconds kInterval{1};
    QTimer m_timer;
    QElapsedTimer m_last;
    std::vector<double> m_delays;
};

/// Lets everything stand idle for a while.
void rest(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

Target targetOf(const Served& served, const QString& folder)
{
    Target target;
    target.owner = served.owner;
    target.apiUrl = served.url;
    target.registryUrl = served.url;
    target.token = u"ghp_bench"_s;
    target.dataFolder = folder;
    return target;
}

} // namespace

/// How long the window's thread does not answer while 100,000 versions are read for the first time, while they are
/// loaded at the next start, and while nothing happens.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    LogOptions options;
    options.filePath = folder.filePath(u"slipway.log"_s);
    Log log(options);
    const Served served(u"packages=200,versions=500,seed=7"_s);
    for (const char* what : {"cold, 200 packages x 500 versions", "started again, nothing changed"}) {
        StallProbe probe;
        WholeProgram program(application, log, targetOf(served, folder.path()));
        QElapsedTimer wall;
        wall.start();
        probe.start();
        program.start();
        if (const auto error = program.waitUntilRead())
            qFatal("%s", qPrintable(error->detail));
        probe.finish(what);
        std::printf("    read in %.1f s\n", static_cast<double>(wall.elapsed()) / 1000);
        probe.start();
        rest(std::chrono::seconds(5));
        probe.finish("    idle after it");
    }
    return 0;
}
