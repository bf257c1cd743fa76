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
{
    loadFonts();
    QApplication::setStyle(new Style);
    QApplication::setFont(fontFor(TextRole::Body));
    QApplication::setFont(fontFor(TextRole::BodyMedium), "QPushButton");
    QApplication::setFont(fontFor(TextRole::Body), "QMenu");
    QApplication::setFont(fontFor(TextRole::Body), "QTabBar");
    QToolTip::setFont(fontFor(TextRole::Caption));
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::apply);
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
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    }
    return false;
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
    const QPalette palette = paletteOf(isDark() ? darkTokens() : lightTokens());
    if (QGuiApplication::palette() != palette) {
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
    }
    Q_EMIT changed();
}

} // namespace slipway
