#include "views/cleanup/reclaimbar.h"

#include "core/format.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace slipway
{

namespace
{

constexpr int kBar = 14;
constexpr int kGap = 8;
constexpr int kSwatch = 8;
constexpr int kLine = 18;
constexpr int kPadding = 12;

void hatch(QPainter& painter, const QRectF& rect, const Tokens& t)
{
    painter.fillRect(rect, QBrush(t.bad, Qt::BDiagPattern));
    painter.setPen(QPen(t.bad, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace

ReclaimBar::ReclaimBar(QWidget* parent)
    : QWidget(parent)
{
    installAccessibleAmounts();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBytes(0, 0);
}

void ReclaimBar::setBytes(Bytes stored, Bytes freed)
{
    m_stored = stored;
    m_freed = std::min(freed, stored);
    setAccessibleName(tr("%1 stay, %2 go", "sizes").arg(formatBytes(m_stored - m_freed), formatBytes(m_freed)));
    tellAmountChanged(*this, static_cast<double>(m_freed));
    update();
}

AmountRange ReclaimBar::amount() const
{
    return {static_cast<double>(m_freed), 0, static_cast<double>(m_stored)};
}

QSize ReclaimBar::sizeHint() const
{
    return {withText(360), 2 * kPadding + kBar + kGap + withText(kLine)};
}

QSize ReclaimBar::minimumSizeHint() const
{
    return {withText(200), sizeHint().height()};
}

void ReclaimBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    const QRectF inside = QRectF(rect()).adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const qreal share = m_stored > 0 ? static_cast<qreal>(m_freed) / static_cast<qreal>(m_stored) : 0;
    const qreal going = m_freed > 0 ? std::max(inside.width() * share, 3.0) : 0;
    const QRectF stays(inside.left(), inside.top(), inside.width() - going, kBar);
    if (m_stored > 0)
        painter.fillRect(stays, t.chart[0]);
    else
        painter.fillRect(stays, t.track);
    const QRectF goes(stays.right(), inside.top(), going, kBar);
    if (going > 0)
        hatch(painter, goes, t);
    const qreal top = inside.top() + kBar + kGap;
    const qreal line = withText(kLine);
    const auto swatch = [&](qreal left) { return QRectF(left, top + (line - kSwatch) / 2, kSwatch, kSwatch); };
    painter.setFont(fontFor(TextRole::Caption));
    const QString left = tr("%1 stays", "an amount").arg(formatBytes(m_stored - m_freed));
    const QString right = tr("%1 goes", "an amount").arg(formatBytes(m_freed));
    painter.fillRect(swatch(inside.left()), t.chart[0]);
    const qreal width = painter.fontMetrics().horizontalAdvance(right);
    hatch(painter, swatch(inside.right() - width - kSwatch - 6), t);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(inside.left() + kSwatch + 6, top, inside.width() / 2, line),
                     Qt::AlignLeft | Qt::AlignVCenter, left);
    painter.drawText(QRectF(inside.right() - width, top, width, line), Qt::AlignRight | Qt::AlignVCenter, right);
}

} // namespace slipway
