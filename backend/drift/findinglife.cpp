#include "drift/findinglife.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

/// Nobody knows whether something is gone that was not looked for, or could not be looked at.
bool isGone(const FindingLife& life, const LookedFor& looked)
{
    if (!looked.isComplete || !std::ranges::contains(looked.checks, life.finding.check))
        return false;
    return std::ranges::none_of(looked.gaps, [&life](const DriftGap& gap) {
        return gap.check == life.finding.check && gap.image == life.finding.image && gap.tag == life.finding.tag;
    });
}

void seeAgain(FindingLife& life, const DriftFinding& finding, const QDateTime& now)
{
    if (life.finding.actual != finding.actual || life.finding.expected != finding.expected)
        life.events.push_back({FindingEventKind::Changed, now, {}, {}});
    life.finding = finding;
    life.lastSeenAt = now;
    if (life.state != FindingState::Acknowledged || now < life.until)
        return;
    life.state = FindingState::Open;
    life.reason.clear();
    life.until = {};
    life.events.push_back({FindingEventKind::Expired, now, {}, {}});
}

} // namespace

std::vector<FindingLife> advanceFindings(std::vector<FindingLife> lives, const std::vector<DriftFinding>& found,
                                         const LookedFor& looked, const QDateTime& now)
{
    QHash<QString, size_t> known;
    for (size_t i = 0; i < lives.size(); ++i)
        if (lives[i].state != FindingState::Resolved)
            known.insert(lives[i].key, i);
    std::vector<bool> isSeen(lives.size(), false);
    for (const auto& finding : found) {
        QString key = driftKey(finding);
        if (const auto before = known.constFind(key); before != known.cend()) {
            seeAgain(lives[*before], finding, now);
            isSeen[*before] = true;
            continue;
        }
        FindingLife life;
        life.finding = finding;
        life.firstSeenAt = now;
        life.lastSeenAt = now;
        life.events.push_back({FindingEventKind::Opened, now, {}, {}});
        known.insert(key, lives.size());
        life.key = std::move(key);
        lives.push_back(std::move(life));
        isSeen.push_back(true);
    }
    for (size_t i = 0; i < lives.size(); ++i) {
        if (isSeen[i] || lives[i].state == FindingState::Resolved || !isGone(lives[i], looked))
            continue;
        lives[i].state = FindingState::Resolved;
        lives[i].events.push_back({FindingEventKind::Resolved, now, {}, {}});
    }
    return lives;
}

Result<FindingLife> acknowledged(FindingLife life, const QString& reason, const QDateTime& until, const QDateTime& now)
{
    if (life.state == FindingState::Resolved)
        return failure(ErrorKind::InvalidArgument, tr("This finding is resolved, there is nothing to acknowledge"));
    if (reason.trimmed().isEmpty())
        return failure(ErrorKind::InvalidArgument, tr("A finding is acknowledged with a reason"));
    if (!until.isValid() || until <= now)
        return failure(ErrorKind::InvalidArgument, tr("A finding is acknowledged until a time that is yet to come"));
    life.state = FindingState::Acknowledged;
    life.reason = reason.trimmed();
    life.until = until;
    life.events.push_back({FindingEventKind::Acknowledged, now, life.reason, until});
    return life;
}

QString findingStateName(FindingState state)
{
    switch (state) {
    case FindingState::Open:
        return u"open"_s;
    case FindingState::Acknowledged:
        return u"acknowledged"_s;
    case FindingState::Resolved:
        return u"resolved"_s;
    }
    return {};
}

} // namespace slipway
