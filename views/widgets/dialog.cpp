#include "views/widgets/dialog.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/readingorder.h"
#include "views/widgets/scrim.h"
#include "views/widgets/windowplace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QShowEvent>

#include <algorithm>
#include <utility>

namespace slipway
{

namespace
{

constexpr int kMargin = 20;
constexpr int kGlyph = 22;

} // namespace

Dialog::Dialog(const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_body(new QVBoxLayout)
    , m_foot(new QHBoxLayout)
    , m_upper(new QHBoxLayout)
{
    setModal(true);
    followText(*this, [this] { fitWidth(); });
    setTextRole(*m_title, TextRole::PageTitle);
    m_title->setWordWrap(true);
    setTitle(title);
    auto* strip = new Strip(Strip::Side::Foot, this);
    strip->setLayout(m_foot);
    m_foot->setContentsMargins(kMargin, 12, kMargin, 12);
    m_foot->setSpacing(8);
    m_foot->addStretch(1);
    m_body->setSpacing(12);
    auto* upper = new QVBoxLayout;
    upper->setSpacing(12);
    upper->addWidget(m_title);
    upper->addLayout(m_body, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_upper->setContentsMargins(kMargin, kMargin, kMargin, 16);
    m_upper->setSpacing(12);
    m_upper->addLayout(upper, 1);
    layout->addLayout(m_upper, 1);
    layout->addWidget(strip);
}

void Dialog::setTitle(const QString& title)
{
    m_title->setText(title);
    setWindowTitle(title);
}

void Dialog::setDesignWidth(int pixels)
{
    m_designWidth = pixels;
    fitWidth();
}

void Dialog::fitWidth()
{
    const QRect before = frameGeometry();
    setFixedWidth(withText(m_designWidth));
    m_isTextNew = isVisible();
    keepMiddle(*this, before);
}

/// All of it is in sight; where there is no room for that, what can scroll has what is left.
int Dialog::neededHeight() const
{
    const int width = withText(m_designWidth);
    int room = 0;
    for (const auto* below = parentWidget(); below; below = below->parentWidget())
        room = std::max(room, below->height());
    const int screenHeight = screen()->availableGeometry().height();
    room = room > 0 ? std::min(room, screenHeight) : screenHeight;
    return std::min(layout()->totalHeightForWidth(width), std::max(layout()->totalMinimumHeightForWidth(width), room));
}

/// Only text of another size makes it lower: what was told once may be told again.
void Dialog::fitHeight()
{
    const QRect before = frameGeometry();
    const int height = neededHeight();
    setMinimumHeight(height);
    if (std::exchange(m_isTextNew, false))
        resize(width(), height);
    keepMiddle(*this, before);
}

void Dialog::setGlyph(Glyph glyph)
{
    m_upper->insertWidget(0, new GlyphLabel(glyph, kGlyph, this), 0, Qt::AlignTop);
}

bool Dialog::event(QEvent* event)
{
    const bool isHandled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return isHandled;
}

bool Dialog::focusNextPrevChild(bool next)
{
    return focusInReadingOrder(*this, next ? FocusStep::Next : FocusStep::Previous);
}

void Dialog::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(palette()).surface);
}

void Dialog::showEvent(QShowEvent* event)
{
    if (!event->spontaneous()) {
        setMinimumHeight(neededHeight());
        resize(width(), minimumHeight()); // of its own width: the dialog's hint is of any
    }
    QDialog::showEvent(event);
    if (parentWidget())
        new Scrim(*this);
}

} // namespace slipway
