#include "views/palette/palettefoot.h"

#include "views/palette/keycap.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kHeight = 36;
constexpr int kPadding = 16;
} // namespace

PaletteFoot::PaletteFoot(QWidget* parent)
    : Strip(Side::Foot, parent)
{
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
    setAccessibleName(tr("Keys"));
    setAccessibleDescription(tr("Up and down move, Enter runs, Tab completes, Esc closes"));
}

void PaletteFoot::paintEvent(QPaintEvent* event)
{
    Strip::paintEvent(event);
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = kPadding;
    const auto addCap = [&](const QString& key) {
        const int width = keyCapWidth(key);
        paintKeyCap(painter, QRectF(x, 0, width, height()), key, t);
        x += width + 6;
    };
    const auto addWord = [&](const QString& word) {
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(t.muted);
        painter.drawText(QRect(x, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, word);
        x += painter.fontMetrics().horizontalAdvance(word) + 16;
    };
    addCap(u"↑"_s);
    addCap(u"↓"_s);
    addWord(tr("Move"));
    addCap(tr("Enter"));
    addWord(tr("Run"));
    addCap(tr("Tab"));
    addWord(tr("Complete"));
    addCap(tr("Esc"));
    addWord(tr("Close"));
    const QString hint = tr("… asks for more first");
    painter.setFont(fontFor(TextRole::Caption));
    if (x + painter.fontMetrics().horizontalAdvance(hint) + kPadding < width())
        painter.drawText(rect().adjusted(0, 0, -kPadding, 0), Qt::AlignRight | Qt::AlignVCenter, hint);
}

} // namespace slipway
