#pragma once

#include "views/storage/stackpainting.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace slipway
{

/// Stored bytes over time as a stack of areas, with the budget as a line and the forecast as a band. The pointer, or
/// Left, Right, Home and End, tell the values of a day: beside its crosshair, and to a screen reader. Days without a
/// reading are a gap.
class StackChart final : public QWidget
{
    Q_OBJECT
public:
    explicit StackChart(QWidget* parent = nullptr);

    void showChart(GrowthChart chart);
    /// The other series are dimmed; nullopt: none is.
    void highlight(std::optional<size_t> series);
    [[nodiscard]] std::optional<size_t> highlighted() const { return m_highlighted; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] const GrowthChart& chart() const { return m_chart; }
    /// Of the amounts beside the lines: "GiB".
    [[nodiscard]] QString unitName() const { return amountAxis(m_chart.most()).unitName; }
    /// What is painted now.
    [[nodiscard]] const StackDrawing& drawing();
    /// The point whose values are told, by GrowthChart::pointDay().
    [[nodiscard]] std::optional<size_t> marked() const { return m_marked; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class MarkedBy { Pointer, Keyboard };
    /// What a drawing was laid out for.
    struct Ground {
        QSize size;
        QFont font;
        friend bool operator==(const Ground&, const Ground&) = default;
    };
    /// What a picture was painted with.
    struct Look {
        qreal pixelRatio = 0;
        qint64 palette = 0;
        std::optional<size_t> highlighted;
        friend bool operator==(const Look&, const Look&) = default;
    };

    [[nodiscard]] const QPixmap& picture();
    /// All of the chart in a sentence.
    [[nodiscard]] QString wholeText() const;
    void mark(std::optional<size_t> point, MarkedBy by);
    [[nodiscard]] std::optional<size_t> pointFor(int key) const;

    GrowthChart m_chart;
    std::optional<StackDrawing> m_drawing; ///< none: the chart is another one
    Ground m_ground;
    QPixmap m_picture; ///< of the drawing: the crosshair follows the pointer without painting all of it; null: none
    Look m_look;
    std::optional<size_t> m_highlighted;
    std::optional<size_t> m_marked;
};

} // namespace slipway
