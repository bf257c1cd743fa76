#pragma once

#include "views/widgets/accessiblevalue.h"
#include "views/widgets/gaugescale.h"

#include <QWidget>

namespace slipway
{

/// An amount against its target: numbers for the arc, and what is written for each of them.
struct GaugeReading final {
    QString what;                 ///< "Active storage"
    std::optional<double> amount; ///< in any unit; nullopt: never read
    double target = 0;            ///< in the same unit
    QString amountText;           ///< "18.7"
    QString targetText;           ///< "20"
    QString scaleText;            ///< the end of the arc, 120 % of the target: "24"
    QString unit;                 ///< "GiB"
    QString outlook;              ///< "passes on 11 December"; may be empty
};

/// "Active storage 18.7 of 20 GiB, at risk, passes on 11 December"; "Active storage: no data yet".
[[nodiscard]] QString gaugeSentence(const GaugeReading& reading);

/// Half a ring that fills as an amount nears its target, with a tick where the target is: 176 by 112 pixels.
class Gauge final : public QWidget, public AmountShown
{
    Q_OBJECT
public:
    explicit Gauge(QWidget* parent = nullptr);

    void setReading(const GaugeReading& reading);
    [[nodiscard]] AmountRange amount() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintArc(QPainter& painter) const;
    static void paintOutline(QPainter& painter, const QColor& color);
    void paintTick(QPainter& painter) const;
    void paintTexts(QPainter& painter) const;

    GaugeReading m_reading;
};

} // namespace slipway
