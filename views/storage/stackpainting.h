#pragma once

#include "views/storage/stackscale.h"

class QPainter;

namespace slipway
{

struct Tokens;

/// A chart that is laid out: what to paint, where, and the edges that fit into its columns.
struct StackDrawing final {
    const GrowthChart* chart = nullptr; ///< outlives this
    StackScale scale;
    std::vector<StackRun> runs;

    StackDrawing() = default;
    StackDrawing(const GrowthChart& shown, const QRectF& place);
};

/// Paints all of a chart but what follows the pointer: grid, forecast, areas, budget, days. The series other than
/// `highlighted` stand back, if there is one.
void paintStack(QPainter& painter, const StackDrawing& drawing, const Tokens& tokens,
                std::optional<size_t> highlighted = std::nullopt);

/// The lines through one point of the chart, and a dot where they meet.
void paintCrosshair(QPainter& painter, const StackDrawing& drawing, const Tokens& tokens, size_t point);

} // namespace slipway
