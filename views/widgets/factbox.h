#pragma once

#include "views/widgets/confirmation.h"

#include <QFrame>

namespace slipway
{

/// Names and what is true of them, line by line, in a box on the raised colour.
class FactBox final : public QFrame
{
    Q_OBJECT
public:
    FactBox(const std::vector<ConfirmFact>& facts, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace slipway
