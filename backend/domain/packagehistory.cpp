#include "domain/packagehistory.h"

#include "domain/tagshape.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace slipway
{

namespace
{

/// What one reading told otherwise than the one before: rows that ended, and rows that began.
struct Step {
    std::vector<const VersionSpan*> before;
    std::vector<const VersionSpan*> after;
};

/// The first reading that a snapshot of this id, or a later one, is.
std::size_t placeOf(std::int64_t id, std::span<const WholeReading> readings)
{
    const auto found = std::ranges::lower_bound(readings, id, {}, &WholeReading::id);
    return static_cast<std::size_t>(found - readings.begin());
}

/// By the reading that saw them.
std::map<std::size_t, Step, std::greater<>> stepsOf(std::span<const VersionSpan> spans,
                                                    std::span<const WholeReading> readings)
{
    std::map<std::size_t, Step, std::greater<>> steps;
    for (const auto& span : spans) {
        const std::size_t first = placeOf(span.since, readings);
        const std::size_t end = span.until ? placeOf(*span.until, readings) : readings.size();
        if (first >= end) // between two readings
            continue;
        if (first > 0)
            steps[first].after.push_back(&span);
        if (end < readings.size())
            steps[end].before.push_back(&span);
    }
    return steps;
}

QList<Tag> peoplesTags(const VersionSpan& span)
{
    QList<Tag> tags;
    std::ranges::copy_if(span.tags, std::back_inserter(tags),
                         [](const Tag& tag) { return !parseReferrerTag(QStringView(tag.value)); });
    return tags;
}

QHash<Tag, Digest> placesOfTags(const std::vector<const VersionSpan*>& spans)
{
    QHash<Tag, Digest> places;
    for (const auto* span : spans)
        for (const auto& tag : span->tags)
            places.insert(tag, span->digest);
    return places;
}

QHash<Digest, const VersionSpan*> byDigest(const std::vector<const VersionSpan*>& spans)
{
    QHash<Digest, const VersionSpan*> versions;
    for (const auto* span : spans)
        versions.insert(span->digest, span);
    return versions;
}

/// Tells what happened between two readings.
class StepTeller final
{
public:
    StepTeller(const Step& step, const WholeReading& before, const WholeReading& after)
        : m_step(step)
        , m_tagsBefore(placesOfTags(step.before))
        , m_tagsAfter(placesOfTags(step.after))
        , m_after(before.trueUntil)
        , m_by(after.readAt)
    {
    }

    void tell(std::vector<HistoryEvent>& events)
    {
        tellTags();
        tellVersions(HistoryKind::Appeared, m_step.after, byDigest(m_step.before));
        tellVersions(HistoryKind::Gone, m_step.before, byDigest(m_step.after));
        std::ranges::stable_sort(m_events, {}, &HistoryEvent::kind);
        std::ranges::move(m_events, std::back_inserter(events));
    }

private:
    /// The tags that are at a version now, by where they came from; then those that are nowhere any more.
    void tellTags()
    {
        const auto before = byDigest(m_step.before);
        for (const auto* span : m_step.after) {
            const auto tags = peoplesTags(*span);
            for (const auto& tag : tags) {
                const Digest from = m_tagsBefore.value(tag);
                if (!from.isNull() && from != span->digest)
                    add(HistoryKind::TagsMoved, tag, from, span->digest);
                else if (from.isNull() && before.contains(span->digest))
                    add(HistoryKind::TagsAdded, tag, {}, span->digest);
            }
        }
        const auto after = byDigest(m_step.after);
        for (const auto* span : m_step.before) {
            const auto tags = peoplesTags(*span);
            for (const auto& tag : tags)
                if (!m_tagsAfter.contains(tag) && after.contains(span->digest))
                    add(HistoryKind::TagsRemoved, tag, span->digest, {});
        }
    }

    /// Tags that went the same way are one event.
    void add(HistoryKind kind, const Tag& tag, const Digest& from, const Digest& to)
    {
        const auto same = std::ranges::find_if(m_events, [&](const HistoryEvent& event) {
            return event.kind == kind && event.from == from && event.to == to;
        });
        if (same != m_events.end())
            same->tags.append(tag);
        else
            m_events.push_back({kind, {tag}, from, to, {}, m_after, m_by});
    }

    void tellVersions(HistoryKind kind, const std::vector<const VersionSpan*>& here,
                      const QHash<Digest, const VersionSpan*>& there)
    {
        HistoryEvent untagged{kind, {}, {}, {}, {}, m_after, m_by};
        for (const auto* span : here) {
            if (there.contains(span->digest))
                continue;
            const QList<Tag> tags = peoplesTags(*span);
            if (tags.isEmpty())
                untagged.versions.push_back(span->digest);
            else
                m_events.push_back({kind, tags, {}, {}, {span->digest}, m_after, m_by});
        }
        if (!untagged.versions.empty())
            m_events.push_back(std::move(untagged));
    }

    const Step& m_step;
    QHash<Tag, Digest> m_tagsBefore;
    QHash<Tag, Digest> m_tagsAfter;
    QDateTime m_after;
    QDateTime m_by;
    std::vector<HistoryEvent> m_events;
};

} // namespace

std::vector<HistoryEvent> historyEvents(std::span<const VersionSpan> spans, std::span<const WholeReading> readings)
{
    std::vector<HistoryEvent> events;
    for (const auto& [place, step] : stepsOf(spans, readings))
        StepTeller(step, readings[place - 1], readings[place]).tell(events);
    return events;
}

bool concerns(const HistoryEvent& event, const Digest& version, const QList<Tag>& tags)
{
    return event.from == version || event.to == version || std::ranges::contains(event.versions, version)
           || std::ranges::any_of(event.tags, [&](const Tag& tag) { return tags.contains(tag); });
}

} // namespace slipway
