#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace slipway
{

/// A file that lines are appended to, and that makes room when it is full: FILE becomes FILE.1, FILE.1 becomes FILE.2,
/// the oldest goes. Several processes may write the same file. Each line is one write() with O_APPEND, which the kernel
/// keeps whole; turning the files over is done under a lock by one of them, and the others notice that the name
/// stands for another file. A line is with the kernel when append() returns, so a process that is killed loses none.
class RotatingFile final
{
public:
    /// `files` is how many there are at most, the current one included. Nothing is opened before the first line.
    RotatingFile(const QString& path, qint64 mostBytes, int files);
    ~RotatingFile();
    RotatingFile(const RotatingFile&) = delete;
    RotatingFile& operator=(const RotatingFile&) = delete;

    /// Appends a line, which has its line end. The folder and the file are made when they are missing, for the user
    /// alone. Errors: FileAccess with the system's reason; the next line is tried again.
    [[nodiscard]] Result<void> append(std::string_view line);

private:
    [[nodiscard]] bool open();
    /// True where the name still stands for the file that is open; tells its size.
    [[nodiscard]] bool isCurrent(qint64& size) const;
    void close();
    void turnOver();
    [[nodiscard]] QByteArray numbered(int number) const;

    QByteArray m_path;
    qint64 m_mostBytes;
    int m_files;
    int m_descriptor = -1;
    bool m_isTorn = false; ///< the last line could be written in part only
};

} // namespace slipway
