#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace slipway
{

/// The colours of one theme by their meaning. Every colour in the window is one of these.
struct Tokens final {
    QColor bg;      ///< the window behind everything
    QColor surface; ///< cards, sidebar, bars
    QColor raised;  ///< headers, footers, menus
    QColor hover;   ///< a row or button under the pointer
    QColor line;    ///< hairlines
    QColor track;   ///< progress track, pressed, selection in an inactive window
    QColor line2;   ///< outlines that must be seen: check boxes, dashed frames
    QColor text;
    QColor muted; ///< captions and what is said beside
    QColor accent;
    QColor onAccent; ///< text on a fill of accent
    QColor ok;
    QColor warn;
    QColor warnFill; ///< bars; not for text
    QColor bad;
    QColor info;
    QColor accentTint;
    QColor okTint;
    QColor warnTint;
    QColor badTint;
    QColor infoTint;
    QColor scrim;                ///< over the window behind a dialog
    std::array<QColor, 8> chart; ///< in order of use; a hub keeps its colour on every page
    bool isHighContrast = false; ///< tints are no fills then: an outline says what they said
};

/// What a badge, glyph or message means; the colours follow from it.
enum class Tone { Neutral, Accent, Ok, Warn, Bad, Info };

[[nodiscard]] const Tokens& lightTokens();
[[nodiscard]] const Tokens& darkTokens();
/// The same themes for those who need to see every edge: hairlines as strong as text that is said beside, outlines for
/// tints.
[[nodiscard]] const Tokens& lightContrastTokens();
[[nodiscard]] const Tokens& darkContrastTokens();

/// The palette made of a theme's tokens.
[[nodiscard]] QPalette paletteOf(const Tokens& tokens);
/// The tokens a palette was made of: how painting code finds its colours without knowing which theme is on.
[[nodiscard]] const Tokens& tokensOf(const QPalette& palette);

/// Text and glyph colour of a tone.
[[nodiscard]] QColor toneColor(const Tokens& tokens, Tone tone);
/// Fill behind text of a tone.
[[nodiscard]] QColor toneTint(const Tokens& tokens, Tone tone);
/// Outline of that fill: in high contrast only, elsewhere an invalid colour, which paints nothing.
[[nodiscard]] QColor toneOutline(const Tokens& tokens, Tone tone);

} // namespace slipway
