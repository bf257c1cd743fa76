#include "views/drift/diffhighlighter.h"

#include "views/theme/tokens.h"

#include <QEvent>
#include <QWidget>

namespace slipway
{

DiffHighlighter::DiffHighlighter(QTextDocument* document, QWidget& view)
    : QSyntaxHighlighter(document)
    , m_view(view)
{
    view.installEventFilter(this);
}

void DiffHighlighter::highlightBlock(const QString& text)
{
    const Tokens& t = tokensOf(m_view.palette());
    QTextCharFormat format;
    if (text.startsWith(u'+')) {
        format.setForeground(t.ok);
        format.setBackground(t.okTint);
    } else if (text.startsWith(u'-')) {
        format.setForeground(t.bad);
        format.setBackground(t.badTint);
    } else {
        format.setForeground(t.muted);
    }
    setFormat(0, static_cast<int>(text.size()), format);
}

bool DiffHighlighter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        rehighlight();
    return QSyntaxHighlighter::eventFilter(watched, event);
}

} // namespace slipway
