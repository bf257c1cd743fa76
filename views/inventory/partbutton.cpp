#include "views/inventory/partbutton.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyph.h"

#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kHeight = 26;
constexpr int kDigest = 96;
constexpr int kSize = 72;
constexpr int kGlyph = 14;
} // namespace

PartButton::PartButton(const SummaryPart& part, QWidget* parent)
    : QAbstractButton(parent)
    , m_part(part)
{
    setText(part.name);
    setAccessibleName(part.name + u", "_s + part.size);
    setToolTip(part.digest.toString());
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PartButton::sizeHint() const
{
    return {240, withText(kHeight)};
}

void PartButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    if (underMouse())
        paintBox(painter, rect().adjusted(-4, 0, 4, 0), kSmallRadius, t.hover, {});
    int left = 0;
    if (m_part.isMissing) {
        paintGlyph(painter, QRectF(0, 0, kGlyph, height()), Glyph::Bad, t);
        left = kGlyph + 6;
    }
    const int right = width() - withText(kSize);
    painter.setPen(t.text);
    painter.setFont(fontFor(TextRole::Body));
    const int nameWidth = right - withText(kDigest) - left - 8;
    painter.drawText(QRect(left, 0, nameWidth, height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_part.name, Qt::ElideRight, nameWidth));
    painter.drawText(QRect(right, 0, withText(kSize), height()), Qt::AlignVCenter | Qt::AlignRight, m_part.size);
    painter.setFont(fontFor(TextRole::Mono));
    painter.setPen(t.muted);
    painter.drawText(QRect(right - withText(kDigest), 0, withText(kDigest), height()), Qt::AlignVCenter,
                     m_part.digest.shortForm());
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(painter, rect(), kSmallRadius, t.accent);
}

} // namespace slipway
