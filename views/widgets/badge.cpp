#include "views/widgets/badge.h"

#include "views/theme/paint.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

namespace
{
constexpr int kHeight = 20;
constexpr int kPadding = 6;
constexpr int kGlyph = 12;
constexpr int kGlyphGap = 4;
} // namespace

QSize badgeSize(const BadgeText& badge)
{
    const int text = QFontMetrics(fontFor(TextRole::CaptionMedium)).horizontalAdvance(badge.text);
    return {text + 2 * kPadding + (badge.glyph ? kGlyph + kGlyphGap : 0), withText(kHeight)};
}

void paintBadge(QPainter& painter, const QRectF& rect, const BadgeText& badge, const Tokens& tokens)
{
    const QSizeF size = badgeSize(badge);
    QRectF box(rect.left(), rect.center().y() - size.height() / 2, std::min(size.width(), rect.width()), size.height());
    paintBox(painter, box, kSmallRadius, toneTint(tokens, badge.tone), toneOutline(tokens, badge.tone));
    box.adjust(kPadding, 0, 0, 0);
    if (badge.glyph) {
        paintGlyph(painter, QRectF(box.left(), box.top(), kGlyph, box.height()), *badge.glyph, tokens);
        box.adjust(kGlyph + kGlyphGap, 0, 0, 0);
    }
    painter.setFont(fontFor(TextRole::CaptionMedium));
    painter.setPen(toneColor(tokens, badge.tone));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, badge.text);
}

Badge::Badge(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::setBadge(const BadgeText& badge)
{
    if (badge == m_badge)
        return;
    m_badge = badge;
    setAccessibleName(badge.text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_badge);
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_badge, tokensOf(palette()));
}

} // namespace slipway
