#include "core/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QLatin1StringView typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Null:
        return "null"_L1;
    case QJsonValue::Bool:
        return "a boolean"_L1;
    case QJsonValue::Double:
        return "a number"_L1;
    case QJsonValue::String:
        return "a string"_L1;
    case QJsonValue::Array:
        return "an array"_L1;
    case QJsonValue::Object:
        return "an object"_L1;
    case QJsonValue::Undefined:
        return "nothing"_L1;
    }
    return "something else"_L1;
}

/// Where a text ends: "at line 3, column 7", both from 1, the column in bytes.
QString placeOf(QByteArrayView text)
{
    const auto line = text.count('\n') + 1;
    const auto column = text.size() - (text.lastIndexOf('\n') + 1) + 1;
    return u"at line %1, column %2"_s.arg(line).arg(column);
}

} // namespace

JsonReader::Step::Step(qsizetype fromStep, JsonName member)
    : from(fromStep)
    , name(member.text())
{
}

JsonReader::Step::Step(qsizetype fromStep, QString member)
    : from(fromStep)
    , key(std::move(member))
{
}

JsonReader::Step::Step(qsizetype fromStep, qsizetype element)
    : from(fromStep)
    , index(element)
{
}

JsonReader::JsonReader(const QByteArray& bytes, QString subject)
    : m_subject(std::move(subject))
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError) {
        // Qt counts the byte it stumbled over.
        const auto before = std::clamp<qsizetype>(problem.offset - 1, 0, bytes.size());
        m_error = Error{ErrorKind::NotJson, m_subject,
                        problem.errorString() + u' ' + placeOf(QByteArrayView(bytes).first(before)), std::nullopt};
        return;
    }
    m_root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

JsonNode JsonReader::root()
{
    return {this, m_root, {}};
}

qsizetype JsonReader::addStep(Step step)
{
    m_steps.push_back(std::move(step));
    return static_cast<qsizetype>(m_steps.size()) - 1;
}

/// "$.manifests[3].size"
QString JsonReader::pathOf(qsizetype step) const
{
    QString path;
    for (qsizetype at = step; at >= 0;) {
        const Step& one = m_steps[static_cast<size_t>(at)];
        if (one.from < 0)
            path.prepend(u'$');
        else if (one.index >= 0)
            path.prepend(u'[' + QString::number(one.index) + u']');
        else
            path.prepend(u'.' + (one.key.isNull() ? QString(one.name) : one.key));
        at = one.from;
    }
    return path;
}

void JsonReader::refuse(qsizetype step, const QString& why)
{
    if (!m_error)
        m_error = Error{ErrorKind::Malformed, m_subject, pathOf(step) + u": "_s + why, std::nullopt};
}

JsonNode::JsonNode(JsonReader* reader, QJsonValue value, JsonReader::Step step, bool absent)
    : m_reader(reader)
    , m_value(std::move(value))
    , m_step(reader->addStep(std::move(step)))
    , m_absent(absent)
{
}

JsonNode JsonNode::operator[](JsonName name) const
{
    if (m_absent || !expect(QJsonValue::Object, "an object"_L1))
        return {m_reader, {}, JsonReader::Step(m_step, name), true};
    const auto child = m_value[name.text()];
    const JsonNode node(m_reader, child, JsonReader::Step(m_step, name), child.isUndefined());
    if (child.isUndefined())
        m_reader->refuse(node.m_step, u"is missing"_s);
    return node;
}

JsonNode JsonNode::optional(JsonName name) const
{
    if (m_absent || !expect(QJsonValue::Object, "an object"_L1))
        return {m_reader, {}, JsonReader::Step(m_step, name), true};
    const auto child = m_value[name.text()];
    return {m_reader, child, JsonReader::Step(m_step, name), child.isUndefined() || child.isNull()};
}

bool JsonNode::expect(QJsonValue::Type type, QLatin1StringView name) const
{
    if (m_absent)
        return false;
    if (m_value.type() == type)
        return true;
    refuse(u"expected %1, found %2"_s.arg(name, typeName(m_value.type())));
    return false;
}

void JsonNode::refuse(const QString& why) const
{
    m_reader->refuse(m_step, why);
}

QString JsonNode::string() const
{
    return expect(QJsonValue::String, "a string"_L1) ? m_value.toString() : QString();
}

std::int64_t JsonNode::integer() const
{
    if (!expect(QJsonValue::Double, "an integer"_L1))
        return 0;
    const double number = m_value.toDouble();
    if (std::floor(number) != number || std::abs(number) > 9.2e18) {
        refuse(u"expected an integer, found %1"_s.arg(number));
        return 0;
    }
    return m_value.toInteger();
}

double JsonNode::number() const
{
    return expect(QJsonValue::Double, "a number"_L1) ? m_value.toDouble() : 0;
}

bool JsonNode::boolean() const
{
    return expect(QJsonValue::Bool, "a boolean"_L1) && m_value.toBool();
}

QDateTime JsonNode::time() const
{
    const QString text = string();
    if (text.isEmpty())
        return {};
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeZone(QTimeZone::UTC); // none is written: never this machine's
    return time.toUTC();
}

Digest JsonNode::digest() const
{
    const QString text = string();
    if (m_absent || m_reader->error())
        return {};
    const auto digest = Digest::parse(text);
    if (!digest) {
        refuse(digest.error().detail);
        return {};
    }
    return *digest;
}

qsizetype JsonNode::arraySize() const
{
    return expect(QJsonValue::Array, "an array"_L1) ? m_value.toArray().size() : 0;
}

JsonNode JsonNode::element(qsizetype index) const
{
    return {m_reader, m_value[index], JsonReader::Step(m_step, index)};
}

JsonNode JsonNode::member(const QString& name) const
{
    return {m_reader, m_value[name], JsonReader::Step(m_step, name)};
}

QStringList JsonNode::memberNames() const
{
    return expect(QJsonValue::Object, "an object"_L1) ? m_value.toObject().keys() : QStringList();
}

} // namespace slipway
