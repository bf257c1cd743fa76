#pragma once

#include <QDir>
#include <QFile>

#include <malloc.h>
#include <unistd.h>

namespace slipway::test
{

/// What a process holds at a moment.
struct Footprint final {
    double residentMiB = 0; ///< memory the kernel gave
    double inUseMiB = 0;    ///< memory asked for and not given back
    double descriptors = 0;
    double threads = 0;
};

inline Footprint footprint()
{
    Footprint now;
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (statm.open(QIODevice::ReadOnly)) {
        const auto pages = statm.readAll().split(' ').value(1).toLongLong();
        now.residentMiB = static_cast<double>(pages * sysconf(_SC_PAGESIZE)) / (1 << 20);
    }
    const auto heap = mallinfo2();
    now.inUseMiB = static_cast<double>(heap.uordblks + heap.hblkhd) / (1 << 20);
    // The folder's own descriptor counts itself.
    now.descriptors = static_cast<double>(
        QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size()
        - 1);
    now.threads = static_cast<double>(
        QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
    return now;
}

} // namespace slipway::test
