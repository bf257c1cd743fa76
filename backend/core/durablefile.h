#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

namespace slipway
{

/// A small file that is whole at every moment: written to a file beside it, synchronised with the disk and renamed.
/// Readable by its owner alone. Several processes may use it at once. Errors of everything here: FileAccess, about the
/// path, with the system's words. What the disk was not waited for has the last one that is there beside it, as
/// `PATH.slipway-before` (where the file system has hard links): some bring names to the disk before contents, and
/// a power cut leaves the file empty.
class DurableFile final
{
public:
    /// What a change is whole after. Only for PowerCut the disk is waited for, which may be busy for seconds; without,
    /// the file may be an earlier one when the power comes back.
    enum class Survives : std::uint8_t { PowerCut, ProcessEnd };

    explicit DurableFile(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] const QString& path() const { return m_path; }
    /// nullopt if there is no file; of an empty one the one before.
    [[nodiscard]] Result<std::optional<QByteArray>> read() const;
    /// Replaces what is in the file by what `next` makes of it (nullopt if there is no file), with no other process in
    /// between; makes the folder if need be. An error of `next` is given back, and the file stays as it was. Waits a
    /// second at most for who writes it at the same time, half of it if it need not survive a power cut. Once `closing`
    /// is requested, nothing more is waited for on the disk.
    [[nodiscard]] Result<void>
    update(const std::function<Result<QByteArray>(const std::optional<QByteArray>& before)>& next,
           Survives survives = Survives::PowerCut, const std::stop_token& closing = {}) const;
    /// Renames a file that cannot be understood to `PATH.corrupt-TIME`, and gives that name; nullopt if that fails, or
    /// if the file has become another one since it was read. The one before, if there is one, goes to
    /// `PATH.corrupt-TIME.before`. Also for use within update().
    [[nodiscard]] std::optional<QString> setAside(const QByteArray& seen) const;

private:
    [[nodiscard]] QString lockPath() const { return m_path + QStringLiteral(".lock"); }
    [[nodiscard]] Result<void> write(const QByteArray& bytes, const std::function<bool()>& waits) const;

    QString m_path;
    mutable bool m_isUpdating = false; ///< it holds the lock
};

} // namespace slipway
