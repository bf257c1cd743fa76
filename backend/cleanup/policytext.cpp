#include "cleanup/policytext.h"

#include "cleanup/policyplaces.h"

#include <QRegularExpression>
#include <QVariant>

#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

Error byHandOnly()
{
    return {ErrorKind::InvalidArgument, {}, u"it is written in a way that only the YAML itself can change"_s, {}};
}

namespace
{

/// No policy has more, or is deeper; aliases may stand for more than all memory, or for what they are in.
constexpr int kMostNodes = 10'000;
constexpr int kDeepest = 64;

/// The same below a node; `room` is how many more there may be. Throws YAML::Exception where there are more.
QVariant meaningWithin(const YAML::Node& node, int depth, int& room)
{
    if (--room < 0 || depth > kDeepest)
        throw YAML::RepresentationException(node.Mark(), "more than a policy says");
    if (node.IsScalar())
        return QString::fromStdString(node.Scalar());
    if (node.IsSequence()) {
        QVariantList items;
        for (const auto& item : node)
            items.append(meaningWithin(item, depth + 1, room));
        return items;
    }
    if (!node.IsMap())
        return {};
    QVariantMap entries;
    for (const auto& entry : node)
        entries.insert(QString::fromStdString(entry.first.Scalar()), meaningWithin(entry.second, depth + 1, room));
    return entries;
}

/// What a text means, without how it is written.
QVariant meaning(const YAML::Node& node)
{
    int room = kMostNodes;
    return meaningWithin(node, 0, room);
}

enum class Deed : std::uint8_t { Set, Remove, Insert };

/// What is to be done at the end of a path.
struct Change {
    Deed deed = Deed::Set;
    QVariant value;
};

/// The meaning as the change is to make it.
QVariant changed(const QVariant& from, const QStringList& path, const Change& change)
{
    const QString step = path.value(0);
    const bool isLast = path.size() == 1;
    if (from.typeId() == QMetaType::QVariantList) {
        QVariantList items = from.toList();
        const qsizetype at = step.toLongLong();
        if (isLast && change.deed == Deed::Insert)
            items.insert(at, change.value);
        else if (isLast && change.deed == Deed::Remove)
            items.removeAt(at);
        else
            items[at] = isLast ? change.value : changed(items[at], path.sliced(1), change);
        return items.isEmpty() ? QVariant() : QVariant(items);
    }
    QVariantMap entries = from.toMap();
    if (isLast && change.deed == Deed::Insert) { // there is no such list yet
        entries.insert(step, QVariantList{change.value});
    } else if (isLast && change.deed == Deed::Remove) {
        entries.remove(step);
    } else {
        const QVariant next = isLast ? change.value : changed(entries.value(step), path.sliced(1), change);
        if (next.isValid())
            entries.insert(step, next);
        else
            entries.remove(step);
    }
    return entries.isEmpty() ? QVariant() : QVariant(entries);
}

/// The changed text if it means what it should, else an error.
Result<QByteArray> madeSure(const QByteArray& text, const QVariant& wanted)
{
    try {
        if (meaning(YAML::Load(text.toStdString())) == wanted)
            return text;
    } catch (const YAML::Exception&) {
        return std::unexpected(byHandOnly()); // what cannot be read does not mean it either
    }
    return std::unexpected(byHandOnly());
}

template<typename Make>
Result<QByteArray> attempt(const QByteArray& yaml, Make make)
{
    try {
        return make(PolicyPlaces(yaml));
    } catch (const YAML::ParserException& problem) {
        const QString place = u"%1:%2"_s.arg(problem.mark.line + 1).arg(problem.mark.column + 1);
        return failure(ErrorKind::InvalidFile, place, QString::fromStdString(problem.msg));
    } catch (const YAML::Exception&) {
        return std::unexpected(byHandOnly());
    }
}

/// Whether each step of a path is one of what stands there: a key of a map, a place in a list. What is not there yet
/// can be made, what stands there in another shape is somebody's.
bool leadsOn(const PolicyPlaces& places, const QStringList& path)
{
    for (qsizetype i = 0; i < path.size(); ++i) {
        const YAML::Node at = places.node(path.first(i));
        if (!at.IsDefined() || at.IsNull())
            return true;
        bool isPlace = false;
        std::ignore = path[i].toULongLong(&isPlace);
        if (at.IsScalar() || (at.IsSequence() && !isPlace))
            return false;
    }
    return true;
}

/// Whether a value of this shape can stand at the end of a path without what is there being lost.
bool canStand(const PolicyPlaces& places, const QStringList& path, YAML::NodeType::value shape)
{
    if (!leadsOn(places, path))
        return false;
    const YAML::Node there = places.node(path);
    return !there.IsDefined() || there.IsNull() || there.Type() == shape;
}

QByteArray replaced(const PolicyPlaces& places, TextStretch what, const QByteArray& by)
{
    QByteArray text = places.text();
    return text.replace(what.start, what.end - what.start, by);
}

QByteArray inserted(const PolicyPlaces& places, qsizetype at, const QByteArray& what)
{
    return replaced(places, {at, at}, what);
}

QByteArray keyed(const QString& key, const QByteArray& value)
{
    return key.toUtf8() + (value.startsWith('\n') || value.startsWith('\r') ? ":" : ": ") + value;
}

/// Another entry at the end of the map at a path.
QByteArray withEntry(const PolicyPlaces& places, const QStringList& path, const QByteArray& entry)
{
    const YAML::Node map = places.node(path);
    const TextStretch stretch = places.value(path);
    if (map.IsNull()) {
        if (!path.isEmpty())
            return inserted(places, stretch.start, " { " + entry + " }");
        QByteArray text = places.text();
        if (!text.isEmpty() && !text.endsWith('\n'))
            text += places.lineFeed();
        return text + entry + places.lineFeed();
    }
    if (places.isFlow(path)) {
        if (map.size() == 0)
            return replaced(places, stretch, "{ " + entry + " }");
        qsizetype end = stretch.start;
        for (const auto& each : map)
            end = std::max(end, places.entry(path + QStringList{QString::fromStdString(each.first.Scalar())}).end);
        return inserted(places, end, ", " + entry);
    }
    const QByteArray indent(places.column(stretch.start), ' ');
    return inserted(places, places.lineEnd(stretch.end), places.lineFeed() + indent + entry);
}

QByteArray withValue(const PolicyPlaces& places, const QStringList& path, const QByteArray& value)
{
    const QStringList parent = path.first(path.size() - 1);
    if (places.has(path)) {
        const bool isEmpty = places.node(path).IsNull();
        return replaced(places, places.value(path), isEmpty ? " " + value : value);
    }
    if (places.has(parent))
        return withEntry(places, parent, keyed(path.last(), value));
    return withValue(places, parent, "{ " + keyed(path.last(), value) + " }");
}

QByteArray withoutFlowEntry(const PolicyPlaces& places, TextStretch entry)
{
    const QByteArray& text = places.text();
    qsizetype next = entry.end;
    while (next < text.size() && QByteArrayView(" \r\n").contains(text[next]))
        ++next;
    if (next < text.size() && text[next] == ',') {
        ++next;
        while (next < text.size() && text[next] == ' ')
            ++next;
        return replaced(places, {entry.start, next}, {});
    }
    qsizetype comma = entry.start;
    while (comma > 0 && QByteArrayView(" \r\n").contains(text[comma - 1]))
        --comma;
    return replaced(places, {comma > 0 && text[comma - 1] == ',' ? comma - 1 : entry.start, entry.end}, {});
}

QByteArray without(const PolicyPlaces& places, const QStringList& path)
{
    const QStringList parent = path.first(path.size() - 1);
    if (!parent.isEmpty() && places.node(parent).size() == 1)
        return without(places, parent);
    const TextStretch entry = places.entry(path);
    if (places.isFlow(parent))
        return withoutFlowEntry(places, entry);
    const qsizetype start = places.lineStart(entry.start);
    const QByteArray before = places.text().sliced(start, entry.start - start);
    const bool isOwnLine = before.trimmed().isEmpty() || (places.node(parent).IsSequence() && before.trimmed() == "-");
    const qsizetype feed = places.text().indexOf('\n', entry.end);
    const qsizetype next = feed < 0 ? places.text().size() : feed + 1;
    if (isOwnLine)
        return replaced(places, {start, next}, {});
    // The first key beside a dash: the next one takes its place.
    return replaced(places, {entry.start, std::min(next + places.column(entry.start), places.text().size())}, {});
}

QByteArray withItem(const PolicyPlaces& places, const QStringList& path, qsizetype at, const QByteArray& item)
{
    const YAML::Node list = places.node(path);
    if (!list.IsSequence())
        return withValue(places, path, path.size() == 1 ? places.lineFeed() + "  - " + item : "[" + item + "]");
    const auto size = static_cast<qsizetype>(list.size());
    const auto nth = [&](qsizetype i) { return places.value(path + QStringList{QString::number(i)}); };
    if (size == 0) // without brackets it is an alias, or has an anchor
        return places.isFlow(path) ? replaced(places, places.value(path), "[" + item + "]") : places.text();
    if (places.isFlow(path))
        return at == 0 ? inserted(places, nth(0).start, item + ", ") : inserted(places, nth(at - 1).end, ", " + item);
    const QByteArray dash = QByteArray(places.column(places.value(path).start), ' ') + "- " + item;
    if (at == size)
        return inserted(places, places.lineEnd(nth(size - 1).end), places.lineFeed() + dash);
    return inserted(places, places.lineStart(nth(at).start), dash + places.lineFeed());
}

} // namespace

QString policyScalar(const QString& text)
{
    static const QRegularExpression kPlain(u"^[A-Za-z0-9_][A-Za-z0-9_./-]*$"_s);
    if (kPlain.match(text).hasMatch() && text.compare("null"_L1, Qt::CaseInsensitive) != 0)
        return text;
    QString quoted = text;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\t', u"\\t"_s).replace(u'\n', u"\\n"_s);
    return u'"' + quoted + u'"';
}

Result<QByteArray> withPolicyValue(const QByteArray& yaml, const QStringList& path, const QString& value)
{
    return attempt(yaml, [&](const PolicyPlaces& places) -> Result<QByteArray> {
        const YAML::Node wanted = YAML::Load(value.toStdString());
        if (!canStand(places, path, wanted.Type()))
            return std::unexpected(byHandOnly());
        const Change change{Deed::Set, meaning(wanted)};
        return madeSure(withValue(places, path, value.toUtf8()), changed(meaning(places.root()), path, change));
    });
}

Result<QByteArray> withoutPolicyValue(const QByteArray& yaml, const QStringList& path)
{
    return attempt(yaml, [&](const PolicyPlaces& places) -> Result<QByteArray> {
        if (!places.has(path) || !leadsOn(places, path))
            return yaml;
        return madeSure(without(places, path), changed(meaning(places.root()), path, {Deed::Remove, {}}));
    });
}

Result<QByteArray> withPolicyItem(const QByteArray& yaml, const QStringList& path, qsizetype at, const QString& item)
{
    return attempt(yaml, [&](const PolicyPlaces& places) -> Result<QByteArray> {
        const YAML::Node list = places.node(path);
        const bool isList = list.IsSequence();
        const bool isBeyond = isList && (at < 0 || at > static_cast<qsizetype>(list.size()));
        if (isBeyond || !canStand(places, path, YAML::NodeType::Sequence))
            return std::unexpected(byHandOnly());
        const Change change{Deed::Insert, meaning(YAML::Load(item.toStdString()))};
        const QStringList place = isList ? path + QStringList{QString::number(at)} : path;
        return madeSure(withItem(places, path, at, item.toUtf8()), changed(meaning(places.root()), place, change));
    });
}

} // namespace slipway
