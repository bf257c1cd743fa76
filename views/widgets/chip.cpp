#include "views/widgets/chip.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QFontMetrics>
#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kPadding = 5;
constexpr int kGap = 4;
constexpr int kWidest = 150;

QString moreText(qsizetype count)
{
    return u"+%1"_s.arg(count);
}
} // namespace

int chipWidth(const QString& text)
{
    return std::min(withText(kWidest), QFontMetrics(fontFor(TextRole::Axis)).horizontalAdvance(text) + 2 * kPadding);
}

void paintChip(QPainter& painter, const QRectF& rect, const QString& text, const Tokens& t)
{
    const bool isLatest = text == "latest"_L1;
    paintBox(painter, rect, kSmallRadius, isLatest ? t.accentTint : t.raised, isLatest ? t.accent : t.line);
    painter.setFont(fontFor(TextRole::Axis));
    painter.setPen(isLatest ? t.accent : t.text);
    const QRectF inner = rect.adjusted(kPadding - 1, 0, 1 - kPadding, 0);
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideMiddle, static_cast<int>(inner.width()) + 1);
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine, shown);
}

ChipFit fitChips(const QStringList& texts, qsizetype alsoHidden, int width)
{
    int used = 0;
    qsizetype shown = 0;
    for (const auto& text : texts) {
        const int next = used + (shown ? kGap : 0) + chipWidth(text);
        const qsizetype left = texts.size() - shown - 1 + alsoHidden;
        const int more = left > 0 ? kGap + chipWidth(moreText(left)) : 0;
        if (next + more > width)
            break;
        used = next;
        ++shown;
    }
    return {shown, texts.size() - shown + alsoHidden};
}

void paintChips(QPainter& painter, const QRectF& rect, const QStringList& texts, qsizetype alsoHidden, const Tokens& t)
{
    const ChipFit fit = fitChips(texts, alsoHidden, static_cast<int>(rect.width()));
    qreal x = rect.left();
    const auto paintNext = [&](const QString& text) {
        const int width = std::min(chipWidth(text), static_cast<int>(rect.right() - x));
        paintChip(painter,
                  {x, rect.center().y() - withText(kRowChipHeight) / 2.0, static_cast<qreal>(width),
                   static_cast<qreal>(withText(kRowChipHeight))},
                  text, t);
        x += width + kGap;
    };
    for (qsizetype i = 0; i < fit.shown; ++i)
        paintNext(texts[i]);
    if (fit.hidden > 0)
        paintNext(moreText(fit.hidden));
}

} // namespace slipway
