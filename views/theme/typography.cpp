#include "views/theme/typography.h"

#include "resources/resources.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPointer>
#include <QToolTip>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <vector>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kBodyPixels = 13;

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

constexpr const char* kRole = "slipwayTextRole";

/// Tells a widget that text has another scale: Qt tells fonts only, and to those that have none of their own.
QEvent::Type textScaleChange()
{
    static const auto type = static_cast<QEvent::Type>(QEvent::registerEventType());
    return type;
}

constexpr const char* kFollower = "slipwayTextFollower";

/// All that follows the text's scale in one widget, in the order it was given. Belongs to the widget.
class TextFollower final : public QObject
{
public:
    static TextFollower& of(QWidget& widget)
    {
        if (auto* follower = widget.property(kFollower).value<QObject*>())
            return static_cast<TextFollower&>(*follower);
        return *new TextFollower(widget);
    }

    void add(std::function<void()> fit)
    {
        fit();
        m_fits.push_back(std::move(fit));
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == textScaleChange())
            for (const auto& fit : m_fits)
                fit();
        return QObject::eventFilter(watched, event);
    }

private:
    explicit TextFollower(QWidget& widget)
        : QObject(&widget)
    {
        widget.installEventFilter(this);
        widget.setProperty(kFollower, QVariant::fromValue<QObject*>(this));
    }

    std::vector<std::function<void()>> m_fits;
};

} // namespace

void loadFonts()
{
    // A second time, the database would keep a second copy of each.
    [[maybe_unused]] static const bool areLoaded = addFonts();
}

qreal desktopTextScale()
{
    const QFont font = QApplication::font();
    if (font.pixelSize() > 0)
        return textScale(); // the program's own already
    return desktopTextScale(font);
}

qreal desktopTextScale(const QFont& desktop)
{
    constexpr qreal kUsual = 40.0 / 3; // 10 points
    constexpr int kStillUsual = 15;    // 11 points
    const int pixels = QFontInfo(desktop).pixelSize();
    return pixels <= kStillUsual ? 1 : std::clamp(pixels / kUsual, 1.0, kLargestTextScale);
}

void setTextScale(qreal scale)
{
    QApplication::setFont(words(qRound(kBodyPixels * scale), QFont::Normal));
    // Fonts of classes are forgotten by that.
    QApplication::setFont(fontFor(TextRole::BodyMedium), "QPushButton");
    QApplication::setFont(fontFor(TextRole::Body), "QMenu");
    QApplication::setFont(fontFor(TextRole::Body), "QTabBar");
    QToolTip::setFont(fontFor(TextRole::Caption));
    const QWidgetList widgets = QApplication::allWidgets();
    const QList<QPointer<QWidget>> told(widgets.begin(), widgets.end());
    for (const auto& widget : told)
        if (widget) {
            QEvent changed(textScaleChange());
            QCoreApplication::sendEvent(widget, &changed);
        }
}

/// The application's font says it: there is no second place to keep it.
qreal textScale()
{
    const int pixels = QApplication::font().pixelSize();
    return pixels > kBodyPixels ? static_cast<qreal>(pixels) / kBodyPixels : 1;
}

int withText(int pixels)
{
    return qRound(pixels * textScale());
}

QFont fontFor(TextRole role)
{
    switch (role) {
    case TextRole::Metric:
        return figures(withText(24), QFont::DemiBold);
    case TextRole::StripMetric:
        return figures(withText(20), QFont::DemiBold);
    case TextRole::SmallMetric:
        return figures(withText(16), QFont::DemiBold);
    case TextRole::PageTitle:
        return words(withText(18), QFont::DemiBold);
    case TextRole::CardHeader:
        return words(withText(kBodyPixels), QFont::DemiBold);
    case TextRole::Body:
        return words(withText(kBodyPixels), QFont::Normal);
    case TextRole::Number:
        return figures(withText(kBodyPixels), QFont::Normal);
    case TextRole::BodyMedium:
        return words(withText(kBodyPixels), QFont::Medium);
    case TextRole::Caption:
        return words(withText(12), QFont::Normal);
    case TextRole::CaptionMedium:
        return words(withText(12), QFont::Medium);
    case TextRole::Axis:
        return figures(withText(11), QFont::Normal);
    case TextRole::Mono:
    case TextRole::Code:
        return mono(withText(12));
    }
    return words(withText(kBodyPixels), QFont::Normal);
}

void followText(QWidget& widget, std::function<void()> fit)
{
    TextFollower::of(widget).add(std::move(fit));
}

void setTextRole(QWidget& widget, TextRole role)
{
    const auto fit = [&widget] { widget.setFont(fontFor(static_cast<TextRole>(widget.property(kRole).toInt()))); };
    const bool isFollowed = widget.property(kRole).isValid();
    widget.setProperty(kRole, static_cast<int>(role));
    if (isFollowed)
        fit();
    else
        followText(widget, fit);
}

} // namespace slipway
