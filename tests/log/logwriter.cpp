#include "core/logcategories.h"
#include "log/log.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdlib>

/// logwriter FILE NAME LINES MOST_BYTES [kill]: a process that logs `NAME 0`, `NAME 1`, … and ends, or is killed in the
/// middle of its life.
int main(int argc, char** argv)
{
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    slipway::LogOptions options;
    options.filePath = words.value(1);
    options.mostBytes = words.value(4).toLongLong();
    options.files = 50;
    const slipway::Log log(options);
    for (int line = 0; line < words.value(3).toInt(); ++line)
        qCInfo(slipway::logNet).noquote() << words.value(2) << line << QString(line % 200, u'x') << "end";
    if (words.value(5) == "kill"_L1)
        (void)std::raise(SIGKILL);
    return EXIT_SUCCESS;
}
