#pragma once

#include "core/error.h"
#include "core/filelock.h"

#include <memory>

namespace slipway
{

/// Keeps every other cleaner of an owner out, of this program and of others, as long as it lives. The kernel gives it
/// back when a process ends, however it ends, so that nobody has to tell a dead holder from one that works. A file
/// beside it says who holds it.
class CleanupLock final
{
public:
    /// `who` is what a person is told who finds it held: "slipwayctl". Errors: Refused with the holder, FileAccess.
    [[nodiscard]] static Result<CleanupLock> take(const QString& folder, const QString& server, const QString& owner,
                                                  const QString& who);

private:
    explicit CleanupLock(std::unique_ptr<FileLock> lock)
        : m_lock(std::move(lock))
    {
    }

    std::unique_ptr<FileLock> m_lock;
};

/// The name of a file about an owner on a server, without its ending: no separators, no two owners the same.
[[nodiscard]] QString ownerFileName(const QString& server, const QString& owner);

} // namespace slipway
