#include "views/storage/cardnote.h"

#include "views/theme/typography.h"

#include <QLabel>

namespace slipway
{

QLabel* makeCardNote(QWidget* parent)
{
    auto* note = new QLabel(parent);
    setTextRole(*note, TextRole::Caption);
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setContentsMargins(12, 8, 12, 10);
    return note;
}

} // namespace slipway
