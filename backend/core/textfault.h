#pragma once

#include "core/error.h"

#include <QString>

#include <vector>

namespace slipway
{

/// Something that is wrong in a text, and where.
struct TextFault final {
    qsizetype line = 0;   ///< from 1; 0: of the text as a whole
    qsizetype column = 0; ///< from 1, in characters
    QString why;

    friend bool operator==(const TextFault&, const TextFault&) = default;
};

/// Nobody mends more at once; who finds more stops there.
constexpr std::size_t kMostFaults = 100;

/// What an InvalidFile error says, whose subject is "file:line:column"; of another subject without a place.
[[nodiscard]] TextFault faultOf(const Error& error);

} // namespace slipway
