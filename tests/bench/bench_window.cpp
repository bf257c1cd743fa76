#include "bench/served.h"
#include "core/heap.h"
#include "gui/wholeprogram.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"

#include <QApplication>
#include <QDeadlineTimer>
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

    /// Ends, with the stall that is going on at this moment, and prints: "what: … samples, median, 99th percentile,
    /// longest".
    void finish(const char* what)
    {
        QEventLoop loop;
        connect(&m_timer, &QTimer::timeout, &loop, &QEventLoop::quit);
        loop.exec();
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

/// Knows whether the tree has been painted since it took over what was read last.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(WholeProgram& program)
    {
        connect(&program.session(), &DashboardSession::inventoryRead, this, [this] { m_isAwaited = true; });
        program.window().inventoryPage().tree().viewport()->installEventFilter(this);
    }

    void waitForPaint()
    {
        const QDeadlineTimer patience(std::chrono::minutes(1));
        while (m_isAwaited && !patience.hasExpired())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (m_isAwaited)
            qFatal("the tree is not painted");
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            m_isAwaited = false;
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isAwaited = false;
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

/// How long the window's thread does not answer while 100,000 versions are read for the first time, taken over and
/// painted, while they are loaded at the next start, and while nothing happens.
int main(int argc, char** argv)
{
    shareHeaps(); // as the program does
    returnLargeBlocks();
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
        PaintWatch paint(program);
        QElapsedTimer wall;
        wall.start();
        probe.start();
        program.start();
        if (const auto error = program.waitUntilRead())
            qFatal("%s", qPrintable(error->detail));
        paint.waitForPaint();
        probe.finish(what);
        std::printf("    read in %.1f s\n", static_cast<double>(wall.elapsed()) / 1000);
        probe.start();
        rest(std::chrono::seconds(5));
        probe.finish("    idle after it");
    }
    return 0;
}
