#pragma once

#include <QDateTime>
#include <QString>

namespace slipway
{

/// A commit that changed a file.
struct FileCommit final {
    QString id; ///< whole, in lower-case hexadecimal
    QDateTime at;
    QString title; ///< the first line of its message

    friend bool operator==(const FileCommit&, const FileCommit&) = default;
};

} // namespace slipway
