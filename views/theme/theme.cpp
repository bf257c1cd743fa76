#include "views/theme/theme.h"

#include "views/theme/style.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QIcon>
#include <QStyleHints>
#include <QToolTip>
#include <QWidget>

#include <utility>

namespace slipway
{

Theme::Theme(QApplication& application, std::optional<qreal> textScale, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_desktopScheme(QGuiApplication::styleHints()->colorScheme())
    , m_textScale(textScale)
{
    loadFonts();
    QApplication::setStyle(new Style);
    // An action's keys are told wherever it is offered.
    QGuiApplication::styleHints()->setShowShortcutsInContextMenus(true);
    m_desktopTextScale = desktopTextScale();
    m_shownTextScale = m_textScale.value_or(m_desktopTextScale);
    slipway::setTextScale(m_shownTextScale);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::setDesktopScheme);
    apply();
}

bool Theme::isDark() const
{
    switch (m_mode) {
    case ThemeMode::Light:
        return false;
    case ThemeMode::Dark:
        return true;
    case ThemeMode::System:
    case ThemeMode::HighContrast:
        return m_desktopScheme == Qt::ColorScheme::Dark;
    }
    return false;
}

bool Theme::isHighContrast() const
{
    return m_mode == ThemeMode::HighContrast || m_desktopContrast == Contrast::High;
}

void Theme::setDesktopScheme(Qt::ColorScheme scheme)
{
    if (m_desktopScheme == scheme)
        return;
    m_desktopScheme = scheme;
    apply();
}

void Theme::setDesktopContrast(Contrast contrast)
{
    if (m_desktopContrast == contrast)
        return;
    m_desktopContrast = contrast;
    apply();
}

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setTextScale(std::optional<qreal> scale)
{
    m_textScale = scale;
    applyText();
}

void Theme::setDesktopTextScale(qreal scale)
{
    m_desktopTextScale = scale;
    applyText();
}

void Theme::applyText()
{
    const qreal scale = m_textScale.value_or(m_desktopTextScale);
    if (std::exchange(m_shownTextScale, scale) != scale)
        slipway::setTextScale(scale);
}

void Theme::watch(QWidget& window)
{
    window.installEventFilter(this);
}

/// Qt tells that something of the desktop's look changed, and not what.
bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange)
        setDesktopTextScale(desktopTextScale(QFontDatabase::systemFont(QFontDatabase::GeneralFont)));
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    const Tokens& ordinary = isDark() ? darkTokens() : lightTokens();
    const Tokens& contrast = isDark() ? darkContrastTokens() : lightContrastTokens();
    const QPalette palette = paletteOf(isHighContrast() ? contrast : ordinary);
    if (QGuiApplication::palette() != palette) {
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
    }
    Q_EMIT changed();
}

} // namespace slipway
