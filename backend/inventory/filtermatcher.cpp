#include "inventory/filtermatcher.h"

#include <algorithm>
#include <array>

namespace slipway
{

namespace
{

using Field = InventoryFilter::Field;

constexpr qsizetype kHeadDigits = 8;
constexpr std::array kKinds{ManifestKind::Image,     ManifestKind::Index,     ManifestKind::Attestation,
                            ManifestKind::Signature, ManifestKind::Sbom,      ManifestKind::Cache,
                            ManifestKind::Artifact,  ManifestKind::Unreadable};

std::uint32_t kindsOf(const Glob& glob)
{
    std::uint32_t kinds = 0;
    for (const auto kind : kKinds)
        if (glob.matches(manifestKindName(kind)))
            kinds |= 1U << static_cast<unsigned>(kind);
    return kinds;
}

/// A part of the text that everything the glob matches has in it: the longest run without wildcards, of what stands
/// before the first class or escape.
QString literalIn(const QString& pattern)
{
    QString longest;
    qsizetype begin = 0;
    for (qsizetype at = 0; at <= pattern.size(); ++at) {
        const QChar c = at < pattern.size() ? pattern[at] : u'*';
        const bool isLast = c == u'[' || c == u'\\';
        if (c != u'*' && c != u'?' && !isLast)
            continue;
        if (at - begin > longest.size())
            longest = pattern.sliced(begin, at - begin);
        begin = at + 1;
        if (isLast)
            break;
    }
    return longest;
}

/// What is looked for in the index of tags to find those a glob may match: a tag that is given whole has to end there,
/// or `tag:v` would look at every tag with a v in it.
QByteArray tagWord(const QString& pattern)
{
    const QString literal = literalIn(pattern);
    const QByteArray word = SearchIndex::folded(literal);
    return literal == pattern ? word + SearchIndex::kTagEnd : word;
}

} // namespace

FilterMatcher::FilterMatcher(const Inventory& inventory, const InventoryFilter& filter, const QDateTime& now)
    : m_inventory(inventory)
    , m_nowMs(now.toMSecsSinceEpoch())
{
    for (const auto& term : filter.terms())
        m_terms.push_back(ready(term));
}

FilterMatcher::Ready FilterMatcher::ready(const Term& term) const
{
    Ready ready;
    ready.term = &term;
    if (term.field == Field::Kind)
        ready.kinds = kindsOf(*term.glob);
    if (term.field == Field::Layer)
        ready.layers = LayerTerm(*m_inventory.snapshot, term.digestStart);
    if (term.field == Field::Text) {
        ready.word = SearchIndex::folded(term.text);
        if (ready.word.endsWith(SearchIndex::kTagEnd))
            ready.word += SearchIndex::kTagEnd; // no tag has it in it
    }
    if (term.field == Field::HasTag)
        ready.word = tagWord(term.glob->pattern());
    if (term.field == Field::Text || term.field == Field::DigestStart) {
        const QString head = term.digestStart.first(std::min(kHeadDigits, term.digestStart.size()));
        bool isNumber = false;
        const auto digits = head.leftJustified(kHeadDigits, u'0').toUInt(&isNumber, 16);
        const bool isLower = std::ranges::none_of(term.digestStart, [](QChar c) { return c.isUpper(); });
        ready.isDigest = isNumber && isLower && (!head.isEmpty() || term.field == Field::DigestStart);
        ready.head = digits;
        ready.headMask = head.isEmpty() ? 0 : ~0U << static_cast<unsigned>(4 * (kHeadDigits - head.size()));
    }
    return ready;
}

FilterMatcher::Verdict FilterMatcher::judge(const Ready& ready, const HubEntry& hub, const FamilyEntry& family,
                                            const ImageEntry& image) const
{
    const Term& term = *ready.term;
    const auto by = [&term](bool holds) { return holds != term.isNegated ? Verdict::Always : Verdict::Never; };
    const QString& name = m_inventory.snapshot->packages[image.package].name.value;
    switch (term.field) {
    case Field::Text:
        return name.contains(term.text, Qt::CaseInsensitive) ? by(true) : Verdict::ByVersion;
    case Field::Hub:
        return by(term.glob->matches(hub.name));
    case Field::Family:
        return by(term.glob->matches(family.name));
    case Field::Variant:
        return by(term.glob->matches(variantName(image.variant)));
    case Field::Name:
        return by(term.glob->matches(name));
    case Field::Kind:
    case Field::HasTag:
    case Field::DigestStart:
    case Field::Layer:
    case Field::Size:
    case Field::Age:
    case Field::Flag:
        break;
    }
    return Verdict::ByVersion;
}

bool FilterMatcher::holds(const Ready& ready, RowIndex version) const
{
    const Term& term = *ready.term;
    switch (term.field) {
    case Field::Text:
        if (m_inventory.search.findTag(ready.word, version, version + 1) == version)
            return true;
        [[fallthrough]];
    case Field::DigestStart:
        return isDigestAt(ready, version) || (!term.isNegated && isDigestBelow(ready, version));
    case Field::Layer:
        return ready.layers.holds(m_inventory, version);
    case Field::Kind:
        return (ready.kinds >> static_cast<unsigned>(m_inventory.search.kindOf(version)) & 1U) != 0;
    case Field::HasTag:
        return hasTag(*term.glob, version);
    case Field::Size:
        return term.holdsFor(m_inventory.factsOf(version).size);
    case Field::Age: {
        const auto& row = m_inventory.snapshot->versions[version];
        const auto newest = std::max(row.createdMs, row.updatedMs);
        return newest != VersionRow::kNoTime && term.holdsFor((m_nowMs - newest) / 1000);
    }
    case Field::Flag:
        return hasFlag(term.text, m_inventory, version);
    case Field::Hub:
    case Field::Family:
    case Field::Variant:
    case Field::Name:
        break;
    }
    return false;
}

bool FilterMatcher::hasTag(const Glob& glob, RowIndex version) const
{
    const Snapshot& snapshot = *m_inventory.snapshot;
    return std::ranges::any_of(snapshot.tagsOf(snapshot.versions[version]),
                               [&](TagText tag) { return glob.matches(tag.utf8); });
}

bool FilterMatcher::isDigestAt(const Ready& ready, RowIndex version) const
{
    if (!ready.isDigest || (m_inventory.search.digestHead(version) & ready.headMask) != ready.head)
        return false;
    const QString& start = ready.term->digestStart;
    return start.size() <= kHeadDigits || m_inventory.snapshot->digestOf(version).hex().startsWith(start);
}

bool FilterMatcher::isDigestBelow(const Ready& ready, RowIndex version) const
{
    if (!ready.isDigest)
        return false;
    const ReferenceGraph& graph = *m_inventory.graph;
    const auto isThere = [&](RowIndex row) { return isDigestAt(ready, row); };
    if (std::ranges::any_of(graph.referrers(version), isThere))
        return true;
    return std::ranges::any_of(graph.children(version), [&](RowIndex child) {
        return isThere(child) || std::ranges::any_of(graph.referrers(child), isThere);
    });
}

bool FilterMatcher::isDigestIn(const Ready& ready, const ImageEntry& image) const
{
    const auto& package = m_inventory.snapshot->packages[image.package];
    for (RowIndex row = package.firstVersion; row < package.firstVersion + package.versionTotal; ++row)
        if (isDigestAt(ready, row))
            return true;
    return false;
}

bool FilterMatcher::finds(const Ready& ready) const
{
    return !ready.term->isNegated && !ready.word.isEmpty();
}

template<typename Visit>
bool FilterMatcher::visit(const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image, Visit visitor) const
{
    std::vector<const Ready*> open;
    for (const auto& ready : m_terms) {
        switch (judge(ready, hub, family, image)) {
        case Verdict::Always:
            break;
        case Verdict::Never:
            return false;
        case Verdict::ByVersion:
            open.push_back(&ready);
        }
    }
    const auto matches = [&](RowIndex version) {
        return std::ranges::all_of(
            open, [&](const Ready* ready) { return holds(*ready, version) != ready->term->isNegated; });
    };
    const auto driver = std::ranges::find_if(open, [&](const Ready* ready) { return finds(*ready); });
    if (driver != open.end() && !((*driver)->isDigest && isDigestIn(**driver, image)))
        visitFound(**driver, image, matches, visitor);
    else
        for (const RowIndex version : image.versions)
            if (matches(version) && !visitor(version))
                break;
    return open.empty();
}

/// Only versions with the driver's text in a tag are looked at: the text is run through once, from hit to hit.
template<typename Matches, typename Visit>
void FilterMatcher::visitFound(const Ready& driver, const ImageEntry& image, Matches matches, Visit visitor) const
{
    const auto& package = m_inventory.snapshot->packages[image.package];
    const RowIndex end = package.firstVersion + package.versionTotal;
    RowIndex row = m_inventory.search.findTag(driver.word, package.firstVersion, end);
    for (; row < end; row = m_inventory.search.findTag(driver.word, row + 1, end)) {
        if (m_inventory.factsOf(row).isPart || !matches(row))
            continue;
        if (!visitor(row))
            return;
    }
}

bool FilterMatcher::matchesAny(const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) const
{
    bool isFound = false;
    const bool isImage = visit(hub, family, image, [&](RowIndex) {
        isFound = true;
        return false;
    });
    return isFound || (isImage && image.versions.empty());
}

std::vector<RowIndex> FilterMatcher::matching(const HubEntry& hub, const FamilyEntry& family,
                                              const ImageEntry& image) const
{
    std::vector<RowIndex> rows;
    visit(hub, family, image, [&](RowIndex row) {
        rows.push_back(row);
        return true;
    });
    return rows;
}

std::size_t FilterMatcher::count(const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image) const
{
    std::size_t total = 0;
    visit(hub, family, image, [&](RowIndex) {
        ++total;
        return true;
    });
    return total;
}

} // namespace slipway
