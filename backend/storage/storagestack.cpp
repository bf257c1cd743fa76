#include "storage/storagestack.h"

#include "domain/packagegroups.h"

#include <algorithm>
#include <map>
#include <set>

namespace slipway
{

namespace
{

struct Parts {
    Bytes stored = 0;
    Bytes base = 0;
    Bytes shared = 0;
    std::map<QString, Bytes> hubs;
};

Parts partsOf(const StorageSample& sample)
{
    Parts parts{sample.stored, 0, sample.stored, {}};
    for (const auto& hub : sample.hubs) {
        const bool isBase = hub.name == kBaseHub;
        const Bytes held = isBase ? hub.stored : hub.exclusive;
        (isBase ? parts.base : parts.hubs[hub.name]) += held;
        parts.shared -= held;
    }
    return parts;
}

std::map<QDate, Parts> partsByDay(std::span<const StorageSample> samples, QDate first)
{
    std::map<QDate, Parts> days;
    for (const auto& sample : samples) {
        if (!sample.isComplete)
            continue;
        const Parts parts = partsOf(sample);
        const QDate last = std::max(sample.from, sample.until).toUTC().date();
        for (QDate day = std::max(sample.from.toUTC().date(), first); day <= last; day = day.addDays(1))
            days.insert_or_assign(day, parts);
    }
    return days;
}

/// Hubs that hold anything, with their place by name: that does not change when others grow.
std::vector<StackSeries> hubSeries(const std::map<QDate, Parts>& days)
{
    std::set<QString> names;
    for (const auto& [day, parts] : days)
        for (const auto& [name, bytes] : parts.hubs)
            if (bytes > 0)
                names.insert(name);
    std::vector<StackSeries> series;
    int place = 1;
    for (const auto& name : names)
        if (!name.isEmpty())
            series.push_back({StackKind::Hub, name, place++});
    if (names.contains(QString()))
        series.push_back({StackKind::Hub, {}, place});
    const auto& now = days.rbegin()->second.hubs;
    const auto bytesOf = [&now](const StackSeries& each) {
        const auto found = now.find(each.hub);
        return found == now.end() ? Bytes{0} : found->second;
    };
    std::ranges::stable_sort(series, std::ranges::greater{}, bytesOf);
    return series;
}

Bytes bytesOf(const StackSeries& series, const Parts& parts, std::span<const StackSeries> others)
{
    const auto ofHub = [&parts](const QString& name) {
        const auto found = parts.hubs.find(name);
        return found == parts.hubs.end() ? Bytes{0} : found->second;
    };
    switch (series.kind) {
    case StackKind::Base:
        return parts.base;
    case StackKind::Shared:
        return parts.shared;
    case StackKind::Hub:
        return ofHub(series.hub);
    case StackKind::Others:
        break;
    }
    Bytes sum = 0;
    for (const auto& other : others)
        sum += ofHub(other.hub);
    return sum;
}

} // namespace

StorageStack storageStack(std::span<const StorageSample> samples, QDate first)
{
    const auto days = partsByDay(samples, first);
    StorageStack stack;
    if (days.empty())
        return stack;
    if (std::ranges::any_of(days, [](const auto& day) { return day.second.base > 0; }))
        stack.series.push_back({StackKind::Base, kBaseHub, 0});
    if (std::ranges::any_of(days, [](const auto& day) { return day.second.shared > 0; }))
        stack.series.push_back({StackKind::Shared, {}, {}});
    auto hubs = hubSeries(days);
    const auto shown = std::span(hubs).first(std::min(hubs.size(), kStackGroups - 1));
    const auto others = std::span(hubs).subspan(shown.size());
    stack.series.insert(stack.series.end(), shown.begin(), shown.end());
    if (others.size() == 1)
        stack.series.push_back({StackKind::Hub, others.front().hub, {}});
    else if (!others.empty())
        stack.series.push_back({StackKind::Others, {}, {}});
    for (const auto& [day, parts] : days) {
        StackDay& row = stack.days.emplace_back(day, parts.stored, std::vector<Bytes>());
        for (const auto& series : stack.series)
            row.parts.push_back(bytesOf(series, parts, others));
    }
    return stack;
}

} // namespace slipway
