#include "app/session/findingissues.h"

#include "drift/findingissue.h"

namespace slipway
{

using namespace Qt::StringLiterals;

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
    tracked.isGone = [looked, mine](const QString& key) {
        return isKeyGone(key.startsWith(mine) ? key.sliced(mine.size()) : key, looked);
    };
    return tracked;
}

} // namespace slipway
