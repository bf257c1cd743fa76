#pragma once

#include "models/palettesearch.h"

#include <cstdint>

namespace slipway
{

/// How the data in sight stand, as far as it decides what is likely to be done next.
enum class DataStanding : std::uint8_t { Fresh, Reading, Old, Failed };

/// What of the window decides which actions are likely. The texts stand beside the actions; an empty one: there is
/// none.
struct WindowFacts final {
    DataStanding data = DataStanding::Fresh;
    QString age;                 ///< of the data: "Stale 12 min"
    QString failure;             ///< why the last reading failed
    bool isTokenRefused = false; ///< it failed for want of a token that is taken
    bool canRefresh = true;      ///< the network may be asked
    bool isLogOpen = false;
    bool hasAccount = true;
    qsizetype rows = 0;  ///< selected in the page in sight
    QString digest;      ///< of the version that is selected, in short
    QString pullCommand; ///< for it
    QString filter;      ///< the text of the page's filter
};

/// What the keys of actions in the palette begin with; an action's id comes after it.
constexpr QLatin1StringView kActionKey{"action/"};
/// So many actions are suggested.
constexpr size_t kMostSuggested = 4;

/// The actions among `entries` that are likely now, the likeliest first, kMostSuggested at most: what helps after a
/// failure, then what is for the selection, then the filter, old data and a first account. What is not among the
/// entries or cannot be done now is left out.
[[nodiscard]] std::vector<PaletteEntry> suggestActions(const WindowFacts& facts,
                                                       const std::vector<PaletteEntry>& entries);

} // namespace slipway
