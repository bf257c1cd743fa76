#pragma once

#include "models/figuremodel.h"
#include "views/widgets/rowview.h"

namespace slipway
{

class FigureDelegate;

/// A table of figures in a card. A click or Enter on a row that leads somewhere opens it; a click on the square of a
/// row that can be hidden, or Space, asks for that. Copying gives the table as spreadsheets read it.
class FigureView final : public RowView
{
    Q_OBJECT
public:
    explicit FigureView(const QString& name, QWidget* parent = nullptr);

    void showTable(FigureTable table);
    [[nodiscard]] const FigureTable& table() const { return m_model->table(); }
    /// There is room for so many rows at least.
    void setRowsInSight(int rows);
    /// Rows are lower than usual.
    void setDense();
    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void copy();

Q_SIGNALS:
    /// A filter of the inventory.
    void opened(const QString& filter);
    /// What a row is about is to be shown in the chart, or hidden there.
    void shownWanted(int row, bool isShown);

protected:
    void fitColumns() override;
    void fitText() override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int neededWidth(int column) const;
    [[nodiscard]] int cellWidth(int column) const;
    void fitNumbers(int room);
    void fitRows();
    void open(const QModelIndex& index);
    /// Whether there was anything to ask for.
    bool toggle(const QModelIndex& index);
    [[nodiscard]] QModelIndex squareAt(const QPoint& pos) const;
    void openMenu(const QPoint& pos);

    FigureModel* m_model;
    FigureDelegate* m_delegate;
    int m_rowsInSight = 0;     ///< 0: as many as there is room for
    bool m_isOnSquare = false; ///< the mouse was pressed there: its release opens nothing
};

} // namespace slipway
