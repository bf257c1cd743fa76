#pragma once

#include "views/widgets/glyph.h"

#include <QWidget>

namespace slipway
{

/// A status glyph as a widget. Beside it there is always a word, so it is not read aloud itself.
class GlyphLabel final : public QWidget
{
    Q_OBJECT
public:
    GlyphLabel(Glyph glyph, int side, QWidget* parent = nullptr);

    void setGlyph(Glyph glyph);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph;
};

} // namespace slipway
