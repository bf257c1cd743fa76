#include "views/cleanup/yamledit.h"

#include "views/files/codemeasures.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace slipway
{

namespace
{

/// Its paragraphs are the lines of a text.
QString textOf(const QTextDocument& document)
{
    return document.toRawText().replace(QChar::ParagraphSeparator, QChar::LineFeed);
}

} // namespace

YamlEdit::YamlEdit(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_margin(new QWidget(this))
{
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    document()->setDocumentMargin(kCodePadding);
    setFrameShape(QFrame::NoFrame);
    setTextRole(*this, TextRole::Code);
    m_margin->installEventFilter(this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEdit::fitMargin);
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_margin, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect& what, int scrolled) {
        if (scrolled != 0)
            m_margin->scroll(0, scrolled);
        else
            m_margin->update(0, what.y(), m_margin->width(), what.height());
    });
    fitMargin();
}

QString YamlEdit::kept(const QString& text)
{
    QTextDocument document;
    document.setPlainText(text);
    return textOf(document);
}

QString YamlEdit::text() const
{
    return textOf(*document());
}

void YamlEdit::replaceText(const QString& text)
{
    const QString before = this->text();
    if (before == text)
        return;
    qsizetype front = 0;
    while (front < before.size() && front < text.size() && before[front] == text[front])
        ++front;
    qsizetype tail = 0;
    while (tail < before.size() - front && tail < text.size() - front
           && before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(front));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(front, text.size() - front - tail));
}

QTextCursor YamlEdit::placeOf(qsizetype line, qsizetype column) const
{
    QTextCursor cursor(document()->findBlockByNumber(static_cast<int>(line) - 1));
    const auto room = std::max(0, cursor.block().length() - 1);
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor,
                        static_cast<int>(std::clamp<qsizetype>(column - 1, 0, room)));
    return cursor;
}

void YamlEdit::markFault(qsizetype line, qsizetype column)
{
    m_faultLine = line;
    m_faultColumn = column;
    QList<QTextEdit::ExtraSelection> marks;
    if (line > 0) {
        const Tokens& tokens = tokensOf(palette());
        QTextEdit::ExtraSelection whole;
        whole.cursor = placeOf(line, 1);
        whole.format.setBackground(tokens.badTint);
        whole.format.setProperty(QTextFormat::FullWidthSelection, true);
        QTextEdit::ExtraSelection word;
        word.cursor = placeOf(line, column);
        word.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        word.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        word.format.setUnderlineColor(tokens.bad);
        marks = {whole, word};
    }
    setExtraSelections(marks);
}

void YamlEdit::goTo(qsizetype line, qsizetype column)
{
    setTextCursor(placeOf(line, column));
    setFocus(Qt::OtherFocusReason);
}

int YamlEdit::marginWidth() const
{
    return codeNumberWidth(fontMetrics(), blockCount());
}

void YamlEdit::fitMargin()
{
    setViewportMargins(marginWidth(), 0, 0, 0);
    m_margin->setGeometry(QRect(contentsRect().topLeft(), QSize(marginWidth(), viewport()->height())));
    m_margin->update();
}

void YamlEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitMargin();
}

void YamlEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitMargin();
    if (event->type() == QEvent::PaletteChange)
        markFault(m_faultLine, m_faultColumn);
}

bool YamlEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_margin || event->type() != QEvent::Paint)
        return QPlainTextEdit::eventFilter(watched, event);
    paintMargin(static_cast<QPaintEvent*>(event)->rect());
    return true;
}

/// As the Files page's lines have them; the cursor's stands out.
void YamlEdit::paintMargin(const QRect& what)
{
    const Tokens& tokens = tokensOf(palette());
    QPainter painter(m_margin);
    painter.fillRect(what, tokens.surface);
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > what.bottom())
            break;
        painter.setPen(block.blockNumber() == current ? tokens.text : tokens.muted);
        // Of a line that is broken the first part has the number.
        painter.drawText(QRectF(0, box.top(), m_margin->width() - kCodePadding, fontMetrics().height()),
                         Qt::AlignRight | Qt::AlignTop, QString::number(block.blockNumber() + 1));
    }
}

} // namespace slipway
