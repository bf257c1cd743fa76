#pragma once

#include "models/filenotesmodel.h"
#include "views/widgets/rowview.h"

#include <QStyledItemDelegate>

namespace slipway
{

/// A note: glyph and title, what stands aside, and its text below.
class NoteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Notes, to go through and to go to what they are about.
class NotesView final : public RowView
{
    Q_OBJECT
public:
    explicit NotesView(FileNotesModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// By a person: pressed, or Enter.
    void noteChosen(int row);

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
};

} // namespace slipway
