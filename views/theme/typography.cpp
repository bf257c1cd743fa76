#include "views/theme/typography.h"

#include "resources/resources.h"

#include <QFontDatabase>
#include <QWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QFont sans(int pixels, QFont::Weight weight)
{
    QFont font({u"Inter"_s, u"Noto Sans"_s, u"sans-serif"_s});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setFeature("tnum", 1);
    font.setHintingPreference(QFont::PreferNoHinting);
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
        return sans(24, QFont::DemiBold);
    case TextRole::StripMetric:
        return sans(20, QFont::DemiBold);
    case TextRole::SmallMetric:
        return sans(16, QFont::DemiBold);
    case TextRole::PageTitle:
        return sans(18, QFont::DemiBold);
    case TextRole::CardHeader:
        return sans(13, QFont::DemiBold);
    case TextRole::Body:
        return sans(13, QFont::Normal);
    case TextRole::BodyMedium:
        return sans(13, QFont::Medium);
    case TextRole::Caption:
        return sans(12, QFont::Normal);
    case TextRole::CaptionMedium:
        return sans(12, QFont::Medium);
    case TextRole::Axis:
        return sans(11, QFont::Normal);
    case TextRole::Mono:
    case TextRole::Code:
        return mono(12);
    }
    return sans(13, QFont::Normal);
}

void setTextRole(QWidget& widget, TextRole role)
{
    widget.setFont(fontFor(role));
}

} // namespace slipway
