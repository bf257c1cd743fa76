#pragma once

#include "models/codecontent.h"

#include <QAbstractScrollArea>
#include <QTextLayout>

#include <memory>

namespace slipway
{

class CodeColors;

/// Text to read, line by line: numbers, colours, the tints of a diff, a cursor to go through it and copy from it. It
/// paints the rows in sight and no others, so that a text of any length opens at once; a line is shown up to its ten
/// thousandth character.
class CodePane final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    /// `name` is what those hear who do not see it.
    explicit CodePane(const QString& name, QWidget* parent = nullptr);
    ~CodePane() override;

    /// `left` and `right` give the colours of the texts; they outlive what is shown with them. Null: plain.
    void setContent(const CodeContent& content, const CodeColors* left, const CodeColors* right);
    [[nodiscard]] const CodeContent& content() const { return m_content; }

    [[nodiscard]] CodePlace cursor() const { return m_cursor; }
    /// Where the selection began; the cursor's place where nothing is selected.
    [[nodiscard]] CodePlace anchor() const { return m_anchor; }
    /// The place below a point of the viewport, and the other way round.
    [[nodiscard]] CodePlace placeAt(QPoint position) const;
    [[nodiscard]] QRect rectOf(CodePlace place) const;
    /// Goes there and shows it; `anchor` is where the selection begins.
    void setCursor(CodePlace cursor, std::optional<CodePlace> anchor = {});
    [[nodiscard]] QString selectedText() const;
    void selectAll();
    /// Everything that was found, and which of it is the one gone to; -1: none.
    void setMatches(const std::vector<CodeMatch>& matches, qsizetype current);
    /// Places that are underlined: something is wrong there.
    void setFaults(const std::vector<CodeMatch>& faults);
    [[nodiscard]] const std::vector<CodeMatch>& faults() const { return m_faults; }
    /// Rows [first, end) have other colours.
    void updateRows(qsizetype first, qsizetype end);
    [[nodiscard]] int rowHeight() const;
    /// Of the numbers and markers beside the text.
    [[nodiscard]] int marginWidth() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void cursorMoved(const slipway::CodePlace& cursor);
    /// A fold is to be opened.
    void foldOpened(qsizetype row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// Colours, changed words and what was found.
    [[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(qsizetype row) const;
    [[nodiscard]] std::unique_ptr<QTextLayout> layoutOf(qsizetype row, bool isPainted) const;
    [[nodiscard]] CodePlace moved(int key, bool isFar) const;
    [[nodiscard]] int numberWidth() const;
    [[nodiscard]] int rowsInSight() const;
    void paintRow(QPainter& painter, qsizetype row, int top) const;
    void paintMargin(QPainter& painter, qsizetype row, const QRect& box) const;
    void fitScrollBars();
    void showCursor();
    void openFold();

    QString m_name;
    CodeContent m_content;
    const CodeColors* m_left = nullptr;
    const CodeColors* m_right = nullptr;
    CodePlace m_cursor;
    CodePlace m_anchor;
    std::vector<CodeMatch> m_matches;
    qsizetype m_match = -1;
    std::vector<CodeMatch> m_faults; ///< by row
};

} // namespace slipway
