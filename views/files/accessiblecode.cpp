#include "views/files/accessiblecode.h"

#include "views/files/codepane.h"

#include <QAccessibleWidget>

#include <algorithm>
#include <limits>

namespace slipway
{

namespace
{

/// Offsets count characters of the rows, each with a line feed behind it. Rows that are not there are empty lines; one
/// that is folded says nothing but that.
class AccessibleCode final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit AccessibleCode(CodePane* pane)
        : QAccessibleWidget(pane, QAccessible::EditableText)
        , m_pane(*pane)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    void selection(int index, int* start, int* end) const override
    {
        *start = *end = 0;
        if (index == 0 && m_pane.anchor() != m_pane.cursor()) {
            *start = offsetOf(std::min(m_pane.anchor(), m_pane.cursor()));
            *end = offsetOf(std::max(m_pane.anchor(), m_pane.cursor()));
        }
    }
    [[nodiscard]] int selectionCount() const override { return m_pane.anchor() != m_pane.cursor() ? 1 : 0; }
    void addSelection(int start, int end) override { m_pane.setCursor(placeOf(end), placeOf(start)); }
    void removeSelection(int /*index*/) override { m_pane.setCursor(m_pane.cursor()); }
    void setSelection(int /*index*/, int start, int end) override { addSelection(start, end); }
    [[nodiscard]] int cursorPosition() const override { return offsetOf(m_pane.cursor()); }
    void setCursorPosition(int position) override { m_pane.setCursor(placeOf(position)); }

    using QAccessibleWidget::text;
    [[nodiscard]] QString text(int start, int end) const override
    {
        const CodePlace from = placeOf(start);
        const CodePlace to = placeOf(end);
        QString text;
        for (qsizetype row = from.row; row <= to.row && row < m_pane.content().rowCount(); ++row) {
            const QStringView line = m_pane.content().text(row);
            const qsizetype begin = row == from.row ? from.column : 0;
            const qsizetype last = row == to.row ? to.column : line.size();
            text += line.sliced(begin, std::max<qsizetype>(0, last - begin));
            if (row < to.row)
                text += u'\n';
        }
        return text;
    }
    [[nodiscard]] int characterCount() const override { return offsetOf({m_pane.content().rowCount(), 0}); }

    /// Of a line, which is what is asked for when a cursor moves: known without adding up what is before.
    [[nodiscard]] QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int* start,
                                       int* end) const override
    {
        if (type != QAccessible::LineBoundary && type != QAccessible::ParagraphBoundary)
            return QAccessibleTextInterface::textAtOffset(offset, type, start, end);
        const CodePlace place = placeOf(offset);
        *start = offsetOf({place.row, 0});
        *end = offsetOf({place.row + 1, 0});
        return text(*start, *end);
    }
    [[nodiscard]] QRect characterRect(int offset) const override
    {
        const QRect rect = m_pane.rectOf(placeOf(offset));
        return {m_pane.viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }
    [[nodiscard]] int offsetAtPoint(const QPoint& point) const override
    {
        return offsetOf(m_pane.placeAt(m_pane.viewport()->mapFromGlobal(point)));
    }
    void scrollToSubstring(int start, int /*end*/) override { m_pane.setCursor(placeOf(start)); }
    [[nodiscard]] QString attributes(int offset, int* start, int* end) const override
    {
        *start = *end = offset;
        return {};
    }

private:
    /// As ints, which the interface counts in: what is beyond is at the end.
    [[nodiscard]] int offsetOf(CodePlace place) const
    {
        qsizetype offset = place.column;
        const qsizetype rows = std::min(place.row, m_pane.content().rowCount());
        for (qsizetype row = 0; row < rows; ++row)
            offset += m_pane.content().text(row).size() + 1;
        return static_cast<int>(std::min<qsizetype>(offset, std::numeric_limits<int>::max()));
    }

    [[nodiscard]] CodePlace placeOf(int offset) const
    {
        qsizetype left = std::max(0, offset);
        const auto& content = m_pane.content();
        for (qsizetype row = 0; row < content.rowCount(); ++row) {
            const qsizetype length = content.text(row).size();
            if (left <= length)
                return {row, left};
            left -= length + 1;
        }
        const qsizetype last = std::max<qsizetype>(0, content.rowCount() - 1);
        return {last, content.rowCount() > 0 ? content.text(last).size() : 0};
    }

    CodePane& m_pane;
};

QAccessibleInterface* accessibleOf(const QString& /*key*/, QObject* object)
{
    auto* pane = qobject_cast<CodePane*>(object);
    return pane ? new AccessibleCode(pane) : nullptr;
}

} // namespace

void installAccessibleCode()
{
    static const bool kIsInstalled = [] {
        QAccessible::installFactory(accessibleOf);
        return true;
    }();
    static_cast<void>(kIsInstalled);
}

void tellCursorMoved(CodePane& pane)
{
    if (!QAccessible::isActive())
        return;
    auto* code = QAccessible::queryAccessibleInterface(&pane);
    if (code && code->textInterface()) {
        QAccessibleTextCursorEvent event(&pane, code->textInterface()->cursorPosition());
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace slipway
