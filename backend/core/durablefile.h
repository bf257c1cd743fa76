#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <optional>

namespace slipway
{

/// A small file that is whole at every moment: written to a file beside it, synchronised with the disk and renamed.
/// Readable by its owner alone. Several processes may use it at once. Errors of everything here: FileAccess, about the
/// path, with the system's words.
class DurableFile final
{
public:
    /// What a change is whole after. Only for PowerCut the disk is waited for, which may be busy for seconds; without,
    /// the file may be the one before, or empty on some file systems, when the power comes back.
    enum class Survives : std::uint8_t { PowerCut, ProcessEnd };

    explicit DurableFile(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] const QString& path() const { return m_path; }
    /// nullopt if there is no file.
    [[nodiscard]] Result<std::optional<QByteArray>> read() const;
    /// Replaces what is in the file by what `next` makes of it (nullopt if there is no file), with no other process in
    /// between; makes the folder if need be. An error of `next` is given back, and the file stays as it was. Waits a
    /// second at most for who writes it at the same time, half of it if it need not survive a power cut.
    [[nodiscard]] Result<void>
    update(const std::function<Result<QByteArray>(const std::optional<QByteArray>& before)>& next,
           Survives survives = Survives::PowerCut) const;
    /// Renames a file that cannot be understood to `PATH.corrupt-TIME`, and gives that name; nullopt if that fails, or
    /// if the file has become another one since it was read. Also for use within update().
    [[nodiscard]] std::optional<QString> setAside(const QByteArray& seen) const;

private:
    [[nodiscard]] QString lockPath() const { return m_path + QStringLiteral(".lock"); }
    [[nodiscard]] Result<void> write(const QByteArray& bytes, Survives survives) const;

    QString m_path;
    mutable bool m_isUpdating = false; ///< it holds the lock
};

} // namespace slipway
