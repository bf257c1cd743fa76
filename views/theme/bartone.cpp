#include "views/theme/bartone.h"

#include <QProgressBar>
#include <QVariant>

namespace slipway
{

namespace
{
constexpr const char* kProperty = "slipwayBarTone";
constexpr const char* kHatchedProperty = "slipwayBarHatched";
} // namespace

void setBarTone(QProgressBar& bar, Tone tone)
{
    bar.setProperty(kProperty, static_cast<int>(tone));
    bar.update();
}

void setBarHatched(QProgressBar& bar, double share)
{
    bar.setProperty(kHatchedProperty, share);
    bar.update();
}

double barHatched(const QWidget* bar)
{
    return bar ? bar->property(kHatchedProperty).toDouble() : 0;
}

QColor barColor(const QWidget* bar, const QPalette& palette)
{
    const QVariant tone = bar ? bar->property(kProperty) : QVariant();
    if (!tone.isValid())
        return palette.color(QPalette::Accent);
    const Tokens& tokens = tokensOf(palette);
    return static_cast<Tone>(tone.toInt()) == Tone::Warn ? tokens.warnFill
                                                         : toneColor(tokens, static_cast<Tone>(tone.toInt()));
}

} // namespace slipway
