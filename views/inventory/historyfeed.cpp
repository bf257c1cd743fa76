#include "views/inventory/historyfeed.h"

#include <algorithm>
#include <chrono>

namespace slipway
{

namespace
{

/// Going through rows with the arrow keys asks for nothing until it stops.
constexpr std::chrono::milliseconds kSettle{120};

} // namespace

HistoryFeed::HistoryFeed(QObject* parent)
    : QObject(parent)
{
    m_isAsking.setSingleShot(true);
    m_isAsking.setInterval(kSettle);
    connect(&m_isAsking, &QTimer::timeout, this, &HistoryFeed::askAgain);
}

void HistoryFeed::setPackage(const InventoryPtr& inventory, const std::optional<PackageName>& package)
{
    const bool isOther = package != m_package;
    if (!isOther && inventory == m_inventory)
        return;
    m_inventory = inventory;
    m_package = package;
    m_isStale = true;
    if (isOther) {
        m_history.reset();
        m_error.reset();
        m_wanted.reset();
    }
    if (m_isInSight)
        m_isAsking.start();
}

void HistoryFeed::setInSight(bool isInSight)
{
    if (isInSight == m_isInSight)
        return;
    m_isInSight = isInSight;
    if (!isInSight)
        m_isAsking.stop();
    else if (m_isStale)
        m_isAsking.start();
}

bool HistoryFeed::isWaiting() const
{
    return m_isInSight && (m_isAsking.isActive() || m_wanted);
}

void HistoryFeed::askAgain()
{
    m_isStale = false;
    if (m_package)
        ask(std::nullopt);
    else
        Q_EMIT settled();
}

void HistoryFeed::retry()
{
    if (!m_failed)
        askAgain();
    else if (!m_wanted)
        ask(m_failed);
}

void HistoryFeed::askForOlder()
{
    if (m_history && m_history->older && !m_wanted)
        ask(m_history->older);
}

void HistoryFeed::ask(std::optional<std::int64_t> before)
{
    m_error.reset();
    m_wanted = HistoryRequest{*m_package, before};
    const HistoryRequest request = *m_wanted; // the answer may come before this ends
    Q_EMIT historyWanted(request);
    Q_EMIT changed();
}

void HistoryFeed::take(const HistoryRequest& request, const Result<PackageHistory>& history)
{
    if (m_wanted != request)
        return;
    m_wanted.reset();
    if (history)
        add(request, *history);
    else
        fail(request, history.error());
    Q_EMIT changed();
    // A part in which nothing was seen is no answer while there are older ones.
    const bool isToGoOn = history && history->events.empty() && m_history->older;
    if (isToGoOn && m_isInSight) {
        ask(m_history->older);
        return;
    }
    m_isStale = m_isStale || isToGoOn; // begins again once it is in sight
    if (!isWaiting())
        Q_EMIT settled();
}

void HistoryFeed::fail(const HistoryRequest& request, const Error& error)
{
    m_error = error;
    m_failed = request.before;
}

void HistoryFeed::add(const HistoryRequest& request, const PackageHistory& part)
{
    if (!m_history || !request.before) {
        addNewer(part);
        return;
    }
    m_history->events.insert(m_history->events.end(), part.events.begin(), part.events.end());
    m_history->older = part.older;
}

/// What is new goes before what is there; the older parts that a person has asked for stay.
void HistoryFeed::addNewer(const PackageHistory& part)
{
    if (m_history && !m_history->events.empty()) {
        auto& known = m_history->events;
        const auto place = std::ranges::find(part.events, known.front());
        const auto same = static_cast<std::size_t>(part.events.end() - place);
        if (place != part.events.end() && same <= known.size() && std::equal(place, part.events.end(), known.begin())) {
            known.insert(known.begin(), part.events.begin(), place);
            return;
        }
    }
    m_history = part;
}

} // namespace slipway
