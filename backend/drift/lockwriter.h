#pragma once

#include "core/error.h"
#include "drift/buildlock.h"

#include <QByteArray>

namespace slipway
{

/// The text of a lock file: keys sorted, two spaces of indent, a line feed at its end; the same lock gives the same
/// bytes. Members that are not known stand among the others in their order.
[[nodiscard]] QByteArray writeBuildLock(const BuildLock& lock);

/// Replaces a file, whole or not at all; its permissions stay. Errors: FileAccess with the system's words.
[[nodiscard]] Result<void> saveBuildLock(const QString& path, const QByteArray& text);

} // namespace slipway
