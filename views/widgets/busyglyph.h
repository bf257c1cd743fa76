#pragma once

#include <QTimer>
#include <QWidget>

namespace slipway
{

/// The running arc: the only thing in the window that moves. It stands still while hidden, and where the desktop asks
/// for no animation.
class BusyGlyph final : public QWidget
{
    Q_OBJECT
public:
    explicit BusyGlyph(int side, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void advance();

    QTimer m_timer;
    int m_step = 0;
};

} // namespace slipway
