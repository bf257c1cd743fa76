#pragma once

#include "core/digest.h"
#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace slipway
{

/// How containers of an image start, as its config tells (OCI image-spec 1.1 config.md, "config"). What is not set is
/// empty.
struct RunSettings final {
    QStringList entrypoint;
    QStringList command;
    QString user;
    QString workingDirectory;
    QString stopSignal;
    QStringList ports;   ///< "8080/tcp"
    QStringList volumes; ///< paths

    friend bool operator==(const RunSettings&, const RunSettings&) = default;
};

/// Errors: NotJson, Malformed with the path to the field.
[[nodiscard]] Result<RunSettings> parseRunSettings(const Digest& digest, const QByteArray& bytes);

} // namespace slipway
