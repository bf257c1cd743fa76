#pragma once

#include "views/widgets/rowview.h"

namespace slipway
{

/// A table of whole rows that shows each state of one at once: plain, under the pointer, selected, selected in a window
/// that is not the active one, with the keyboard, and held by something.
class RowSamples final : public RowView
{
    Q_OBJECT
public:
    explicit RowSamples(QWidget* parent = nullptr);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void fitColumns() override;
};

} // namespace slipway
