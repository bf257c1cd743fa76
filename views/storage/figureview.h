#pragma once

#include "models/figuremodel.h"
#include "views/widgets/rowview.h"

namespace slipway
{

/// A table of figures in a card. A click or Enter on a row that leads somewhere opens it; copying gives the table as
/// spreadsheets read it.
class FigureView final : public RowView
{
    Q_OBJECT
public:
    explicit FigureView(const QString& name, QWidget* parent = nullptr);

    void showTable(FigureTable table);
    [[nodiscard]] const FigureTable& table() const { return m_model->table(); }

public Q_SLOTS:
    void copy();

Q_SIGNALS:
    /// A filter of the inventory.
    void opened(const QString& filter);

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int neededWidth(int column) const;
    void open(const QModelIndex& index);

    FigureModel* m_model;
};

} // namespace slipway
