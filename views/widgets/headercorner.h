#pragma once

#include <QWidget>

namespace slipway
{

/// Continues a table's header above its vertical scroll bar.
class HeaderCorner final : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderCorner(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace slipway
