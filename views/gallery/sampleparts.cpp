#include "views/gallery/sampleparts.h"

#include "views/theme/paint.h"
#include "views/widgets/glyphlabel.h"

#include <QCoreApplication>
#include <QEnterEvent>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

namespace slipway
{

namespace
{
constexpr int kSwatch = 18;
constexpr int kChartHeight = 20;
constexpr int kBusy = 14;
constexpr int kBusyLeft = 13;
} // namespace

ButtonSample::ButtonSample(const QString& text, ButtonKind kind, QStyle::State state, QWidget* parent)
    : QPushButton(text, parent)
    , m_state(state)
{
    setButtonKind(*this, kind);
    setEnabled(state & QStyle::State_Enabled);
}

void ButtonSample::initStyleOption(QStyleOptionButton* option) const
{
    QPushButton::initStyleOption(option);
    option->state = m_state;
}

/// The glyph stands where an icon would, which the words leave room for.
WorkingSample::WorkingSample(const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_glyph(new GlyphLabel(Glyph::Running, kBusy, this))
{
    QPixmap room(kBusy, kBusy);
    room.fill(Qt::transparent);
    setIcon(room);
}

void WorkingSample::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    m_glyph->move(kBusyLeft, (height() - m_glyph->height()) / 2);
}

void FocusedField::initStyleOption(QStyleOptionFrame* option) const
{
    QLineEdit::initStyleOption(option);
    option->state |= QStyle::State_HasFocus;
}

Swatch::Swatch(const QString& name, QColor Tokens::* color, QWidget* parent)
    : QWidget(parent)
    , m_color(color)
{
    setFixedSize(kSwatch, kSwatch);
    setAccessibleName(name);
}

void Swatch::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kSmallRadius, t.*m_color, t.line);
}

ChartColors::ChartColors(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(kChartHeight);
    setAccessibleName(QStringLiteral("Chart colours"));
}

void ChartColors::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    const auto count = static_cast<int>(t.chart.size());
    for (int i = 0; i < count; ++i) {
        const int left = width() * i / count;
        const int right = width() * (i + 1) / count - 6;
        paintBox(painter, QRectF(left, 0, right - left, kChartHeight), kSmallRadius, t.chart[static_cast<size_t>(i)],
                 {});
    }
}

DashedFrame::DashedFrame(QWidget* content, QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(content);
}

void DashedFrame::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintDashedBox(painter, rect(), kRadius, t.surface, t.line2);
}

void hover(QWidget& widget)
{
    widget.setAttribute(Qt::WA_UnderMouse);
    QEnterEvent event({}, {}, {});
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace slipway
