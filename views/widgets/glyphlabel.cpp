#include "views/widgets/glyphlabel.h"

#include "views/theme/tokens.h"

#include <QPainter>

namespace slipway
{

GlyphLabel::GlyphLabel(Glyph glyph, int side, QWidget* parent)
    : QWidget(parent)
    , m_glyph(glyph)
{
    setFixedSize(side, side);
}

void GlyphLabel::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void GlyphLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGlyph(painter, rect(), m_glyph, tokensOf(palette()));
}

} // namespace slipway
