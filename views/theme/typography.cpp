#include "views/theme/typography.h"

#include "resources/resources.h"

#include <QFontDatabase>
#include <QWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QFont words(int pixels, QFont::Weight weight)
{
    QFont font({u"Inter"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// Figures of one width. Not for words: the feature makes hyphens as wide as a figure too.
QFont figures(int pixels, QFont::Weight weight)
{
    QFont font = words(pixels, weight);
    font.setFeature("tnum", 1);
    return font;
}

QFont mono(int pixels)
{
    QFont font({u"JetBrains Mono NL"_s, u"JetBrains Mono"_s, u"monospace"_s});
    font.setPixelSize(pixels);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool addFonts()
{
    for (const auto name : {"Inter-Regular.otf"_L1, "Inter-Medium.otf"_L1, "Inter-SemiBold.otf"_L1})
        QFontDatabase::addApplicationFont(kFontFolder + name);
    for (const auto name : {"JetBrainsMonoNL-Regular.ttf"_L1, "JetBrainsMonoNL-Medium.ttf"_L1})
        QFontDatabase::addApplicationFont(kMonoFontFolder + name);
    return true;
}

} // namespace

void loadFonts()
{
    // A second time, the database would keep a second copy of each.
    [[maybe_unused]] static const bool areLoaded = addFonts();
}

QFont fontFor(TextRole role)
{
    switch (role) {
    case TextRole::Metric:
        return figures(24, QFont::DemiBold);
    case TextRole::StripMetric:
        return figures(20, QFont::DemiBold);
    case TextRole::SmallMetric:
        return figures(16, QFont::DemiBold);
    case TextRole::PageTitle:
        return words(18, QFont::DemiBold);
    case TextRole::CardHeader:
        return words(13, QFont::DemiBold);
    case TextRole::Body:
        return words(13, QFont::Normal);
    case TextRole::Number:
        return figures(13, QFont::Normal);
    case TextRole::BodyMedium:
        return words(13, QFont::Medium);
    case TextRole::Caption:
        return words(12, QFont::Normal);
    case TextRole::CaptionMedium:
        return words(12, QFont::Medium);
    case TextRole::Axis:
        return figures(11, QFont::Normal);
    case TextRole::Mono:
    case TextRole::Code:
        return mono(12);
    }
    return words(13, QFont::Normal);
}

void setTextRole(QWidget& widget, TextRole role)
{
    widget.setFont(fontFor(role));
}

} // namespace slipway
