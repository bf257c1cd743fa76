#include "views/inventory/codeview.h"

#include "views/inventory/jsonhighlighter.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>
#include <QTextBlock>

namespace slipway
{

namespace
{

/// The strip with the line numbers; it belongs to its view and draws what the view tells it.
class Numbers final : public QWidget
{
public:
    explicit Numbers(CodeView* view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_view->paintNumbers(event); }

private:
    CodeView* m_view;
};

constexpr int kMargin = 12;

} // namespace

CodeView::CodeView(QWidget* parent)
    : ReadText(parent)
    , m_numbers(new Numbers(this))
    , m_highlighter(new JsonHighlighter(document()))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTextRole(*this, TextRole::Code);
    document()->setDocumentMargin(8);
    m_highlighter->setColors(palette());
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this] { m_numbers->update(); });
    placeNumbers();
}

int CodeView::numbersWidth() const
{
    const auto digits = QString::number(std::max(10, blockCount())).size();
    return kMargin + static_cast<int>(digits) * fontMetrics().horizontalAdvance(u'0') + 4;
}

void CodeView::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numbersWidth(), area.height());
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    ReadText::resizeEvent(event);
    placeNumbers();
}

void CodeView::changeEvent(QEvent* event)
{
    ReadText::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setColors(palette());
    if (event->type() == QEvent::FontChange)
        placeNumbers();
}

void CodeView::paintNumbers(QPaintEvent* event)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), t.surface);
    painter.setFont(font());
    painter.setPen(t.muted);
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const QRectF line(0, top, m_numbers->width() - 4, height);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        top += height;
        block = block.next();
    }
}

} // namespace slipway
