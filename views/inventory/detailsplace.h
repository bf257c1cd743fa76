#pragma once

#include <QString>

namespace slipway
{

/// Where the details are.
enum class DetailsPlace {
    Beside, ///< at the right of the tree
    Below,
    Window, ///< in a window of their own
    Hidden,
};
constexpr int kDetailsPlaces = 4;

/// "beside", "below", "window", "hidden": as the window's state has it.
[[nodiscard]] QString detailsPlaceName(DetailsPlace place);
/// The usual one for anything else.
[[nodiscard]] DetailsPlace detailsPlaceNamed(const QString& name);

} // namespace slipway
