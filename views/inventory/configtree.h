#pragma once

#include "views/widgets/rowview.h"

namespace slipway
{

/// The lines of a config. Selected ones are copied as "NAME=value".
class ConfigTree final : public RowView
{
    Q_OBJECT
public:
    explicit ConfigTree(QWidget* parent = nullptr);

    /// Copies the selected lines, or the config where none is selected, and says which.
    void copyLines();

    void reset() override;

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace slipway
