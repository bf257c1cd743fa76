#include "views/widgets/searchfield.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"

#include <QAction>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextCharFormat>
#include <QToolButton>

namespace slipway
{

namespace
{

constexpr int kIcon = 16;
constexpr int kIconLeft = 8;
/// Beside what the style leaves free by itself.
constexpr int kIconRoom = 21;

bool leaves(int key)
{
    return key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

SearchField::SearchField(const QString& name, const QIcon& icon, QWidget* parent)
    : QLineEdit(parent)
    , m_icon(icon)
{
    setAccessibleName(name);
    setTextMargins(kIconRoom, 0, 0, 0);
    offerClearing();
}

/// Where nothing can be typed nothing can be cleared.
void SearchField::offerClearing()
{
    setClearButtonEnabled(isEnabled());
    const auto buttons = findChildren<QToolButton*>();
    for (auto* button : buttons) {
        button->setToolTip(tr("Clear"));
        button->setAccessibleName(tr("Clear"));
    }
}

void SearchField::setFault(const std::optional<FieldFault>& fault)
{
    m_fault = fault;
    setAccessibleDescription(fault ? fault->sentence : QString());
    underline();
    update();
}

/// A line edit has no formats of its own but those an input method asks for.
void SearchField::underline()
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_fault) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(tokensOf(palette()).bad);
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(m_fault->position) - cursorPosition(),
                           static_cast<int>(m_fault->length), format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
}

bool SearchField::event(QEvent* event)
{
    // Escape is this field's before it is a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Escape || leaves(event->key())) {
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    m_icon.paint(&painter, QRect(kIconLeft, (height() - kIcon) / 2, kIcon, kIcon));
    if (m_fault)
        paintBox(painter, rect(), kRadius, {}, tokensOf(palette()).bad, hasFocus() ? 2 : 1);
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_fault)
        underline();
    if (event->type() == QEvent::EnabledChange)
        offerClearing();
}

} // namespace slipway
