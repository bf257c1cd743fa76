#pragma once

#include <QTreeView>

namespace slipway
{

/// What Slipway's tables and trees of whole rows have in common: rows of one height with a line below each, the
/// selection and the row under the pointer as tints across all columns, and a focus ring only for who came by keyboard.
/// The columns are laid out by who derives, in fitColumns().
class RowView : public QTreeView
{
    Q_OBJECT
public:
    void setModel(QAbstractItemModel* model) override;

protected:
    explicit RowView(QWidget* parent = nullptr);

    /// Gives every column its width: a model has come, or the room has changed.
    virtual void fitColumns() = 0;
    /// Text has another size.
    virtual void fitText();
    /// What columns have that are not to move when a scroll bar comes or goes.
    [[nodiscard]] int steadyWidth() const;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

    /// Who handles a key or a click alone tells so first.
    void setByKeyboard(bool isByKeyboard);

private:
    void setHovered(const QModelIndex& index);
    void updateRow(const QModelIndex& index);

    QPersistentModelIndex m_hovered;
    bool m_isByKeyboard = false;
};

} // namespace slipway
