#include "views/storage/growthpicture.h"

#include "models/growthtable.h"
#include "models/timetext.h"
#include "views/storage/chartcolor.h"
#include "views/storage/stackpainting.h"
#include "views/storage/storagestats.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
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

/// "northquay, read 21 Nov 2025, 14:32".
QString subjectText(const GrowthSubject& subject)
{
    if (!subject.readAt.isValid())
        return subject.owner;
    const QString moment = momentText(subject.readAt.toLocalTime());
    return subject.owner.isEmpty() ? PictureTexts::tr("Read %1").arg(moment)
                                   : PictureTexts::tr("%1, read %2", "whose packages; when").arg(subject.owner, moment);
}

void paintPicture(QPainter& painter, const GrowthChart& chart, const GrowthSubject& subject, const Tokens& t)
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
    const auto write = [&painter, line](qreal top, const QString& text) {
        painter.drawText(QRectF(kMargin, top, kPicture.width() - 2 * kMargin, line), Qt::AlignLeft | Qt::AlignVCenter,
                         text);
    };
    const StackScale scale(chart, {});
    write(kMargin + title, subjectText(subject));
    write(kMargin + title + line,
          u"%1. %2"_s.arg(PictureTexts::tr("in %1; what several hubs have counts once").arg(scale.axis().unitName),
                          growthSentence(chart.stack)));
    const auto legend = growthTable(chart.stack);
    const qreal width = legendWidth(painter, legend);
    write(kPicture.height() - kMargin - line, growthNote(chart));
    const qreal top = kMargin + title + 2 * line + kMargin;
    paintLegend(painter, legend, {kPicture.width() - kMargin - width, top, width, 0}, t);
    painter.translate(kMargin, top);
    const QRectF place(0, 0, kPicture.width() - 3 * kMargin - width, kPicture.height() - top - line - 1.5 * kMargin);
    paintStack(painter, StackDrawing(chart, place), t);
}

} // namespace

QString growthNote(const GrowthChart& chart)
{
    if (chart.forecast.empty())
        return {};
    const QString dashed = PictureTexts::tr("Dashed: the forecast; the band holds 8 of 10 cases");
    const QString crossing = crossingNote(chart.crossing);
    return crossing.isEmpty() ? dashed : PictureTexts::tr("%1. %2", "two sentences").arg(dashed, crossing);
}

QString growthFileName(const GrowthSubject& subject, const QString& suffix)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9._-]+"_s);
    QStringList parts;
    if (!subject.owner.isEmpty())
        parts.append(QString(subject.owner).replace(foreign, u"-"_s));
    parts.append(u"storage"_s);
    if (subject.readAt.isValid())
        parts.append(subject.readAt.toLocalTime().date().toString(Qt::ISODate));
    return parts.join(u'-') + u'.' + suffix;
}

QByteArray growthPng(const GrowthChart& chart, const GrowthSubject& subject, const Tokens& tokens)
{
    QImage image(kPicture * kPixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPixelRatio);
    QPainter painter(&image);
    paintPicture(painter, chart, subject, tokens);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray growthSvg(const GrowthChart& chart, const GrowthSubject& subject, const Tokens& tokens)
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
    QStringList told{subjectText(subject), growthSentence(chart.stack), growthNote(chart)};
    told.removeAll(QString());
    generator.setDescription(told.join(u". "_s));
    QPainter painter(&generator);
    paintPicture(painter, chart, subject, tokens);
    painter.end();
    return bytes;
}

} // namespace slipway
