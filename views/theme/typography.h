#pragma once

#include <QFont>
#include <QSpacerItem>

#include <functional>

class QWidget;

namespace slipway
{

/// The type scale. Sizes are pixels at 100 %; they grow with the screen's scale and with the desktop's font.
enum class TextRole {
    Metric,        ///< 24, 600: the one number of a card
    StripMetric,   ///< 20, 600: a number among several in a strip
    SmallMetric,   ///< 16, 600
    PageTitle,     ///< 18, 600
    CardHeader,    ///< 13, 600
    Body,          ///< 13, 400
    Number,        ///< 13, 400: what is compared digit by digit down a column
    BodyMedium,    ///< 13, 500: buttons
    Caption,       ///< 12, 400: table headers, sub text
    CaptionMedium, ///< 12, 500: badges
    Axis,          ///< 11, 400: counters; nothing is smaller
    Mono,          ///< 12 monospaced: digests, versions, paths
    Code,          ///< 12 monospaced: documents
};

/// Puts the program's fonts into the font database, the first time it is called. The application object exists.
void loadFonts();

/// How much larger than the design text is to be, 1 to 1.5, for a person whose desktop's font is larger than usual. Up
/// to 11 points nothing grows: desktops differ that much. Asked before the program's own font is set.
[[nodiscard]] qreal desktopTextScale();
/// The same for a font that the desktop was given meanwhile.
[[nodiscard]] qreal desktopTextScale(const QFont& desktop);
constexpr qreal kLargestTextScale = 1.5;
/// The program's font from now on, larger than the design's by a factor; for all roles, and in what is open too.
void setTextScale(qreal scale);
/// How much larger text is than in the design.
[[nodiscard]] qreal textScale();
/// A length that text has to fit in, in pixels of the design: grows as text does.
[[nodiscard]] int withText(int pixels);
/// Calls `fit` now, and again after each change of the text's scale as long as `widget` lives: for lengths and fonts
/// that are set once. What is asked for again with each layout needs none of this. A widget's are called in the order
/// they were given, its role's font among them; which widget comes first is not said. `fit` gives the widget no other.
void followText(QWidget& widget, std::function<void()> fit);

/// Keeps a row as high as text needs it, in pixels of the design: QBoxLayout::addStrut() for a height that grows.
class TextStrut final : public QSpacerItem
{
public:
    explicit TextStrut(int pixels)
        : QSpacerItem(0, pixels, QSizePolicy::Fixed, QSizePolicy::Minimum)
        , m_pixels(pixels)
    {
    }

    [[nodiscard]] QSize sizeHint() const override { return {0, withText(m_pixels)}; }
    [[nodiscard]] QSize minimumSize() const override { return sizeHint(); }

private:
    int m_pixels;
};

/// The font of a role. Digits are tabular where numbers stand below one another or change in place.
[[nodiscard]] QFont fontFor(TextRole role);

/// Sets the font of a role on a widget, of whatever size text has by then.
void setTextRole(QWidget& widget, TextRole role);

} // namespace slipway
