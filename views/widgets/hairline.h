#pragma once

#include <QWidget>

namespace slipway
{

/// One pixel across, between two parts of a card.
class Hairline final : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace slipway
