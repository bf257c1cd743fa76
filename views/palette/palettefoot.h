#pragma once

#include "views/widgets/card.h"

namespace slipway
{

/// The strip at the palette's foot: what its keys do.
class PaletteFoot final : public Strip
{
    Q_OBJECT
public:
    explicit PaletteFoot(QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace slipway
