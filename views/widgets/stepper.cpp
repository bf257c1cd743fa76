#include "views/widgets/stepper.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/busyglyph.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr int kGlyph = 22;
constexpr int kNameGap = 4;
constexpr int kCellGap = 12;
constexpr int kNarrowestCell = 48;
/// Between a glyph and the line that leads to it.
constexpr int kLineGap = 6;
constexpr int kLine = 2;

int nameHeight()
{
    return QFontMetrics(fontFor(TextRole::Caption)).height();
}

} // namespace

Stepper::Stepper(QWidget* parent)
    : QWidget(parent)
    , m_busy(new BusyGlyph(kGlyph, this))
{
    installAccessibleAmounts();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_busy->hide();
}

void Stepper::setSteps(const std::vector<Step>& steps)
{
    m_steps = steps;
    setAccessibleName(stepsSentence(steps));
    setAccessibleDescription(stepsDescription(steps));
    tellAmountChanged(*this, amount().current);
    placeBusy();
    updateGeometry();
    update();
}

AmountRange Stepper::amount() const
{
    return {static_cast<double>(settledSteps(m_steps)), 0, static_cast<double>(m_steps.size())};
}

QSize Stepper::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Caption));
    int widest = kNarrowestCell;
    for (const auto& step : m_steps)
        widest = std::max(widest, metrics.horizontalAdvance(step.name) + kCellGap);
    return {widest * static_cast<int>(m_steps.size()), kGlyph + kNameGap + nameHeight()};
}

QSize Stepper::minimumSizeHint() const
{
    return {kNarrowestCell * static_cast<int>(m_steps.size()), kGlyph + kNameGap + nameHeight()};
}

QRect Stepper::cell(int step) const
{
    const auto count = static_cast<int>(m_steps.size());
    const int left = width() * step / count;
    return {left, 0, width() * (step + 1) / count - left, height()};
}

QRect Stepper::glyphRect(int step) const
{
    const QRect whole = cell(step);
    return {whole.left() + (whole.width() - kGlyph) / 2, 0, kGlyph, kGlyph};
}

QString Stepper::shownName(int step) const
{
    return QFontMetrics(fontFor(TextRole::Caption))
        .elidedText(m_steps[static_cast<size_t>(step)].name, Qt::ElideRight, cell(step).width() - kLineGap);
}

void Stepper::placeBusy()
{
    const auto active = std::ranges::find(m_steps, StepState::Active, &Step::state);
    m_busy->setVisible(active != m_steps.end());
    if (active != m_steps.end())
        m_busy->move(glyphRect(static_cast<int>(active - m_steps.begin())).topLeft());
}

void Stepper::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeBusy();
}

void Stepper::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Caption));
    for (int i = 0; i < static_cast<int>(m_steps.size()); ++i) {
        const Step& step = m_steps[static_cast<size_t>(i)];
        const QRect glyph = glyphRect(i);
        // One is active at most in a sequence; any other has its arc standing still.
        if (step.state != StepState::Active || glyph.topLeft() != m_busy->pos())
            paintGlyph(painter, glyph, stepGlyph(step.state), t);
        painter.setPen(step.state == StepState::Waiting || step.state == StepState::Skipped ? t.muted : t.text);
        painter.drawText(cell(i).adjusted(0, kGlyph + kNameGap, 0, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine, shownName(i));
        if (i == 0)
            continue;
        const int from = glyphRect(i - 1).right() + 1 + kLineGap;
        const bool isWalked = isConnected(m_steps[static_cast<size_t>(i) - 1].state, step.state);
        painter.fillRect(QRect(from, kGlyph / 2 - kLine / 2, glyph.left() - kLineGap - from, kLine),
                         isWalked ? t.ok : t.line);
    }
}

bool Stepper::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < static_cast<int>(m_steps.size()); ++i)
            if (cell(i).contains(help->pos()))
                QToolTip::showText(help->globalPos(),
                                   tr("%1: %2").arg(m_steps[static_cast<size_t>(i)].name,
                                                    stepWord(m_steps[static_cast<size_t>(i)].state)),
                                   this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace slipway
