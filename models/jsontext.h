#pragma once

#include <QByteArray>
#include <QString>

namespace slipway
{

/// A JSON document set out for reading, two spaces a step as registries and the tools around them print it. Nothing is
/// parsed: key order, numbers and escapes stay as they are in the bytes, and what is no JSON comes back readable.
[[nodiscard]] QString prettyJson(const QByteArray& bytes);

} // namespace slipway
