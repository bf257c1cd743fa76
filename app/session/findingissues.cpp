#include "app/session/findingissues.h"

#include "drift/findingissue.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
/// In what driftKey() makes. Before it the owner stands, but in issues of the first versions.
constexpr qsizetype kKeyBars = 4;
} // namespace

TrackedMatters findingMatters(RepositoryName repository, const QString& owner, const std::vector<FindingLife>& lives,
                              const LookedFor& looked)
{
    // GitHub tells owners apart without regard to case.
    const QString mine = owner.toLower() + u'|';
    TrackedMatters tracked;
    tracked.repository = std::move(repository);
    tracked.name = u"finding"_s;
    tracked.label = u"slipway-drift"_s;
    for (const FindingLife& life : lives) {
        if (life.state == FindingState::Resolved)
            continue;
        const QString key = driftKey(life.finding);
        tracked.matters.push_back({mine + key, findingTitle(life.finding), findingReport(life.finding),
                                   life.state == FindingState::Acknowledged, key});
    }
    tracked.fateOf = [looked, mine](const QString& key) {
        const bool isMine = key.startsWith(mine);
        if (!isMine && key.count(u'|') == kKeyBars + 1)
            return MatterFate::Others;
        return isKeyGone(isMine ? key.sliced(mine.size()) : key, looked) ? MatterFate::Gone : MatterFate::Unsure;
    };
    return tracked;
}

} // namespace slipway
