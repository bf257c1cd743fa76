#pragma once

#include <QObject>

#include <optional>

class QApplication;
class QWidget;

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
    /// Gives `application` the program's style, fonts and palette; text of a size that a person chose, if one did, from
    /// the first window on: what fits itself to the text's size does so once.
    explicit Theme(QApplication& application, std::optional<qreal> textScale = {}, QObject* parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const;
    [[nodiscard]] bool isHighContrast() const;
    /// Qt tells windows only that the desktop has another font: this one is to pass it on.
    void watch(QWidget& window);

public Q_SLOTS:
    void setMode(slipway::ThemeMode mode);
    /// Whether the desktop is light or dark; Qt tells it.
    void setDesktopScheme(Qt::ColorScheme scheme);
    /// What the desktop asks for; Qt 6.8 does not tell it, so whoever knows does.
    void setDesktopContrast(slipway::Contrast contrast);
    /// How much larger than the design text is, in what is open too; nullopt: as the desktop's font.
    void setTextScale(std::optional<qreal> scale);
    /// What the desktop's font asks for (desktopTextScale()); Qt tells it.
    void setDesktopTextScale(qreal scale);

Q_SIGNALS:
    /// The mode or the colours changed; the palette is already the new one.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void applyText();

    QApplication& m_application;
    ThemeMode m_mode = ThemeMode::System;
    Qt::ColorScheme m_desktopScheme;
    Contrast m_desktopContrast = Contrast::Normal;
    std::optional<qreal> m_textScale; ///< a person's choice
    qreal m_desktopTextScale = 1;
    qreal m_shownTextScale = 1;
};

} // namespace slipway
