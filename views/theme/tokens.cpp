#include "views/theme/tokens.h"

namespace slipway
{

namespace
{

Tokens makeLight()
{
    Tokens t;
    t.bg = QColor(0xF3F5F7);
    t.surface = QColor(0xFFFFFF);
    t.raised = QColor(0xF8F9FB);
    t.hover = QColor(0xEEF1F5);
    t.line = QColor(0xD9DFE6);
    t.track = QColor(0xE3E8EE);
    t.line2 = QColor(0x8A95A3);
    t.text = QColor(0x18212B);
    t.muted = QColor(0x55606E);
    t.accent = QColor(0x2457C5);
    t.onAccent = QColor(0xFFFFFF);
    t.ok = QColor(0x17703C);
    t.warn = QColor(0x8A5700);
    t.warnFill = QColor(0xC68100);
    t.bad = QColor(0xB92B27);
    t.info = QColor(0x0A6482);
    t.accentTint = QColor(0xE7EDFA);
    t.okTint = QColor(0xE5F3EA);
    t.warnTint = QColor(0xFCF0D6);
    t.badTint = QColor(0xFBE8E7);
    t.infoTint = QColor(0xE1F0F5);
    t.scrim = QColor(0x18, 0x21, 0x2B, 107);
    t.chart = {QColor(0x1B4393), QColor(0xBF6C00), QColor(0x2B716A), QColor(0x7D5AB5),
               QColor(0x6E3506), QColor(0xBC8294), QColor(0x2A2D38), QColor(0x4A96E0)};
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.bg = QColor(0x12161B);
    t.surface = QColor(0x1A2027);
    t.raised = QColor(0x222A33);
    t.hover = QColor(0x262F39);
    t.line = QColor(0x323C47);
    t.track = QColor(0x2E3843);
    t.line2 = QColor(0x6E7B89);
    t.text = QColor(0xE3E8EE);
    t.muted = QColor(0x9CA8B5);
    t.accent = QColor(0x82AAF7);
    t.onAccent = QColor(0x0E1626);
    t.ok = QColor(0x62C98D);
    t.warn = QColor(0xE3B04F);
    t.warnFill = QColor(0xE3B04F);
    t.bad = QColor(0xF28E86);
    t.info = QColor(0x66BFDB);
    t.accentTint = QColor(0x1C2B47);
    t.okTint = QColor(0x17301F);
    t.warnTint = QColor(0x35290F);
    t.badTint = QColor(0x3A1F1E);
    t.infoTint = QColor(0x152E38);
    t.scrim = QColor(0, 0, 0, 140);
    t.chart = {QColor(0x4783D5), QColor(0xFAAA51), QColor(0xACFFC9), QColor(0x895B93),
               QColor(0xB37247), QColor(0xC691B4), QColor(0xC8CEDF), QColor(0x5FB7FB)};
    return t;
}

/// A hairline of line2 would still be below 3 to 1 on the window's ground, so both are as strong as muted text.
Tokens withHighContrast(Tokens t)
{
    t.isHighContrast = true;
    t.line2 = t.muted;
    t.line = t.line2;
    for (QColor* tint : {&t.accentTint, &t.okTint, &t.warnTint, &t.badTint, &t.infoTint})
        *tint = t.surface;
    return t;
}

} // namespace

const Tokens& lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens& darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens& lightContrastTokens()
{
    static const Tokens tokens = withHighContrast(makeLight());
    return tokens;
}

const Tokens& darkContrastTokens()
{
    static const Tokens tokens = withHighContrast(makeDark());
    return tokens;
}

QPalette paletteOf(const Tokens& t)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color) {
        palette.setColor(QPalette::All, role, color);
    };
    set(QPalette::Window, t.bg);
    set(QPalette::Base, t.surface);
    set(QPalette::AlternateBase, t.raised);
    set(QPalette::ToolTipBase, t.raised);
    set(QPalette::Button, t.surface);
    set(QPalette::Light, t.hover);
    set(QPalette::Midlight, t.track);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.line2);
    set(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::HighlightedText, QPalette::BrightText})
        set(role, t.text);
    set(QPalette::PlaceholderText, t.muted);
    set(QPalette::Highlight, t.accentTint);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, t.track);
    if (t.isHighContrast) {
        // Selected text has no outline: it is a fill.
        set(QPalette::Highlight, t.accent);
        set(QPalette::HighlightedText, t.onAccent);
    }
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::Accent, t.accent);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

const Tokens& tokensOf(const QPalette& palette)
{
    // Links and hairlines survive where a widget sets a role of its own.
    const bool isDark = palette.color(QPalette::Active, QPalette::Link) == darkTokens().accent;
    const QColor line = palette.color(QPalette::Active, QPalette::Mid);
    if (isDark)
        return line == darkContrastTokens().line ? darkContrastTokens() : darkTokens();
    return line == lightContrastTokens().line ? lightContrastTokens() : lightTokens();
}

QColor toneColor(const Tokens& tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.text;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Ok:
        return tokens.ok;
    case Tone::Warn:
        return tokens.warn;
    case Tone::Bad:
        return tokens.bad;
    case Tone::Info:
        return tokens.info;
    }
    return tokens.text;
}

QColor toneOutline(const Tokens& tokens, Tone tone)
{
    return tokens.isHighContrast ? toneColor(tokens, tone) : QColor();
}

QColor toneTint(const Tokens& tokens, Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return tokens.track;
    case Tone::Accent:
        return tokens.accentTint;
    case Tone::Ok:
        return tokens.okTint;
    case Tone::Warn:
        return tokens.warnTint;
    case Tone::Bad:
        return tokens.badTint;
    case Tone::Info:
        return tokens.infoTint;
    }
    return tokens.track;
}

} // namespace slipway
