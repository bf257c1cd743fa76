#include "support/disksyncs.h"

#include <atomic>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{

std::atomic<int> syncs = 0;

int count(long number, int descriptor)
{
    ++syncs;
    return static_cast<int>(::syscall(number, descriptor));
}

} // namespace

// The program's own come before the C library's.
extern "C" int fsync(int descriptor)
{
    return count(SYS_fsync, descriptor);
}

extern "C" int fdatasync(int descriptor)
{
    return count(SYS_fdatasync, descriptor);
}

int slipway::test::diskSyncs()
{
    return syncs;
}
