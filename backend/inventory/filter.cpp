#include "inventory/filter.h"

#include "inventory/layerterm.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

using Field = InventoryFilter::Field;
using Comparison = InventoryFilter::Comparison;
using Term = InventoryFilter::Term;

struct Word {
    QString text;
    qsizetype position = 0;
    qsizetype length = 0;
    bool isQuoted = false; ///< it began with a quote (or `-` and a quote): a bare word, whatever it looks like
    bool isNegated = false;
};

template<typename T>
using Read = std::expected<T, FilterFault>;

std::unexpected<FilterFault> expected(const QString& what, const Word& word)
{
    return std::unexpected(FilterFault{word.position, word.length, word.text, what});
}

Read<std::vector<Word>> splitWords(const QString& expression)
{
    std::vector<Word> words;
    for (qsizetype at = 0; at < expression.size();) {
        if (expression[at].isSpace()) {
            ++at;
            continue;
        }
        Word word{{}, at, 0, false, false};
        if (expression[at] == u'-' && at + 1 < expression.size() && !expression[at + 1].isSpace()) {
            word.isNegated = true;
            ++at;
        }
        bool isOpen = false;
        for (; at < expression.size() && (isOpen || !expression[at].isSpace()); ++at) {
            if (expression[at] != u'"') {
                word.text += expression[at];
                continue;
            }
            word.isQuoted = word.isQuoted || word.text.isEmpty();
            isOpen = !isOpen;
        }
        word.length = at - word.position;
        if (isOpen)
            return expected(QCoreApplication::translate("Filter", "a closing quote"), word);
        words.push_back(std::move(word));
    }
    return words;
}

const QHash<QString, Field>& fieldNames()
{
    static const QHash<QString, Field> names{
        {u"hub"_s, Field::Hub},     {u"family"_s, Field::Family}, {u"variant"_s, Field::Variant},
        {u"kind"_s, Field::Kind},   {u"tag"_s, Field::HasTag},    {u"name"_s, Field::Name},
        {u"size"_s, Field::Size},   {u"age"_s, Field::Age},       {u"digest"_s, Field::DigestStart},
        {u"layer"_s, Field::Layer},
    };
    return names;
}

bool isFlag(const QString& word)
{
    static const QStringList flags{u"signed"_s,   u"unsigned"_s, u"sbom"_s,  u"attested"_s,
                                   u"untagged"_s, u"tagged"_s,   u"broken"_s};
    return flags.contains(word);
}

/// Seconds in m, h, d, w; bytes in B to TiB (a plain letter means the binary unit).
std::optional<std::int64_t> unitFactor(Field field, const QString& unit)
{
    static const QHash<QString, std::int64_t> seconds{
        {u"m"_s, 60}, {u"h"_s, 3'600}, {u"d"_s, 86'400}, {u"w"_s, 604'800}};
    static const QHash<QString, std::int64_t> bytes{
        {u""_s, 1},          {u"b"_s, 1},           {u"k"_s, 1LL << 10}, {u"kib"_s, 1LL << 10},
        {u"m"_s, 1LL << 20}, {u"mib"_s, 1LL << 20}, {u"g"_s, 1LL << 30}, {u"gib"_s, 1LL << 30},
        {u"t"_s, 1LL << 40}, {u"tib"_s, 1LL << 40}};
    const auto& table = field == Field::Age ? seconds : bytes;
    const auto found = table.constFind(unit.toLower());
    return found == table.cend() ? std::nullopt : std::optional(*found);
}

Comparison comparisonFrom(const QString& sign)
{
    if (sign == "<"_L1)
        return Comparison::Less;
    if (sign == "<="_L1)
        return Comparison::LessOrEqual;
    return sign == ">"_L1 ? Comparison::Greater : Comparison::GreaterOrEqual;
}

Read<Term> parseAmount(Term term, const QString& value, const Word& word)
{
    static const QRegularExpression shape(u"^(>=|<=|>|<)?([0-9]+(?:\\.[0-9]+)?)([A-Za-z]*)$"_s);
    const auto match = shape.match(value);
    const auto factor = match.hasMatch() ? unitFactor(term.field, match.captured(3)) : std::nullopt;
    if (!factor) {
        return expected(term.field == Field::Age
                            ? QCoreApplication::translate("Filter", "an age such as >90d (m, h, d, w)")
                            : QCoreApplication::translate("Filter", "a size such as >1GiB (B, KiB, MiB, GiB, TiB)"),
                        word);
    }
    term.comparison = comparisonFrom(match.captured(1));
    term.amount = static_cast<std::int64_t>(match.captured(2).toDouble() * static_cast<double>(*factor));
    return term;
}

/// The digits of a word that may be the beginning of a digest. Fewer than four digits are no digest anybody means: one
/// is in a sixteenth of them all.
QString digestStartIn(const QString& word)
{
    constexpr qsizetype kFewest = 4;
    const bool isNamed = word.startsWith(Digest::kPrefix);
    const QString digits = isNamed ? word.sliced(Digest::kPrefix.size()) : word;
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return digits.size() >= (isNamed ? 1 : kFewest) && std::ranges::all_of(digits, isDigit) ? digits : QString();
}

Read<Term> parseTerm(const Word& word)
{
    Term term;
    term.isNegated = word.isNegated;
    const QString& text = word.text;
    if (!word.isQuoted && isFlag(text)) {
        term.field = Field::Flag;
        term.text = text;
        return term;
    }
    const qsizetype colon = word.isQuoted ? -1 : text.indexOf(u':');
    const auto named = colon > 0 ? fieldNames().constFind(text.first(colon)) : fieldNames().cend();
    if (named == fieldNames().cend()) {
        if (colon > 0 && !text.startsWith(Digest::kPrefix)) {
            return expected(
                QCoreApplication::translate(
                    "Filter", "hub:, family:, variant:, kind:, tag:, name:, digest:, layer:, size: or age:"),
                word);
        }
        term.text = text;
        term.digestStart = digestStartIn(text);
        return term;
    }
    term.field = *named;
    const QString value = text.sliced(colon + 1);
    if (value.isEmpty())
        return expected(QCoreApplication::translate("Filter", "a value after the colon"), word);
    if (term.field == Field::Size || term.field == Field::Age)
        return parseAmount(std::move(term), value, word);
    if (term.field == Field::DigestStart || term.field == Field::Layer) {
        term.digestStart = value.startsWith(Digest::kPrefix) ? value.sliced(Digest::kPrefix.size()) : value;
        return term;
    }
    auto glob = Glob::parse(value);
    if (!glob)
        return expected(QCoreApplication::translate("Filter", "a glob (* ? [abc])"), word);
    term.glob = std::move(*glob);
    return term;
}

bool matchesText(const Term& term, const Snapshot& snapshot, const FilterSubject& subject, const VersionRow& version)
{
    const auto contains = [&](const QString& value) { return value.contains(term.text, Qt::CaseInsensitive); };
    if (contains(snapshot.packages[subject.image.package].name.value))
        return true;
    if (std::ranges::any_of(snapshot.tagsOf(version), [&](TagText tag) { return contains(tag.toString()); }))
        return true;
    return !term.digestStart.isEmpty() && snapshot.digestOf(version).hex().startsWith(term.digestStart);
}

bool matchesTerm(const Term& term, const FilterSubject& subject, const QDateTime& now)
{
    const Snapshot& snapshot = *subject.inventory.snapshot;
    const VersionRow& version = snapshot.versions[subject.version];
    switch (term.field) {
    case Field::Text:
        return matchesText(term, snapshot, subject, version);
    case Field::Hub:
        return term.glob->matches(subject.hub.name);
    case Field::Family:
        return term.glob->matches(subject.family.name);
    case Field::Variant:
        return term.glob->matches(variantName(subject.image.variant));
    case Field::Kind:
        return term.glob->matches(manifestKindName(snapshot.kindOf(version)));
    case Field::HasTag:
        return std::ranges::any_of(snapshot.tagsOf(version),
                                   [&](TagText tag) { return term.glob->matches(tag.toString()); });
    case Field::Name:
        return term.glob->matches(snapshot.packages[subject.image.package].name.value);
    case Field::DigestStart:
        return snapshot.digestOf(version).hex().startsWith(term.digestStart);
    case Field::Layer:
        return hasLayer(subject.inventory, subject.version, term.digestStart);
    case Field::Size:
        return term.holdsFor(subject.inventory.factsOf(subject.version).size);
    case Field::Age: {
        const auto newest = std::max(version.createdMs, version.updatedMs);
        return newest != VersionRow::kNoTime && term.holdsFor((now.toMSecsSinceEpoch() - newest) / 1000);
    }
    case Field::Flag:
        return hasFlag(term.text, subject.inventory, subject.version);
    }
    return false;
}

/// Whether a version for which one term holds is one for which the other does.
bool implies(const Term& narrow, const Term& wide)
{
    if (narrow.field != wide.field || narrow.isNegated != wide.isNegated)
        return false;
    const bool isSame = narrow.text == wide.text && narrow.digestStart == wide.digestStart
                        && narrow.comparison == wide.comparison && narrow.amount == wide.amount
                        && narrow.glob.has_value() == wide.glob.has_value()
                        && (!narrow.glob || narrow.glob->pattern() == wide.glob->pattern());
    if (isSame || narrow.isNegated || narrow.field != Field::Text)
        return isSame;
    // A word that became long enough to be a digest's beginning may find more than it did.
    return narrow.text.startsWith(wide.text) && (narrow.digestStart.isEmpty() || !wide.digestStart.isEmpty());
}

} // namespace

bool hasFlag(const QString& flag, const Inventory& inventory, RowIndex version)
{
    const auto& facts = inventory.factsOf(version);
    if (flag == "signed"_L1 || flag == "unsigned"_L1)
        return facts.isSigned == (flag == "signed"_L1);
    if (flag == "sbom"_L1)
        return facts.hasSbom;
    if (flag == "attested"_L1)
        return facts.isAttested;
    if (flag == "broken"_L1)
        return facts.isBroken;
    const bool isTagged = inventory.snapshot->versions[version].isTagged();
    return isTagged == (flag == "tagged"_L1);
}

bool InventoryFilter::Term::holdsFor(std::int64_t value) const
{
    switch (comparison) {
    case Comparison::Less:
        return value < amount;
    case Comparison::LessOrEqual:
        return value <= amount;
    case Comparison::Greater:
        return value > amount;
    case Comparison::GreaterOrEqual:
        return value >= amount;
    }
    return false;
}

std::expected<InventoryFilter, FilterFault> InventoryFilter::read(const QString& expression)
{
    const auto words = splitWords(expression);
    if (!words)
        return std::unexpected(words.error());
    InventoryFilter filter;
    for (const auto& word : *words) {
        auto term = parseTerm(word);
        if (!term)
            return std::unexpected(term.error());
        filter.m_terms.push_back(std::move(*term));
    }
    return filter;
}

Result<InventoryFilter> InventoryFilter::parse(const QString& expression)
{
    auto filter = read(expression);
    if (filter)
        return Result<InventoryFilter>(std::move(*filter));
    const FilterFault& fault = filter.error();
    return failure(
        ErrorKind::InvalidArgument,
        QCoreApplication::translate("Filter", "The filter could not be understood at \"%1\"").arg(fault.word),
        QCoreApplication::translate("Filter", "expected %1 at character %2")
            .arg(fault.expected)
            .arg(fault.position + 1));
}

bool InventoryFilter::matches(const FilterSubject& subject, const QDateTime& now) const
{
    return std::ranges::all_of(m_terms,
                               [&](const Term& term) { return matchesTerm(term, subject, now) != term.isNegated; });
}

bool InventoryFilter::narrows(const InventoryFilter& other) const
{
    return std::ranges::all_of(other.m_terms, [this](const Term& wide) {
        return std::ranges::any_of(m_terms, [&](const Term& narrow) { return implies(narrow, wide); });
    });
}

} // namespace slipway
