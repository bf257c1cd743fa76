#pragma once

#include <QLatin1StringView>

namespace slipway
{

/// Where the program's own files stand in the resource system.
constexpr QLatin1StringView kIconFolder{":/icons/"};
constexpr QLatin1StringView kFontFolder{":/fonts/"};
constexpr QLatin1StringView kMonoFontFolder{":/fonts/mono/"};
/// The application icon: a picture of its own colours.
constexpr QLatin1StringView kLogo{":/logo/slipway.svg"};
/// The mark beside the name in the window; its colours follow the theme.
constexpr QLatin1StringView kMark{":/logo/mark.svg"};

} // namespace slipway
