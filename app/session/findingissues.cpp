#include "app/session/findingissues.h"

#include "drift/findingissue.h"

namespace slipway
{

using namespace Qt::StringLiterals;

TrackedMatters findingMatters(RepositoryName repository, const std::vector<FindingLife>& lives, const LookedFor& looked)
{
    TrackedMatters tracked;
    tracked.repository = std::move(repository);
    tracked.name = u"finding"_s;
    tracked.label = u"slipway-drift"_s;
    for (const FindingLife& life : lives) {
        if (life.state == FindingState::Resolved)
            continue;
        tracked.matters.push_back({driftKey(life.finding), findingTitle(life.finding), findingReport(life.finding),
                                   life.state == FindingState::Acknowledged});
    }
    tracked.isGone = [looked](const QString& key) { return isKeyGone(key, looked); };
    return tracked;
}

} // namespace slipway
