#pragma once

#include <QTableView>

namespace slipway
{

class DriftMatrixModel;

/// The matrix of hubs and checks, walked cell by cell with the arrow keys. Enter opens what was found in a cell.
class DriftMatrixView final : public QTableView
{
    Q_OBJECT
public:
    explicit DriftMatrixView(DriftMatrixModel& model, QWidget* parent = nullptr);

    /// So high that all rows are in sight, from two on.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Rows or texts changed.
    void fitColumns();

Q_SIGNALS:
    /// A person went to a cell.
    void cellChosen(const QModelIndex& index);
    /// They want to see what was found there.
    void cellOpened(const QModelIndex& index);
    void copyRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int neededWidth(int column) const;
    [[nodiscard]] QSize sizeOfRows(int rows) const;

    DriftMatrixModel& m_matrix;
};

} // namespace slipway
