#include "drift/jsonschema.h"

#include "drift/jsoncursor.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>

#include <algorithm>
#include <optional>

namespace slipway
{

using namespace Qt::StringLiterals;

/// A schema made ready to be asked.
struct JsonSchema::Rule {
    QString type; ///< empty: any
    QStringList required;
    QHash<QString, std::shared_ptr<const Rule>> properties;
    std::shared_ptr<const Rule> items;
    QList<QByteArray> values; ///< of `const` or `enum`, as compact JSON; empty: any
    std::optional<QRegularExpression> pattern;
    qsizetype minLength = 0;
    bool isTime = false;
};

namespace
{

using Rule = JsonSchema::Rule;

constexpr int kDeepestReference = 16;

QByteArray compact(const QJsonValue& value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

Rule ruleOf(const QJsonObject& given, const QJsonObject& definitions, int depth)
{
    QJsonObject schema = given;
    if (const QString reference = given["$ref"_L1].toString(); reference.startsWith("#/definitions/"_L1))
        schema = definitions[reference.sliced(14)].toObject();
    Rule rule;
    if (depth > kDeepestReference)
        return rule;
    rule.type = schema["type"_L1].toString();
    const QJsonArray required = schema["required"_L1].toArray();
    for (const auto& name : required)
        rule.required.append(name.toString());
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        rule.properties.insert(it.key(), std::make_shared<const Rule>(ruleOf(it->toObject(), definitions, depth + 1)));
    if (schema.contains("items"_L1))
        rule.items = std::make_shared<const Rule>(ruleOf(schema["items"_L1].toObject(), definitions, depth + 1));
    if (schema.contains("const"_L1))
        rule.values.append(compact(schema["const"_L1]));
    const QJsonArray values = schema["enum"_L1].toArray();
    for (const auto& value : values)
        rule.values.append(compact(value));
    if (schema.contains("pattern"_L1))
        rule.pattern = QRegularExpression(schema["pattern"_L1].toString());
    rule.minLength = schema["minLength"_L1].toInt();
    rule.isTime = schema["format"_L1].toString() == "date-time"_L1;
    return rule;
}

/// What a value is, by the character it begins with.
QString typeAt(QByteArrayView text, qsizetype at)
{
    switch (at < text.size() ? text[at] : '\0') {
    case '{':
        return u"object"_s;
    case '[':
        return u"array"_s;
    case '"':
        return u"string"_s;
    case 't':
    case 'f':
        return u"boolean"_s;
    case 'n':
        return u"null"_s;
    default:
        return u"number"_s;
    }
}

QString typeWord(const QString& type)
{
    static const QHash<QString, QString> kWords{
        {u"object"_s, u"an object"_s},      {u"array"_s, u"a list"_s}, {u"string"_s, u"a text"_s},
        {u"boolean"_s, u"true or false"_s}, {u"null"_s, u"null"_s},    {u"number"_s, u"a number"_s},
        {u"integer"_s, u"a whole number"_s}};
    return kWords.value(type, type);
}

QString shortly(const QString& value)
{
    constexpr qsizetype kLongest = 40;
    return value.size() > kLongest ? value.first(kLongest) + u'…' : value;
}

/// Goes through a text by a schema.
class Checker final
{
public:
    explicit Checker(const QByteArray& text)
        : m_text(text)
        , m_cursor(text, {})
    {
    }

    std::vector<TextFault> check(const Rule& rule)
    {
        checkValue(rule, {});
        m_cursor.readEnd();
        if (const auto& error = m_cursor.error())
            m_faults.push_back(faultOf(*error));
        return std::move(m_faults);
    }

private:
    void refuse(qsizetype position, const QString& path, const QString& why)
    {
        if (m_faults.size() < kMostFaults)
            m_faults.push_back(faultOf({ErrorKind::InvalidFile, m_cursor.placeOf(position),
                                        path.isEmpty() ? why : u"\"%1\": %2"_s.arg(path, why), std::nullopt}));
    }

    void checkValue(const Rule& rule, const QString& name)
    {
        const qsizetype at = m_cursor.position();
        if (m_depth > JsonCursor::kDeepest)
            return m_cursor.refuse(at, u"nested deeper than %1 levels"_s.arg(JsonCursor::kDeepest));
        const QString type = typeAt(m_text, at);
        if (!rule.type.isEmpty() && type != (rule.type == "integer"_L1 ? u"number"_s : rule.type)) {
            static_cast<void>(m_cursor.readRaw());
            if (!m_cursor.hasFailed())
                refuse(at, name, u"expected %1, found %2"_s.arg(typeWord(rule.type), typeWord(type)));
            return;
        }
        ++m_depth;
        const auto leave = qScopeGuard([this] { --m_depth; });
        if (type == "object"_L1)
            checkObject(rule, at);
        else if (type == "array"_L1)
            m_cursor.readArray([&] { checkValue(rule.items ? *rule.items : m_any, name); });
        else if (type == "string"_L1)
            checkText(rule, name, at);
        else
            checkScalar(rule, name, at);
    }

    void checkObject(const Rule& rule, qsizetype at)
    {
        QStringList missing = rule.required;
        QSet<QString> seen;
        m_cursor.readObject([&](const QString& name, qsizetype place) {
            missing.removeOne(name);
            if (seen.contains(name))
                refuse(place, {}, u"\"%1\" is there twice"_s.arg(name));
            seen.insert(name);
            const auto known = rule.properties.constFind(name);
            checkValue(known == rule.properties.cend() ? m_any : **known, name);
        });
        if (!m_cursor.hasFailed())
            for (const QString& name : std::as_const(missing))
                refuse(at, {}, u"\"%1\" is missing"_s.arg(name));
    }

    void checkText(const Rule& rule, const QString& name, qsizetype at)
    {
        const QString value = m_cursor.readString();
        if (m_cursor.hasFailed())
            return;
        if (value.size() < rule.minLength)
            refuse(at, name, u"expected a text that is not empty"_s);
        else if (rule.pattern && !rule.pattern->match(value).hasMatch())
            refuse(at, name, u"expected a text like %1, found \"%2\""_s.arg(rule.pattern->pattern(), shortly(value)));
        else if (rule.isTime && !QDateTime::fromString(value, Qt::ISODate).isValid())
            refuse(at, name, u"expected a time such as 2026-01-31T12:00:00Z, found \"%1\""_s.arg(shortly(value)));
        else if (!rule.values.isEmpty() && !rule.values.contains(compact(value)))
            refuseChoice(rule, name, at, compact(value));
    }

    void checkScalar(const Rule& rule, const QString& name, qsizetype at)
    {
        const QByteArray value = m_cursor.readRaw();
        if (m_cursor.hasFailed())
            return;
        if (rule.type == "integer"_L1 && value.contains('.'))
            refuse(at, name, u"expected a whole number, found %1"_s.arg(shortly(QString::fromUtf8(value))));
        else if (!rule.values.isEmpty() && !rule.values.contains(value))
            refuseChoice(rule, name, at, value);
    }

    void refuseChoice(const Rule& rule, const QString& name, qsizetype at, const QByteArray& value)
    {
        QStringList choices;
        for (const QByteArray& each : rule.values)
            choices.append(QString::fromUtf8(each));
        refuse(at, name, u"expected %1, found %2"_s.arg(choices.join(u", "_s), shortly(QString::fromUtf8(value))));
    }

    const Rule m_any{};
    QByteArrayView m_text;
    JsonCursor m_cursor;
    std::vector<TextFault> m_faults;
    int m_depth = 0; ///< of the value that is checked
};

} // namespace

JsonSchema::JsonSchema(const QJsonObject& schema)
    : m_rule(std::make_unique<const Rule>(ruleOf(schema, schema["definitions"_L1].toObject(), 0)))
{
}

JsonSchema::~JsonSchema() = default;

std::vector<TextFault> JsonSchema::check(const QByteArray& text) const
{
    auto faults = Checker(text).check(*m_rule);
    // What is missing is known at an object's end and told at its beginning.
    std::ranges::stable_sort(faults, {}, [](const TextFault& fault) { return std::pair(fault.line, fault.column); });
    return faults;
}

QStringList unknownSchemaWords(const QJsonObject& schema)
{
    static const QSet<QString> kKnown{u"$schema"_s, u"$ref"_s,     u"title"_s,      u"description"_s, u"definitions"_s,
                                      u"type"_s,    u"required"_s, u"properties"_s, u"items"_s,       u"const"_s,
                                      u"enum"_s,    u"pattern"_s,  u"minLength"_s,  u"format"_s};
    QStringList unknown;
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (!kKnown.contains(it.key()))
            unknown.append(it.key());
        const bool isNamed = it.key() == "properties"_L1 || it.key() == "definitions"_L1;
        if (it.key() == "items"_L1)
            unknown += unknownSchemaWords(it->toObject());
        const QJsonObject named = isNamed ? it->toObject() : QJsonObject();
        for (const auto& each : named)
            unknown += unknownSchemaWords(each.toObject());
    }
    return unknown;
}

} // namespace slipway
