#pragma once

#include "models/codecontent.h"

#include <QFontMetrics>

#include <algorithm>

namespace slipway
{

// What placing and painting the rows of a CodePane agree on, in pixels of the design.
constexpr int kCodePadding = 8;
constexpr int kCodeMarker = 16;

/// Of a column for the numbers of so many lines, with the room around them.
[[nodiscard]] inline int codeNumberWidth(const QFontMetrics& metrics, qsizetype lines)
{
    const auto digits = QString::number(std::max<qsizetype>(10, lines)).size();
    return static_cast<int>(digits) * metrics.horizontalAdvance(u'0') + 2 * kCodePadding;
}

} // namespace slipway
