#pragma once

#include <QByteArray>
#include <QStringList>

namespace slipway
{

/// One line of a table for spreadsheets (RFC 4180, UTF-8), with its end: fields are quoted where they must be.
[[nodiscard]] QByteArray csvLine(const QStringList& fields);

} // namespace slipway
