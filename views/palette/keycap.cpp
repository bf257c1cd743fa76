#include "views/palette/keycap.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QFontMetrics>
#include <QPainter>

namespace slipway
{

namespace
{
constexpr int kPadding = 6;
}

int keyCapWidth(const QString& text)
{
    return QFontMetrics(fontFor(TextRole::Axis)).horizontalAdvance(text) + 2 * kPadding;
}

int paintKeyCap(QPainter& painter, const QRectF& rect, const QString& text, const Tokens& tokens)
{
    const int width = keyCapWidth(text);
    const QRectF cap(rect.right() - width, rect.center().y() - withText(kKeyCapHeight) / 2.0, width,
                     withText(kKeyCapHeight));
    paintBox(painter, cap, kSmallRadius, tokens.surface, tokens.line);
    painter.setFont(fontFor(TextRole::Axis));
    painter.setPen(tokens.muted);
    painter.drawText(cap, Qt::AlignCenter, text);
    return width;
}

} // namespace slipway
