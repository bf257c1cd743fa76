#include "models/cleanuprest.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

namespace
{

struct RestTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

} // namespace

Result<CleanupRest> cleanupRestOf(PlanFile plan, const std::vector<JournalEntry>& journal,
                                  const QSet<VersionId>& excluded)
{
    const auto isOther = [&](const JournalEntry& entry) {
        return entry.event == JournalEvent::Begun && entry.plan != plan.seal;
    };
    if (!std::ranges::contains(journal, JournalEvent::Begun, &JournalEntry::event)
        || std::ranges::any_of(journal, isOther))
        return failure(ErrorKind::Refused, RestTexts::tr("The plan beside this journal is another run's"),
                       RestTexts::tr("make a new plan"));
    CleanupRest rest;
    const auto state = stateOf(journal);
    rest.allowed = state.allowed;
    rest.left = openVersionsOf(plan, state, rest.allowed);
    if (std::ranges::any_of(rest.left.open,
                            [&](const PlannedVersion& planned) { return excluded.contains(planned.id); }))
        return failure(ErrorKind::Refused, RestTexts::tr("Something of this run was taken out of the plan since"),
                       RestTexts::tr("make a new plan, and delete by it"));
    rest.plan = std::move(plan);
    return rest;
}

} // namespace slipway
