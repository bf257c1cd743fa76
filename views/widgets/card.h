#pragma once

#include <QFrame>

namespace slipway
{

/// A surface with a hairline around it and round corners, on which content lies.
class Card final : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Puts a list into a card of its own, which draws the frame around it.
[[nodiscard]] Card* framed(QWidget* list, QWidget* parent);

/// A strip on the raised colour at a card's foot or head, with a hairline on the side that meets the content.
class Strip : public QFrame
{
    Q_OBJECT
public:
    enum class Side { Head, Foot };
    Strip(Side side, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Side m_side;
};

} // namespace slipway
