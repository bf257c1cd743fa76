#include "views/widgets/dayfield.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace slipway
{

DayField::DayField(const QString& name, QWidget* parent)
    : QDateEdit(parent)
{
    setCalendarPopup(true);
    // Typed digits are no date before they are all there.
    setKeyboardTracking(false);
    setDisplayFormat(tr("d MMM yyyy", "a day, as \"21 Nov 2025\""));
    setAccessibleName(name);
    lineEdit()->setAccessibleName(name);
}

/// Qt goes on to the next part of the date by focusNextPrevChild() when a separator is typed, and by itself when a part
/// is whole; the separators typed then, which may be two, do not go on once more.
void DayField::keyPressEvent(QKeyEvent* event)
{
    const QString text = event->text();
    const bool isTyped = text.size() == 1 && text.front().isPrint();
    if (isTyped && !text.front().isLetterOrNumber() && m_hasGoneOn)
        return;
    const int before = currentSectionIndex();
    {
        const QScopedValueRollback typing(m_isTyping, true);
        QDateEdit::keyPressEvent(event);
    }
    m_hasGoneOn = isTyped && currentSectionIndex() != before;
}

bool DayField::focusNextPrevChild(bool next)
{
    if (m_isTyping)
        return QDateEdit::focusNextPrevChild(next);
    return QWidget::focusNextPrevChild(next); // NOLINT(bugprone-parent-virtual-call): past the date's own parts
}

} // namespace slipway
