#include "views/widgets/busyglyph.h"

#include "views/theme/tokens.h"
#include "views/widgets/glyph.h"

#include <QApplication>
#include <QPainter>

#include <chrono>

namespace slipway
{

namespace
{
constexpr int kSteps = 24;
constexpr std::chrono::milliseconds kStepTime{50};
} // namespace

BusyGlyph::BusyGlyph(int side, QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
    setAccessibleName(tr("Running"));
    m_timer.setInterval(kStepTime);
    connect(&m_timer, &QTimer::timeout, this, &BusyGlyph::advance);
}

void BusyGlyph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGlyph(painter, rect(), Glyph::Running, tokensOf(palette()), static_cast<qreal>(m_step) / kSteps);
}

void BusyGlyph::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (QApplication::isEffectEnabled(Qt::UI_General))
        m_timer.start();
}

void BusyGlyph::hideEvent(QHideEvent* event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void BusyGlyph::advance()
{
    m_step = (m_step + 1) % kSteps;
    update();
}

} // namespace slipway
