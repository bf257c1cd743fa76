#pragma once

#include <QIcon>
#include <QWidget>

namespace slipway
{

/// An icon as a picture. It is drawn when it is needed, so that it has the colours of the theme that is on and the
/// resolution of the screen it is on. What it means is said beside it.
class IconLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit IconLabel(int side, QWidget* parent = nullptr);

    void setIcon(const QIcon& icon);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QIcon m_icon;
};

} // namespace slipway
