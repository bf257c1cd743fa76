#pragma once

#include <QWidget>

namespace slipway
{

/// Dims a window while something is open above it. Goes when that is hidden or destroyed.
class Scrim final : public QWidget
{
    Q_OBJECT
public:
    /// `above` is in sight and has a window to dim: its parent's.
    explicit Scrim(QWidget& above);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace slipway
