#pragma once

class QLabel;
class QWidget;

namespace slipway
{

/// What is said below or in place of a card's table.
[[nodiscard]] QLabel* makeCardNote(QWidget* parent);

} // namespace slipway
