#pragma once

#include "views/storage/stackscale.h"

#include <QColor>
#include <QPolygonF>

class QImage;
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

/// What areas are painted with.
struct StackFills final {
    std::vector<QColor> areas; ///< beside the series
    QColor line;               ///< between them; invalid: there is none
};

/// Paints all of a chart but what follows the pointer: grid, forecast, areas, budget, days. The series other than
/// `highlighted` stand back, if there is one.
void paintStack(QPainter& painter, const StackDrawing& drawing, const Tokens& tokens,
                std::optional<size_t> highlighted = std::nullopt);

/// The same as a picture on the theme's surface, opaque so that it is laid onto the screen as it is. Of areas of many
/// points it is there in a fraction of the time.
[[nodiscard]] QImage stackPicture(const StackDrawing& drawing, QSize size, qreal pixelRatio, const Tokens& tokens,
                                  std::optional<size_t> highlighted = std::nullopt);

/// An upper edge, left to right; that of a single day has some width.
[[nodiscard]] QPolygonF stackEdge(const StackDrawing& drawing, const std::vector<StackPoint>& points);

/// Whether an edge of a run has a line: as long as it is one. Where it goes up and down within each column, a line
/// would cover what it is to tell apart.
[[nodiscard]] bool hasLine(const StackDrawing& drawing, const StackRun& run, const std::vector<StackPoint>& points);

/// The lines through one point of the chart, and a dot where they meet.
void paintCrosshair(QPainter& painter, const StackDrawing& drawing, const Tokens& tokens, size_t point);

} // namespace slipway
