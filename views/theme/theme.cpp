#include "views/theme/theme.h"

#include "views/theme/style.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QIcon>
#include <QStyleHints>
#include <QToolTip>

namespace slipway
{

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_desktopScheme(QGuiApplication::styleHints()->colorScheme())
{
    loadFonts();
    QApplication::setStyle(new Style);
    // An action's keys are told wherever it is offered.
    QGuiApplication::styleHints()->setShowShortcutsInContextMenus(true);
    setTextScale(desktopTextScale());
    QApplication::setFont(fontFor(TextRole::BodyMedium), "QPushButton");
    QApplication::setFont(fontFor(TextRole::Body), "QMenu");
    QApplication::setFont(fontFor(TextRole::Body), "QTabBar");
    QToolTip::setFont(fontFor(TextRole::Caption));
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
