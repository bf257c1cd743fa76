#pragma once

#include "bench/measure.h"
#include "bench/organization.h"
#include "bench/samples.h"
#include "gui/wholeprogram.h"
#include "store/store.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"

#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace slipway::bench
{

inline long residentKilobytes(QByteArrayView field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n'))
        if (line.startsWith(field))
            return line.sliced(field.size()).trimmed().split(' ').first().toLong();
    return 0;
}

/// Says something once a widget was painted after it was told to look, and ends the process after the last of it, once
/// nothing runs any more that was begun by then: what is held in the end is what counts, not what is taken meanwhile.
class ShownTeller final : public QObject
{
public:
    explicit ShownTeller(
        QWidget& widget, std::function<bool()> isWorking = [] { return false; })
        : m_widget(widget)
        , m_isWorking(std::move(isWorking))
    {
        widget.installEventFilter(this);
    }

    void look(const char* word, bool isLast)
    {
        m_word = word;
        m_isLast = isLast;
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            if (const char* word = std::exchange(m_word, nullptr))
                QMetaObject::invokeMethod(
                    this, [this, word, isLast = m_isLast] { tell(word, isLast); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    void tell(const char* word, bool isLast)
    {
        std::puts(word);
        std::fflush(stdout);
        if (!isLast)
            return;
        connect(&m_pause, &QTimer::timeout, this, &ShownTeller::lookWhetherQuiet);
        m_pause.start(std::chrono::milliseconds(100));
    }

    /// What is done once there is time for it begins by timers, and not all of it in the pool everybody shares.
    void lookWhetherQuiet()
    {
        constexpr int kEnough = 10;
        const bool isBusy = m_isWorking() || QThreadPool::globalInstance()->activeThreadCount() > 0;
        m_quiet = isBusy ? 0 : m_quiet + 1;
        if (m_quiet < kEnough)
            return;
        std::printf("%ld %ld\n", residentKilobytes("VmRSS:"), residentKilobytes("VmHWM:"));
        QCoreApplication::quit();
    }

    QWidget& m_widget;
    std::function<bool()> m_isWorking;
    QTimer m_pause;
    int m_quiet = 0; ///< looks in a row that found nothing running
    const char* m_word = nullptr;
    bool m_isLast = false;
};

inline StoreScope startScope()
{
    return {QStringLiteral("api.github.com"), {QStringLiteral("bench"), 1, OwnerKind::Organization}};
}

/// Children of the benchmark: each does one thing in a process of its own.
class StartChild final
{
public:
    static int makeStore(const QString& folder, int packages, int versions)
    {
        const auto store = Store::open(folder + QStringLiteral("/slipway.db"));
        const auto snapshot = makeOrganization(Shape::Dense, packages, versions);
        return store && (*store)->saveSnapshot(startScope(), *snapshot) ? 0 : 1;
    }

    static int loadStore(const QString& folder)
    {
        const auto begin = now();
        const auto store = Store::open(folder + QStringLiteral("/slipway.db"));
        const auto snapshot = (*store)->latestSnapshot(startScope().apiHost, startScope().owner.login);
        std::printf("loaded %.1f\n%ld %ld\n", msSince(begin), residentKilobytes("VmRSS:"), residentKilobytes("VmHWM:"));
        return snapshot && *snapshot ? 0 : 1;
    }

    static int emptyWindow(int argc, char** argv)
    {
        QApplication application(argc, argv);
        QMainWindow window;
        window.resize(MainWindow::kUsualSize);
        ShownTeller teller(window);
        teller.look("shown", true);
        window.show();
        return QApplication::exec();
    }

    static int program(int argc, char** argv, const QString& folder)
    {
        const auto begin = now();
        QApplication application(argc, argv);
        LogOptions options;
        options.filePath = folder + QStringLiteral("/slipway.log");
        Log log(options);
        Target target;
        target.owner = startScope().owner.login;
        target.token = QStringLiteral("ghp_bench");
        target.dataFolder = folder;
        target.isOffline = true;
        test::WholeProgram whole(application, log, target);
        ShownTeller teller(*whole.window().inventoryPage().tree().viewport(),
                           [&whole] { return !whole.session().isIdle(); });
        const double window = msSince(begin);
        double opened = 0;
        double outlined = 0;
        double read = 0;
        QObject::connect(&whole.session(), &DashboardSession::opened, &teller, [&] { opened = msSince(begin); });
        const auto& tree = whole.window().inventoryPage().tree();
        QObject::connect(&whole.session(), &DashboardSession::outlineRead, &teller, [&] {
            outlined = msSince(begin);
            if (!tree.indexBelow(tree.model()->index(0, 0)).isValid())
                qFatal("no rows are shown");
            teller.look("shown", false);
        });
        QObject::connect(&whole.session(), &DashboardSession::inventoryRead, &teller, [&] {
            read = msSince(begin);
            teller.look("counted", true);
        });
        whole.start();
        const int code = QApplication::exec();
        std::printf("since main(): window %.0f, store opened %.0f, outline there %.0f, inventory there %.0f ms\n",
                    window, opened, outlined, read);
        return code;
    }
};

/// From the start of a process until the tree with everything the store has is painted.
class Starting final
{
public:
    Starting(int packages, int versions)
        : m_packages(packages)
        , m_versions(versions)
    {
    }

    void measure()
    {
        constexpr int kRuns = 5;
        const QString folder = m_folder.path();
        run({QStringLiteral("--make-store"), folder, QString::number(m_packages), QString::number(m_versions)});
        Samples empty;
        Samples loaded;
        Samples shown;
        Samples counted;
        for (int i = 0; i < kRuns; ++i) {
            run({QStringLiteral("--empty-window")}, &empty, &m_emptyMemory);
            run({QStringLiteral("--load-store"), folder}, nullptr, &m_loadMemory, &loaded);
            run({QStringLiteral("--program"), folder}, &shown, &m_programMemory, nullptr, &counted);
        }
        empty.print("an empty main window, from its start", "ms");
        loaded.print("the store's load", "ms");
        shown.print("from start to the tree shown", "ms");
        std::printf("    %s\n", m_phases.constData());
        counted.print("from start until all of it is counted and shown", "ms");
        const double ground = empty.median() + loaded.median();
        for (const auto* samples : {&shown, &counted})
            std::printf("    %s: %.2f x (empty window + load); %.2f x (2 x empty window + load)\n",
                        samples == &shown ? "shown" : "counted", samples->median() / ground,
                        samples->median() / (ground + empty.median()));
        const double versions = static_cast<double>(m_packages) * m_versions;
        std::printf("%-44s %10.1f bytes a version, at its peak %.1f\n", "memory above the store's own and a window",
                    (m_programMemory.held - m_loadMemory.held - m_emptyMemory.held) * 1024 / versions,
                    (m_programMemory.peak - m_loadMemory.peak - m_emptyMemory.held) * 1024 / versions);
        std::fflush(stdout);
    }

private:
    struct Memory {
        double held = 0;
        double peak = 0;
    };

    /// Runs a child; notes when it says "shown" and "counted", how long it says a load took, and its memory.
    void run(const QStringList& arguments, Samples* shown = nullptr, Memory* memory = nullptr,
             Samples* loaded = nullptr, Samples* counted = nullptr)
    {
        const bool isProgram = counted != nullptr;
        QProcess child;
        QByteArray said;
        const auto begin = now();
        child.start(QCoreApplication::applicationFilePath(), arguments);
        while (child.state() != QProcess::NotRunning || child.bytesAvailable() > 0) {
            if (child.bytesAvailable() == 0)
                child.waitForReadyRead(10'000);
            said += child.readAll();
            note(said, "shown\n", begin, shown);
            note(said, "counted\n", begin, counted);
            if (child.state() == QProcess::Running)
                child.waitForFinished(0);
        }
        if (child.exitCode() != 0)
            qFatal("%s failed: %s", qPrintable(arguments.first()), child.readAllStandardError().constData());
        const auto lines = said.split('\n');
        if (isProgram)
            m_phases = lines.value(lines.size() - 2);
        if (loaded)
            loaded->add(lines.value(0).split(' ').value(1).toDouble());
        if (memory) {
            const auto held = lines.value(isProgram ? 2 : 1).split(' ');
            *memory = {held.value(0).toDouble(), held.value(1).toDouble()};
        }
    }

    /// The first time a word was said.
    static void note(const QByteArray& said, QByteArrayView word, decltype(now()) begin, Samples*& samples)
    {
        if (samples && said.contains(word))
            std::exchange(samples, nullptr)->add(msSince(begin));
    }

    int m_packages;
    int m_versions;
    QTemporaryDir m_folder;
    QByteArray m_phases; ///< of the program's last run
    Memory m_emptyMemory;
    Memory m_loadMemory;
    Memory m_programMemory;
};

} // namespace slipway::bench
