#pragma once

#include <QHeaderView>

namespace slipway
{

/// The header of a table that is sorted by a click on a column: the column's first order, the other way round, not at
/// all. With the keyboard: Left and Right go through the columns, Space and Enter sort.
class SortHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit SortHeader(QWidget* parent);

    /// The next of a column's three states, as a click has it.
    void turn(int section);
    /// A person draws at it: what is resized meanwhile is so by hand.
    [[nodiscard]] bool isDrawnAt() const { return m_isDrawnAt; }

Q_SIGNALS:
    /// The keyboard should go to the rows.
    void left();

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void step(int by);

    bool m_isDrawnAt = false;
    int m_current = 0; ///< the section that has the keyboard
};

} // namespace slipway
