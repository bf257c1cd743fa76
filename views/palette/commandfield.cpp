#include "views/palette/commandfield.h"

#include "views/palette/keycap.h"
#include "views/theme/icons.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QKeyEvent>
#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr QSize kUsual{304, 30};
constexpr int kNarrowest = 150;
constexpr int kIcon = 16;
constexpr int kPadding = 10;
} // namespace

CommandField::CommandField(QWidget* parent)
    : QAbstractButton(parent)
{
    setText(tr("Search or run a command"));
    setAccessibleName(text());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void CommandField::setKeys(const QString& keys)
{
    m_keys = keys;
    setToolTip(keys.isEmpty() ? text() : tr("%1 (%2)").arg(text(), keys));
    update();
}

QSize CommandField::sizeHint() const
{
    return {kUsual.width(), withText(kUsual.height())};
}

QSize CommandField::minimumSizeHint() const
{
    return {kNarrowest, withText(kUsual.height())};
}

void CommandField::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), kRadius, underMouse() ? t.hover : t.raised, t.line);
    QRect inside = rect().adjusted(kPadding, 0, -kPadding, 0);
    slipway::icon("search"_L1, IconColor::Muted)
        .paint(&painter, QRect(inside.left(), (height() - kIcon) / 2, kIcon, kIcon));
    inside.setLeft(inside.left() + kIcon + 8);
    if (!m_keys.isEmpty())
        inside.setRight(inside.right() - paintKeyCap(painter, inside, m_keys, t) - 8);
    painter.setFont(fontFor(TextRole::Body));
    painter.setPen(t.muted);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()));
    if (hasFocus())
        paintFocusRing(painter, rect(), kRadius, t.accent);
}

/// Enter as well as the space bar: it is a field to whoever comes by keyboard.
void CommandField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace slipway
