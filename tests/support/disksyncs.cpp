#include "support/disksyncs.h"

#include <atomic>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace
{

std::atomic<int> syncs = 0;
std::function<void()> onNext;

int count(long number, int descriptor)
{
    ++syncs;
    const auto result = static_cast<int>(::syscall(number, descriptor));
    if (const auto then = std::exchange(onNext, nullptr))
        then();
    return result;
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

void slipway::test::onNextDiskSync(std::function<void()> then)
{
    onNext = std::move(then);
}

int slipway::test::diskSyncs()
{
    return syncs;
}
