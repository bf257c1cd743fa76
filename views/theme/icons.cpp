#include "views/theme/icons.h"

#include "resources/resources.h"
#include "views/theme/tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray hexName(const QColor& color)
{
    return color.name(QColor::HexRgb).toLatin1();
}

/// Replaces the colour of one class in the style sheet Breeze icons carry.
void recolor(QString& svg, QLatin1StringView className, const QColor& color)
{
    const QRegularExpression rule(uR"((\.%1\s*\{\s*color:\s*)#[0-9a-fA-F]{6})"_s.arg(className));
    svg.replace(rule, u"\\1"_s + QString::fromLatin1(hexName(color)));
}

QColor colorOf(IconColor color, const Tokens& tokens)
{
    switch (color) {
    case IconColor::Text:
        return tokens.text;
    case IconColor::Muted:
        return tokens.muted;
    case IconColor::Accent:
        return tokens.accent;
    case IconColor::Bad:
        return tokens.bad;
    case IconColor::OnFill:
        return tokens.surface;
    }
    return tokens.text;
}

/// Draws one SVG in the colours of the theme that is on at that moment.
class SvgEngine final : public QIconEngine
{
public:
    SvgEngine(QString path, IconColor color)
        : m_path(std::move(path))
        , m_color(color)
    {
        QFile file(m_path);
        if (file.open(QIODevice::ReadOnly))
            m_svg = QString::fromUtf8(file.readAll());
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, scale));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `designed` is the design's size: a screen of `scale` has so many times its pixels. Kept for the next time: a row
    /// that is painted again does not read the SVG again.
    QPixmap scaledPixmap(const QSize& designed, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QSize size = designed * scale;
        if (size.isEmpty())
            return {};
        const QPalette palette = QGuiApplication::palette();
        const Tokens& tokens = tokensOf(palette);
        const QColor color = mode == QIcon::Disabled ? tokens.line2 : colorOf(m_color, tokens);
        const QString key = u"%1 %2x%3 "_s.arg(m_path).arg(size.width()).arg(size.height()) + color.name()
                            + tokens.muted.name() + tokens.accent.name() + tokens.line2.name();
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        draw(painter, color, tokens);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new SvgEngine(*this); }
    QString key() const override { return u"slipway-svg"_s; }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    void draw(QPainter& painter, const QColor& color, const Tokens& tokens) const
    {
        QString svg = m_svg;
        recolor(svg, "ColorScheme-Text"_L1, color);
        recolor(svg, "ColorScheme-NegativeText"_L1, color);
        recolor(svg, "ColorScheme-Muted"_L1, tokens.muted);
        recolor(svg, "ColorScheme-Accent"_L1, tokens.accent);
        recolor(svg, "ColorScheme-Line"_L1, tokens.line2);
        QSvgRenderer renderer(svg.toUtf8());
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, QRectF(0, 0, painter.device()->width(), painter.device()->height()));
    }

    QString m_path;
    QString m_svg;
    IconColor m_color;
};

} // namespace

QIcon icon(QLatin1StringView name, IconColor color)
{
    return QIcon(new SvgEngine(kIconFolder + name + ".svg"_L1, color));
}

QIcon markIcon()
{
    return QIcon(new SvgEngine(kMark.toString(), IconColor::Text));
}

} // namespace slipway
