#include "models/palettesearch.h"

#include "models/fuzzymatch.h"
#include "models/inventoryitem.h"
#include "models/paletteversions.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

bool isIn(PaletteScope scope, PaletteKind kind)
{
    switch (scope) {
    case PaletteScope::All:
        return true;
    case PaletteScope::Commands:
        return kind == PaletteKind::Command;
    case PaletteScope::Places:
        return kind == PaletteKind::Page || kind == PaletteKind::Organisation || kind == PaletteKind::File;
    case PaletteScope::Images:
        return kind == PaletteKind::Hub || kind == PaletteKind::Family || kind == PaletteKind::Image;
    case PaletteScope::Versions:
        return kind == PaletteKind::Version;
    }
    return false;
}

PaletteSectionKind sectionOf(PaletteKind kind)
{
    switch (kind) {
    case PaletteKind::Command:
        return PaletteSectionKind::Commands;
    case PaletteKind::Page:
        return PaletteSectionKind::Pages;
    case PaletteKind::Organisation:
        return PaletteSectionKind::Organisations;
    case PaletteKind::File:
        return PaletteSectionKind::Files;
    case PaletteKind::Hub:
    case PaletteKind::Family:
    case PaletteKind::Image:
        return PaletteSectionKind::Images;
    case PaletteKind::Version:
        break;
    }
    return PaletteSectionKind::Versions;
}

constexpr int kEachBeside = 4;

/// Marks a title, or else what is said beside it, if that has the words as they are.
std::optional<PaletteHit> match(QStringView typed, const QString& title, const QString& detail)
{
    PaletteHit hit;
    if (auto found = fuzzyMatch(typed, title)) {
        hit.score = found->score;
        hit.titleMarks = std::move(found->positions);
        return hit;
    }
    const qsizetype at = detail.indexOf(typed, 0, Qt::CaseInsensitive);
    if (at < 0)
        return std::nullopt;
    hit.score = kEachBeside * static_cast<int>(typed.size());
    hit.detailMarks.resize(static_cast<size_t>(typed.size()));
    std::ranges::iota(hit.detailMarks, at);
    return hit;
}

/// Gathers what is found, section by section.
class Gathering final
{
public:
    Gathering(const PaletteGround& ground, QStringView words)
        : m_ground(ground)
        , m_words(words)
    {
    }

    void addEntries(PaletteScope scope)
    {
        for (const auto& entry : m_ground.entries) {
            if (!isIn(scope, entry.kind))
                continue;
            if (auto hit = match(m_words, entry.title, entry.detail)) {
                hit->entry = entry;
                hitsOf(sectionOf(entry.kind)).push_back(std::move(*hit));
            }
        }
    }

    /// Hubs, families and images. Entries are made for those that are shown alone.
    void addPlaces(size_t most)
    {
        struct Found {
            const PaletteIndex::Place* place;
            PaletteHit hit;
        };
        std::vector<Found> found;
        for (const auto& place : m_ground.index->places())
            if (auto hit = match(m_words, place.name, place.within))
                found.push_back({&place, std::move(*hit)});
        const auto isBetter = [](const Found& a, const Found& b) {
            if (a.hit.score != b.hit.score)
                return a.hit.score > b.hit.score;
            if (a.hit.score > 0 && a.place->name.size() != b.place->name.size())
                return a.place->name.size() < b.place->name.size();
            return a.place < b.place;
        };
        const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
        std::ranges::partial_sort(found, end, isBetter);
        for (auto at = found.begin(); at != end; ++at) {
            at->hit.entry = placeEntry(*at->place);
            hitsOf(PaletteSectionKind::Images).push_back(std::move(at->hit));
        }
    }

    void addVersions(size_t most)
    {
        auto versions = findPaletteVersions(*m_ground.index, m_words, most);
        if (!versions.empty())
            hitsOf(PaletteSectionKind::Versions) = std::move(versions);
    }

    [[nodiscard]] std::vector<PaletteSection> sorted(size_t most) &&
    {
        for (auto& section : m_sections) {
            if (section.kind != PaletteSectionKind::Images && section.kind != PaletteSectionKind::Versions)
                std::ranges::stable_sort(section.hits, [this](const PaletteHit& a, const PaletteHit& b) {
                    return a.score != b.score ? a.score > b.score : recency(a) < recency(b);
                });
            if (section.hits.size() > most)
                section.hits.resize(most);
        }
        std::ranges::stable_sort(m_sections, [](const PaletteSection& a, const PaletteSection& b) {
            return a.hits.front().score != b.hits.front().score ? a.hits.front().score > b.hits.front().score
                                                                : a.kind < b.kind;
        });
        return std::move(m_sections);
    }

private:
    std::vector<PaletteHit>& hitsOf(PaletteSectionKind kind)
    {
        const auto known = std::ranges::find(m_sections, kind, &PaletteSection::kind);
        return known != m_sections.end() ? known->hits : m_sections.emplace_back(kind, std::vector<PaletteHit>()).hits;
    }

    [[nodiscard]] qsizetype recency(const PaletteHit& hit) const
    {
        const qsizetype at = m_ground.recent.indexOf(hit.entry.key);
        return at < 0 ? m_ground.recent.size() : at;
    }

    const PaletteGround& m_ground;
    QStringView m_words;
    std::vector<PaletteSection> m_sections;
};

/// What there is to do before anything is typed.
class Everything final
{
public:
    void add(PaletteSectionKind kind, const PaletteEntry& entry)
    {
        if (m_seen.contains(entry.key))
            return;
        m_seen.insert(entry.key);
        if (m_sections.empty() || m_sections.back().kind != kind)
            m_sections.push_back({kind, {}});
        m_sections.back().hits.push_back({entry, 0, {}, {}});
    }

    [[nodiscard]] std::vector<PaletteSection> sections() && { return std::move(m_sections); }

private:
    QSet<QString> m_seen; ///< keys: each thing stands where it is likeliest, and once
    std::vector<PaletteSection> m_sections;
};

std::vector<PaletteSection> everything(const PaletteGround& ground)
{
    Everything all;
    for (const auto& entry : ground.suggested)
        all.add(PaletteSectionKind::Suggested, entry);
    for (const auto& key : ground.recent)
        if (const auto entry = std::ranges::find(ground.entries, key, &PaletteEntry::key);
            entry != ground.entries.end())
            all.add(PaletteSectionKind::Recent, *entry);
    for (const auto kind : {PaletteSectionKind::Commands, PaletteSectionKind::Pages, PaletteSectionKind::Organisations})
        for (const auto& entry : ground.entries)
            if (sectionOf(entry.kind) == kind)
                all.add(kind, entry);
    return std::move(all).sections();
}

} // namespace

PaletteScope paletteScope(QStringView typed)
{
    for (const auto scope :
         {PaletteScope::Commands, PaletteScope::Images, PaletteScope::Versions, PaletteScope::Places})
        if (typed.startsWith(palettePrefix(scope)))
            return scope;
    return PaletteScope::All;
}

QString palettePrefix(PaletteScope scope)
{
    switch (scope) {
    case PaletteScope::All:
        break;
    case PaletteScope::Commands:
        return u">"_s;
    case PaletteScope::Images:
        return u"@"_s;
    case PaletteScope::Versions:
        return u"#"_s;
    case PaletteScope::Places:
        return u":"_s;
    }
    return {};
}

std::vector<PaletteSection> searchPalette(const PaletteGround& ground, const QString& typed)
{
    const PaletteScope scope = paletteScope(typed);
    const QStringView words = QStringView(typed).sliced(palettePrefix(scope).size()).trimmed();
    if (scope == PaletteScope::All && words.isEmpty())
        return everything(ground);
    const bool isAll = scope == PaletteScope::All;
    const size_t most = isAll ? kPaletteRows : kPaletteRowsAlone;
    Gathering gathering(ground, words);
    gathering.addEntries(scope);
    if (ground.index && (isAll || scope == PaletteScope::Images))
        gathering.addPlaces(most);
    if (ground.index && (scope == PaletteScope::Versions || (isAll && words.size() >= kPaletteVersionsFrom)))
        gathering.addVersions(most);
    return std::move(gathering).sorted(most);
}

} // namespace slipway
