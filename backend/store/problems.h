#pragma once

#include "core/error.h"

#include <vector>

namespace slipway
{

/// A snapshot's problems as the text they are kept as, and back.
[[nodiscard]] QString packProblems(const std::vector<Error>& problems);
[[nodiscard]] std::vector<Error> unpackProblems(const QByteArray& text);

} // namespace slipway
