#pragma once

#include <QObject>

class QApplication;

namespace slipway
{

/// HighContrast is light or dark as the desktop is.
enum class ThemeMode { System, Light, Dark, HighContrast };

/// How strong the edges are that the desktop asks for.
enum class Contrast { Normal, High };

/// Which colours the application wears. Follows the desktop's light or dark, live, unless one of them is chosen, and
/// its wish for high contrast always.
class Theme final : public QObject
{
    Q_OBJECT
public:
    /// Gives `application` the program's style, fonts and palette.
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] bool isHighContrast() const;

public Q_SLOTS:
    void setMode(slipway::ThemeMode mode);
    /// Whether the desktop is light or dark; Qt tells it.
    void setDesktopScheme(Qt::ColorScheme scheme);
    /// What the desktop asks for; Qt 6.8 does not tell it, so whoever knows does.
    void setDesktopContrast(slipway::Contrast contrast);

Q_SIGNALS:
    /// The mode or the colours changed; the palette is already the new one.
    void changed();

private:
    void apply();

    QApplication& m_application;
    ThemeMode m_mode = ThemeMode::System;
    Qt::ColorScheme m_desktopScheme;
    Contrast m_desktopContrast = Contrast::Normal;
};

} // namespace slipway
