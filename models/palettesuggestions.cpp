#include "models/palettesuggestions.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct Suggestion final {
    QLatin1StringView id; ///< of the action
    QString detail;
};

/// After a failure: why it was, and how to go on.
void addForFailure(std::vector<Suggestion>& wanted, const WindowFacts& facts)
{
    if (facts.isTokenRefused)
        wanted.push_back({facts.hasAccount ? "manage-accounts"_L1 : "add-account"_L1, {}});
    if (!facts.isLogOpen)
        wanted.push_back({"log"_L1, facts.failure});
    if (facts.canRefresh)
        wanted.push_back({"refresh"_L1, facts.age});
}

void addForSelection(std::vector<Suggestion>& wanted, const WindowFacts& facts)
{
    if (facts.rows > 1) {
        wanted.push_back({"inventory.compareLayers"_L1, {}}); // only there for two that have layers
        wanted.push_back({"inventory.copyText"_L1, {}});
        return;
    }
    if (!facts.pullCommand.isEmpty())
        wanted.push_back({"copy-pull-command"_L1, facts.pullCommand});
    if (!facts.digest.isEmpty())
        wanted.push_back({"copy-digest"_L1, facts.digest});
}

std::vector<Suggestion> likely(const WindowFacts& facts)
{
    std::vector<Suggestion> wanted;
    if (facts.data == DataStanding::Failed)
        addForFailure(wanted, facts);
    addForSelection(wanted, facts);
    if (!facts.filter.isEmpty())
        wanted.push_back({"inventory.clearFilter"_L1, facts.filter});
    if (facts.data == DataStanding::Old && facts.canRefresh)
        wanted.push_back({"refresh"_L1, facts.age});
    if (!facts.hasAccount && !facts.isTokenRefused) // then it stands first
        wanted.push_back({"add-account"_L1, {}});
    return wanted;
}

} // namespace

std::vector<PaletteEntry> suggestActions(const WindowFacts& facts, const std::vector<PaletteEntry>& entries)
{
    std::vector<PaletteEntry> suggested;
    for (auto& [id, detail] : likely(facts)) {
        const auto entry = std::ranges::find(entries, QString(kActionKey) + id, &PaletteEntry::key);
        if (entry == entries.end() || !entry->isEnabled || suggested.size() == kMostSuggested)
            continue;
        suggested.push_back(*entry);
        suggested.back().detail = std::move(detail);
    }
    return suggested;
}

} // namespace slipway
