#pragma once

#include <QWidget>

namespace slipway
{

/// Dims a window behind what lies over it, for as long as it lives.
class Scrim final : public QWidget
{
    Q_OBJECT
public:
    explicit Scrim(QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace slipway
