#include "storage/storagestack.h"

#include "domain/packagegroups.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

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

/// The place of a word that a hub's name has; 0: none.
int placeOfWord(const QString& hub)
{
    static constexpr std::array kWords{"affective"_L1, "language"_L1, "vision"_L1, "multimodal"_L1,
                                       "memory"_L1,    "speech"_L1,   "audio"_L1};
    for (size_t i = 0; i < kWords.size(); ++i)
        if (hub.contains(kWords.at(i), Qt::CaseInsensitive))
            return static_cast<int>(i) + 1;
    return 0;
}

/// The place that a name's letters ask for (FNV-1a).
int placeOfLetters(const QString& hub)
{
    std::uint32_t hash = 2166136261;
    for (const QChar letter : hub)
        hash = (hash ^ letter.unicode()) * 16777619;
    return static_cast<int>(hash % (kStackGroups - 1)) + 1;
}

/// Hubs in the order in which they take their places.
std::vector<QString> inTurn(std::span<const StorageSample> samples)
{
    std::set<QString> all;
    for (const auto& sample : samples)
        for (const auto& hub : sample.hubs)
            if (hub.name != kBaseHub)
                all.insert(hub.name);
    std::vector<QString> names(all.begin(), all.end());
    std::ranges::sort(names, {},
                      [](const QString& name) { return std::tuple(placeOfWord(name) == 0, name.isEmpty(), name); });
    return names;
}

/// The first free place from one on, those that have a colour of their own before the others.
int freePlace(int wanted, const std::set<int>& taken)
{
    constexpr int kColors = kStackGroups - 1;
    for (int i = 0; i < kColors; ++i)
        if (const int place = (wanted - 1 + i) % kColors + 1; !taken.contains(place))
            return place;
    int place = kColors + 1;
    while (taken.contains(place))
        ++place;
    return place;
}

/// Hubs that hold anything, those that hold the most first.
std::vector<StackSeries> hubSeries(const std::map<QDate, Parts>& days, const std::map<QString, int>& places)
{
    std::set<QString> names;
    for (const auto& [day, parts] : days)
        for (const auto& [name, bytes] : parts.hubs)
            if (bytes > 0)
                names.insert(name);
    std::vector<StackSeries> series;
    series.reserve(names.size());
    for (const auto& name : names)
        series.push_back({StackKind::Hub, name, places.at(name)});
    // By name, unassigned last, where they hold as much.
    std::ranges::stable_partition(series, [](const StackSeries& each) { return !each.hub.isEmpty(); });
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

std::map<QString, int> hubPlaces(std::span<const StorageSample> samples)
{
    std::map<QString, int> places;
    std::set<int> taken;
    for (const auto& name : inTurn(samples)) {
        const int word = placeOfWord(name);
        const int place = freePlace(word == 0 ? placeOfLetters(name) : word, taken);
        taken.insert(place);
        places.insert_or_assign(name, place);
    }
    return places;
}

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
    auto hubs = hubSeries(days, hubPlaces(samples));
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
