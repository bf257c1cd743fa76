#include "views/storage/growthpicture.h"

#include "models/growthtable.h"
#include "views/storage/chartcolor.h"
#include "views/storage/stackpainting.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct PictureTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::GrowthCard)
};

constexpr QSize kPicture{1200, 675};
constexpr int kPixelRatio = 2;
constexpr int kMargin = 24;
constexpr int kSquare = 10;
constexpr int kSquareGap = 8;
constexpr int kDotsPerInch = 96;

/// What each series holds now, below one another; as wide as it needs. Where it is, is told by its right edge.
void paintLegend(QPainter& painter, const FigureTable& legend, const QRectF& place, const Tokens& t)
{
    const int height = painter.fontMetrics().height() + kSquareGap;
    qreal top = place.top();
    for (const auto& row : legend.rows) {
        const QRectF line(place.left(), top, place.width(), height);
        if (row.color)
            paintBox(painter, {line.left(), line.center().y() - kSquare / 2.0, kSquare, kSquare}, 2,
                     chartColor(t, *row.color), t.isHighContrast ? t.line2 : QColor());
        painter.setPen(t.text);
        painter.drawText(line.adjusted(kSquare + kSquareGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         row.cells[0].text);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.cells[1].text);
        top += height;
    }
}

qreal legendWidth(const QPainter& painter, const FigureTable& legend)
{
    int names = 0;
    int amounts = 0;
    for (const auto& row : legend.rows) {
        names = std::max(names, painter.fontMetrics().horizontalAdvance(row.cells[0].text));
        amounts = std::max(amounts, painter.fontMetrics().horizontalAdvance(row.cells[1].text));
    }
    return kSquare + kSquareGap + names + kMargin + amounts;
}

void paintPicture(QPainter& painter, const GrowthChart& chart, const Tokens& t)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect({}, kPicture), t.surface);
    painter.setFont(fontFor(TextRole::PageTitle));
    painter.setPen(t.text);
    const int title = painter.fontMetrics().height();
    painter.drawText(QRectF(kMargin, kMargin, kPicture.width(), title), Qt::AlignLeft | Qt::AlignVCenter,
                     PictureTexts::tr("Stored by hub"));
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(t.muted);
    const int line = painter.fontMetrics().height();
    const StackScale scale(chart, {});
    painter.drawText(
        QRectF(kMargin, kMargin + title, kPicture.width() - 2 * kMargin, line), Qt::AlignLeft | Qt::AlignVCenter,
        u"%1. %2"_s.arg(PictureTexts::tr("in %1; what several hubs have counts once").arg(scale.axis().unitName),
                        growthSentence(chart.stack)));
    const auto legend = growthTable(chart.stack);
    const qreal width = legendWidth(painter, legend);
    const qreal top = kMargin + title + line + kMargin;
    paintLegend(painter, legend, {kPicture.width() - kMargin - width, top, width, 0}, t);
    painter.translate(kMargin, top);
    const QRectF place(0, 0, kPicture.width() - 3 * kMargin - width, kPicture.height() - top - kMargin);
    paintStack(painter, StackDrawing(chart, place), t);
}

} // namespace

QByteArray growthPng(const GrowthChart& chart, const Tokens& tokens)
{
    QImage image(kPicture * kPixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPixelRatio);
    QPainter painter(&image);
    paintPicture(painter, chart, tokens);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray growthSvg(const GrowthChart& chart, const Tokens& tokens)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(kPicture);
    generator.setViewBox(QRect({}, kPicture));
    generator.setResolution(kDotsPerInch);
    generator.setTitle(PictureTexts::tr("Stored by hub"));
    generator.setDescription(growthSentence(chart.stack));
    QPainter painter(&generator);
    paintPicture(painter, chart, tokens);
    painter.end();
    return bytes;
}

} // namespace slipway
