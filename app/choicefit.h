#pragma once

#include <QStringList>

class QComboBox;

namespace slipway
{

/// What an open list of choices has no room for.
[[nodiscard]] QStringList clippedChoices(const QComboBox& box);

} // namespace slipway
