#include "views/widgets/dayfield.h"

#include <QLineEdit>

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

bool DayField::focusNextPrevChild(bool next)
{
    return QWidget::focusNextPrevChild(next);
}

} // namespace slipway
