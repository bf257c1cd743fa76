#include "app/windowlayout.h"
#include "gui/monkey.h"
#include "gui/stallprobe.h"
#include "translations/translations.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

// monkey [SECONDS [SEED [FOLDER]]]: the whole program on a demo organisation, in the hands of a monkey. 10 seconds and
// a seed of its own choice unless told. It ends with 1 if Qt warned of anything or the window was held up for long, and
// with a signal if it crashed; what was done last is told then. With FOLDER its data stay there, and the layout that a
// start restored is told ("restored {…}").
namespace
{

constexpr int kLongestStall = 200; // milliseconds
/// What an instrumented build may take of each.
constexpr int kSlower =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    6;
#else
    1;
#endif
constexpr std::chrono::seconds kLife{15};

/// The last deeds, where a handler of signals may read them.
class Trail final
{
public:
    static void add(const QString& deed)
    {
        auto& line = s_lines[s_count++ % s_lines.size()];
        std::strncpy(line.data(), qUtf8Printable(deed), line.size() - 1);
    }
    static void tell()
    {
        for (size_t i = 0; i < s_lines.size(); ++i) {
            const auto& line = s_lines[(s_count + i) % s_lines.size()];
            if (::write(STDERR_FILENO, line.data(), std::strlen(line.data())) < 0
                || ::write(STDERR_FILENO, "\n", 1) < 0)
                return;
        }
    }

private:
    static inline std::array<std::array<char, 96>, 40> s_lines{};
    static inline size_t s_count = 0;
};

void tellAndDie(int number)
{
    Trail::tell();
    std::signal(number, SIG_DFL);
    std::raise(number);
}

/// Qt's own warnings, not what the program has to say about servers and files, nor what a display that is none says of
/// itself.
QStringList warningsOf(StartedProgram& program)
{
    QStringList lines;
    const auto entries = program.log().ring().after(0);
    for (const auto& entry : entries)
        if (entry.level >= LogLevel::Warning && !entry.category.startsWith("slipway."_L1)
            && !entry.message.startsWith("This plugin does not support"_L1))
            lines.append(logLine(entry));
    return lines;
}

struct Findings final {
    int deeds = 0;
    int lives = 0;
    std::chrono::milliseconds longest{0};
    QString during;
    QStringList warnings;
};

/// One start of the program, until the time is over.
void live(const Target& target, QRandomGenerator& random, std::chrono::milliseconds time, Findings& findings)
{
    StartedProgram program(ProgramStart{target, {}, {}});
    QTimer::singleShot(0, &program.window(), [&program] {
        const auto layout = QJsonDocument(windowLayout(program.window())).toJson(QJsonDocument::Compact);
        std::printf("restored %s\n", layout.constData());
        std::fflush(stdout);
    });
    Monkey monkey(program, random);
    monkey.setTeller(&Trail::add);
    StallProbe probe;
    probe.setRecord([&](std::chrono::milliseconds length) {
        if (length > findings.longest) {
            findings.longest = length;
            findings.during = monkey.last();
        }
    });
    QEventLoop loop;
    QTimer leaving;
    QObject::connect(&leaving, &QTimer::timeout, &loop, [&] {
        if (monkey.leave())
            loop.quit();
    });
    QTimer::singleShot(time, &leaving, [&leaving] { leaving.start(5); });
    program.start();
    // Fonts and icons are loaded when the window is painted first; a person waits for that once.
    QTimer::singleShot(500, &probe, [&] {
        probe.start();
        monkey.start();
    });
    loop.exec();
    ++findings.lives;
    findings.deeds += monkey.deeds();
    findings.warnings += warningsOf(program);
}

int tell(const Findings& findings)
{
    std::printf("%d deeds in %d lives, held up for %lld ms at most (%s)\n", findings.deeds, findings.lives,
                static_cast<long long>(findings.longest.count()), qUtf8Printable(findings.during));
    for (const auto& line : findings.warnings)
        std::printf("%s\n", qUtf8Printable(line));
    const bool isStalled = findings.longest.count() > kLongestStall * kSlower;
    if (isStalled)
        std::puts("that is too long");
    return isStalled || !findings.warnings.isEmpty() ? 1 : 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    installTranslations(application, QLocale(QLocale::English));
    const QStringList arguments = QApplication::arguments();
    const auto seconds = std::chrono::seconds(arguments.value(1, u"10"_s).toInt());
    const quint32 seed = arguments.size() > 2 ? arguments[2].toUInt() : QRandomGenerator::system()->generate();
    std::printf("seed %u\n", seed);
    std::fflush(stdout);
    for (const int number : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE})
        std::signal(number, tellAndDie);
    const QTemporaryDir own;
    QDir::setCurrent(own.path()); // whatever it may write lands there
    Target target = demoTarget(arguments.value(3, own.path()));
    QRandomGenerator random(seed);
    Findings findings;
    std::chrono::milliseconds left = seconds;
    do {
        const auto time = std::min<std::chrono::milliseconds>(left, kLife);
        live(target, random, time, findings);
        left -= time;
    } while (left.count() > 0);
    return tell(findings);
}
