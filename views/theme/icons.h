#pragma once

#include <QIcon>
#include <QLatin1StringView>

namespace slipway
{

/// Which of the theme's colours an icon takes. OnFill: on a button filled with the accent or the colour of harm, and
/// muted while that is disabled.
enum class IconColor { Text, Muted, Accent, Bad, OnFill };

/// A bundled icon by its Breeze name. It is drawn from its SVG at the size and scale that is asked for, in the colour
/// the running theme has at that moment.
[[nodiscard]] QIcon icon(QLatin1StringView name, IconColor color = IconColor::Text);

/// The mark beside the program's name, in the running theme's colours.
[[nodiscard]] QIcon markIcon();

} // namespace slipway
