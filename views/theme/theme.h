#pragma once

#include <QObject>

class QApplication;

namespace slipway
{

enum class ThemeMode { System, Light, Dark };

/// Which colours the application wears. Follows the desktop's choice while the mode is System, live.
class Theme final : public QObject
{
    Q_OBJECT
public:
    /// Gives `application` the program's style, fonts and palette.
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const;

public Q_SLOTS:
    void setMode(slipway::ThemeMode mode);

Q_SIGNALS:
    /// The mode or the colours changed; the palette is already the new one.
    void changed();

private:
    void apply();

    QApplication& m_application;
    ThemeMode m_mode = ThemeMode::System;
};

} // namespace slipway
