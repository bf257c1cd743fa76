#include "app/toursheet.h"

#include "views/theme/tokens.h"

#include <QFileInfo>
#include <QPainter>

namespace slipway
{

namespace
{

constexpr int kThumb = 480;
constexpr int kGap = 16;
constexpr int kSheetColumns = 4;

} // namespace

QImage tourSheet(const QStringList& pictures)
{
    const int rows = (static_cast<int>(pictures.size()) + kSheetColumns - 1) / kSheetColumns;
    const int cellHeight = kThumb * 900 / 1440 + 24;
    QImage sheet(kSheetColumns * (kThumb + kGap) + kGap, rows * (cellHeight + kGap) + kGap, QImage::Format_RGB32);
    sheet.fill(lightTokens().track);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(lightTokens().text);
    for (int i = 0; i < pictures.size(); ++i) {
        const QImage picture(pictures[i]);
        const QPoint at(kGap + (i % kSheetColumns) * (kThumb + kGap), kGap + (i / kSheetColumns) * (cellHeight + kGap));
        painter.drawText(QRect(at, QSize(kThumb, 20)), Qt::AlignLeft, QFileInfo(pictures[i]).completeBaseName());
        painter.drawImage(at + QPoint(0, 22), picture.scaledToWidth(kThumb, Qt::SmoothTransformation));
    }
    painter.end();
    return sheet;
}

} // namespace slipway
