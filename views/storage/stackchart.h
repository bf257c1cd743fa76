#pragma once

#include "models/amountaxis.h"
#include "storage/forecast.h"
#include "storage/storagestack.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace slipway
{

struct Tokens;

/// What the chart shows.
struct StackChartValues final {
    StorageStack stack;
    std::vector<int> colors; ///< beside the series: which of the chart's colours, kNoFigureColor for none of them
    std::optional<Bytes> budget;
    std::vector<ForecastDay> forecast; ///< from the day after the last; empty: none can be told
    std::optional<QDate> crossesOn;    ///< of the budget, by the forecast's middle
    QDate first;                       ///< where the days begin
};

/// Stored bytes over time as a stack of areas, with the budget as a line and the forecast as a band. The pointer, or
/// Left and Right, tell the values of a day. Days without a reading are a gap.
class StackChart final : public QWidget
{
    Q_OBJECT
public:
    explicit StackChart(QWidget* parent = nullptr);

    void showValues(StackChartValues values);
    /// The other series are dimmed; nullopt: none is.
    void highlight(std::optional<size_t> series);
    /// The days that are drawn without a break, first and last of each, as rows in StorageStack::days.
    [[nodiscard]] static std::vector<std::pair<size_t, size_t>> runs(const std::vector<StackDay>& days);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] const StackChartValues& values() const { return m_values; }
    /// Of the amounts beside the lines: "GiB".
    [[nodiscard]] const QString& unitName() const { return m_axis.unitName; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QDate last() const;
    [[nodiscard]] qreal x(QDate day) const;
    [[nodiscard]] qreal y(double bytes) const;
    void setMarked(std::optional<size_t> day);
    void paintGrid(QPainter& painter, const Tokens& t) const;
    void paintAreas(QPainter& painter, const Tokens& t) const;
    void paintForecast(QPainter& painter, const Tokens& t) const;
    void paintBudget(QPainter& painter, const Tokens& t) const;
    void paintDates(QPainter& painter, const Tokens& t) const;
    void paintMark(QPainter& painter, const Tokens& t) const;

    StackChartValues m_values;
    AmountAxis m_axis;
    std::optional<size_t> m_highlighted;
    std::optional<size_t> m_marked; ///< a row in StorageStack::days
};

} // namespace slipway
