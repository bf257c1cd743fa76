#include "views/shell/breadcrumb.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kSeparator = 22;

int stepsWidth(const QStringList& steps)
{
    int width = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const bool isLast = i + 1 == steps.size();
        width += QFontMetrics(fontFor(isLast ? TextRole::CardHeader : TextRole::Body)).horizontalAdvance(steps[i]) + 1;
        width += isLast ? 0 : kSeparator;
    }
    return width;
}

} // namespace

Breadcrumb::Breadcrumb(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    followText(*this, [this] { describe(); });
}

void Breadcrumb::setSteps(const QStringList& steps)
{
    m_steps = steps;
    setAccessibleName(tr("You are at %1").arg(steps.join(u", "_s)));
    describe();
    updateGeometry();
    update();
}

void Breadcrumb::describe()
{
    setToolTip(fittingSteps(width()) == m_steps && stepsWidth(m_steps) <= width() ? QString() : m_steps.join(u" › "_s));
}

void Breadcrumb::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    describe();
}

QSize Breadcrumb::sizeHint() const
{
    return {stepsWidth(m_steps), withText(20)};
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {60, withText(20)};
}

QStringList Breadcrumb::fittingSteps(int width) const
{
    QStringList steps = m_steps;
    while (steps.size() > 2 && stepsWidth(steps) > width) {
        if (steps.size() == 3 && steps[1] == u"…"_s)
            break;
        if (steps[1] == u"…"_s)
            steps.removeAt(2);
        else
            steps[1] = u"…"_s;
    }
    // Where one is comes last, and stays when nothing else does.
    while (steps.size() > 1 && stepsWidth(steps) > width)
        steps.removeFirst();
    return steps;
}

void Breadcrumb::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    const QStringList steps = fittingSteps(width());
    int x = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const bool isLast = i + 1 == steps.size();
        painter.setFont(fontFor(isLast ? TextRole::CardHeader : TextRole::Body));
        painter.setPen(isLast ? t.text : t.muted);
        const QString text = painter.fontMetrics().elidedText(steps[i], Qt::ElideRight, std::max(0, width() - x));
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text);
        x += painter.fontMetrics().horizontalAdvance(text) + 1;
        if (!isLast)
            paintChevron(painter, QRectF(x, 0, kSeparator, height()), Chevron::Right, t.muted);
        x += kSeparator;
    }
}

} // namespace slipway
