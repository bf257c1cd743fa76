#include "views/widgets/readtext.h"

#include "views/widgets/copying.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QTextDocumentFragment>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
/// Qt's name of that item of a text's menu.
constexpr auto kCopyItem = "edit-copy"_L1;
} // namespace

ReadText::ReadText(QWidget* parent)
    : ReadText(QString(), parent)
{
}

ReadText::ReadText(const QString& text, QWidget* parent)
    : QPlainTextEdit(text, parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
}

void ReadText::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void ReadText::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto* item = menu->findChild<QAction*>(kCopyItem))
        connect(item, &QAction::triggered, this, &ReadText::copySelected);
    menu->popup(event->globalPos());
}

void ReadText::copySelected()
{
    copyAndTell(*this, textCursor().selection().toPlainText(), Copied::Text);
}

} // namespace slipway
