#include "views/files/codepane.h"

#include "views/files/accessiblecode.h"
#include "views/files/codemeasures.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kRow = 19;

} // namespace

CodePane::CodePane(const QString& name, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_name(name)
{
    installAccessibleCode();
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setTextRole(*this, TextRole::Code);
    viewport()->setCursor(Qt::IBeamCursor);
    verticalScrollBar()->setSingleStep(1);
}

CodePane::~CodePane() = default;

QSize CodePane::sizeHint() const
{
    return {480, 320};
}

int CodePane::rowHeight() const
{
    return std::max(withText(kRow), fontMetrics().height());
}

int CodePane::numberWidth() const
{
    return codeNumberWidth(fontMetrics(), m_content.lineTotal());
}

int CodePane::marginWidth() const
{
    const bool isInline = m_content.side() == CodeSide::Inline;
    const int marker = m_content.side() == CodeSide::Source ? 0 : kCodeMarker;
    return numberWidth() * (isInline ? 2 : 1) + marker;
}

int CodePane::rowsInSight() const
{
    return std::max(1, viewport()->height() / rowHeight());
}

void CodePane::setContent(const CodeContent& content, const CodeColors* left, const CodeColors* right)
{
    m_content = content;
    m_left = left;
    m_right = right;
    m_matches.clear();
    m_match = -1;
    m_faults.clear();
    m_cursor = {};
    m_anchor = {};
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    fitScrollBars();
    viewport()->update();
    setAccessibleDescription(tr("%n lines", nullptr, static_cast<int>(content.rowCount())));
}

void CodePane::fitScrollBars()
{
    const auto rows = static_cast<int>(m_content.rowCount());
    verticalScrollBar()->setPageStep(rowsInSight());
    verticalScrollBar()->setRange(0, std::max(0, rows - rowsInSight()));
    const qsizetype longest = std::min(m_content.longest(), kLongestShownLine) + 1;
    const int width = static_cast<int>(longest) * fontMetrics().horizontalAdvance(u'0') + kCodePadding;
    const int room = viewport()->width() - marginWidth();
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(fontMetrics().horizontalAdvance(u'0') * 4);
    horizontalScrollBar()->setRange(0, std::max(0, width - room));
}

void CodePane::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokensOf(palette()).surface);
    const qsizetype first = verticalScrollBar()->value();
    const qsizetype end = std::min<qsizetype>(m_content.rowCount(), first + viewport()->height() / rowHeight() + 1);
    for (qsizetype row = first; row < end; ++row) {
        const int top = static_cast<int>(row - first) * rowHeight();
        if (event->rect().intersects(QRect(0, top, viewport()->width(), rowHeight())))
            paintRow(painter, row, top);
    }
}

void CodePane::updateRows(qsizetype first, qsizetype end)
{
    const qsizetype top = verticalScrollBar()->value();
    if (m_content.side() != CodeSide::Source || (first <= top + rowsInSight() && top <= end))
        viewport()->update();
}

void CodePane::setMatches(const std::vector<CodeMatch>& matches, qsizetype current)
{
    m_matches = matches;
    m_match = current;
    viewport()->update();
}

void CodePane::setFaults(const std::vector<CodeMatch>& faults)
{
    m_faults = faults;
    viewport()->update();
}

void CodePane::setCursor(CodePlace cursor, std::optional<CodePlace> anchor)
{
    const qsizetype last = std::max<qsizetype>(0, m_content.rowCount() - 1);
    cursor.row = std::clamp<qsizetype>(cursor.row, 0, last);
    const qsizetype length = m_content.rowCount() > 0 ? m_content.text(cursor.row).size() : 0;
    cursor.column = std::clamp<qsizetype>(cursor.column, 0, std::min(length, kLongestShownLine));
    m_cursor = cursor;
    m_anchor = anchor.value_or(cursor);
    showCursor();
    viewport()->update();
    tellCursorMoved(*this);
    Q_EMIT cursorMoved(m_cursor);
}

void CodePane::showCursor()
{
    auto& bar = *verticalScrollBar();
    const auto row = static_cast<int>(m_cursor.row);
    if (row < bar.value())
        bar.setValue(row);
    else if (row >= bar.value() + rowsInSight())
        bar.setValue(row - rowsInSight() + 1);
    if (m_content.rowCount() == 0)
        return;
    const auto layout = layoutOf(m_cursor.row, false);
    const auto x = static_cast<int>(layout->lineAt(0).cursorToX(static_cast<int>(m_cursor.column)));
    auto& across = *horizontalScrollBar();
    const int room = viewport()->width() - marginWidth();
    if (x < across.value())
        across.setValue(std::max(0, x - room / 4));
    else if (x > across.value() + room - kCodePadding)
        across.setValue(x - room + room / 4);
}

QString CodePane::selectedText() const
{
    return m_content.textBetween(m_anchor, m_cursor);
}

void CodePane::selectAll()
{
    const qsizetype last = std::max<qsizetype>(0, m_content.rowCount() - 1);
    m_anchor = {};
    m_cursor = {last, m_content.rowCount() > 0 ? m_content.text(last).size() : 0};
    viewport()->update();
}

CodePlace CodePane::placeAt(QPoint position) const
{
    const qsizetype row = std::clamp<qsizetype>(verticalScrollBar()->value() + position.y() / rowHeight(), 0,
                                                std::max<qsizetype>(0, m_content.rowCount() - 1));
    if (m_content.rowCount() == 0)
        return {};
    const auto layout = layoutOf(row, false);
    const int x = position.x() - marginWidth() + horizontalScrollBar()->value();
    return {row, layout->lineAt(0).xToCursor(x)};
}

QRect CodePane::rectOf(CodePlace place) const
{
    if (place.row >= m_content.rowCount())
        return {};
    const auto layout = layoutOf(place.row, false);
    const auto x = static_cast<int>(layout->lineAt(0).cursorToX(static_cast<int>(place.column)));
    return {x + marginWidth() - horizontalScrollBar()->value(),
            static_cast<int>(place.row - verticalScrollBar()->value()) * rowHeight(),
            fontMetrics().horizontalAdvance(u'0'), rowHeight()};
}

CodePlace CodePane::moved(int key, bool isFar) const
{
    const qsizetype last = std::max<qsizetype>(0, m_content.rowCount() - 1);
    const QStringView text = m_content.rowCount() > 0 ? m_content.text(m_cursor.row) : QStringView();
    CodePlace to = m_cursor;
    switch (key) {
    case Qt::Key_Up:
        to.row = std::max<qsizetype>(0, to.row - 1);
        break;
    case Qt::Key_Down:
        to.row = std::min(last, to.row + 1);
        break;
    case Qt::Key_PageUp:
        to.row = std::max<qsizetype>(0, to.row - rowsInSight());
        break;
    case Qt::Key_PageDown:
        to.row = std::min(last, to.row + rowsInSight());
        break;
    case Qt::Key_Home:
        to = {isFar ? 0 : to.row, 0};
        break;
    case Qt::Key_End:
        to.row = isFar ? last : to.row;
        to.column = m_content.rowCount() > 0 ? m_content.text(to.row).size() : 0;
        break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool isLeft = key == Qt::Key_Left;
        if (isLeft && to.column == 0) {
            if (to.row > 0)
                to = {to.row - 1, m_content.text(to.row - 1).size()};
        } else if (!isLeft && to.column >= text.size()) {
            if (to.row < last)
                to = {to.row + 1, 0};
        } else {
            const auto layout = layoutOf(to.row, false);
            const auto mode = isFar ? QTextLayout::SkipWords : QTextLayout::SkipCharacters;
            const auto column = static_cast<int>(to.column);
            to.column =
                isLeft ? layout->previousCursorPosition(column, mode) : layout->nextCursorPosition(column, mode);
        }
        break;
    }
    default:
        break;
    }
    return to;
}

void CodePane::openFold()
{
    if (m_content.rowCount() > 0 && m_content.tone(m_cursor.row) == CodeTone::Folded)
        Q_EMIT foldOpened(m_cursor.row);
}

void CodePane::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyAndTell(*this, selectedText(), Copied::Text);
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool isSelecting = event->modifiers().testFlag(Qt::ShiftModifier);
        const CodePlace to = moved(event->key(), event->modifiers().testFlag(Qt::ControlModifier));
        setCursor(to, isSelecting ? std::optional(m_anchor) : std::nullopt);
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        openFold();
        return;
    default:
        event->ignore();
    }
}

void CodePane::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const CodePlace at = placeAt(event->position().toPoint());
    setCursor(at, event->modifiers().testFlag(Qt::ShiftModifier) ? std::optional(m_anchor) : std::nullopt);
    openFold();
}

void CodePane::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        setCursor(placeAt(event->position().toPoint()), m_anchor);
}

/// The word below the pointer.
void CodePane::mouseDoubleClickEvent(QMouseEvent* event)
{
    const CodePlace at = placeAt(event->position().toPoint());
    const QStringView text = m_content.rowCount() > 0 ? m_content.text(at.row) : QStringView();
    const auto isWord = [&](qsizetype i) { return text[i].isLetterOrNumber() || text[i] == u'_'; };
    qsizetype from = std::min(at.column, text.size());
    qsizetype to = from;
    while (from > 0 && isWord(from - 1))
        --from;
    while (to < text.size() && isWord(to))
        ++to;
    setCursor({at.row, to}, CodePlace{at.row, from});
}

void CodePane::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBars();
}

void CodePane::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitScrollBars();
    viewport()->update();
}

void CodePane::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CodePane::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace slipway
