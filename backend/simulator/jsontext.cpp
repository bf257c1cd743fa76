#include "simulator/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace slipway
{

namespace
{

QByteArray escaped(char16_t control)
{
    switch (control) {
    case u'\b':
        return QByteArrayLiteral("\\b");
    case u'\f':
        return QByteArrayLiteral("\\f");
    case u'\n':
        return QByteArrayLiteral("\\n");
    case u'\r':
        return QByteArrayLiteral("\\r");
    case u'\t':
        return QByteArrayLiteral("\\t");
    default:
        return "\\u" + QByteArray::number(control, 16).rightJustified(4, '0');
    }
}

QByteArray numberText(const QJsonValue& value)
{
    const double number = value.toDouble();
    const auto whole = value.toInteger();
    if (static_cast<double>(whole) == number)
        return QByteArray::number(whole);
    return QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

QByteArray objectText(const QJsonObject& object)
{
    JsonObjectText text;
    QStringList keys = object.keys();
    keys.sort();
    for (const auto& key : std::as_const(keys))
        text.add(key.toUtf8(), jsonText(object.value(key)));
    return text.text();
}

} // namespace

QByteArray jsonQuoted(QStringView text)
{
    QByteArray quoted = QByteArrayLiteral("\"");
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            quoted.append('\\').append(c);
        else if (static_cast<unsigned char>(c) < 0x20)
            quoted.append(escaped(static_cast<char16_t>(c)));
        else
            quoted.append(c);
    }
    return quoted + '"';
}

QByteArray jsonText(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return QByteArrayLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
    case QJsonValue::Double:
        return numberText(value);
    case QJsonValue::String:
        return jsonQuoted(value.toString());
    case QJsonValue::Object:
        return objectText(value.toObject());
    case QJsonValue::Array:
        break;
    }
    QList<QByteArray> elements;
    const auto array = value.toArray();
    for (const auto& element : array)
        elements.append(jsonText(element));
    return jsonArray(elements);
}

JsonObjectText& JsonObjectText::add(QByteArrayView name, QByteArrayView json)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += jsonQuoted(QString::fromUtf8(name));
    m_text += ':';
    m_text += json;
    return *this;
}

JsonObjectText& JsonObjectText::addUnlessEmpty(QByteArrayView name, QStringView text)
{
    return text.isEmpty() ? *this : addString(name, text);
}

JsonObjectText& JsonObjectText::addUnlessEmpty(QByteArrayView name, const QMap<QString, QString>& map)
{
    if (map.isEmpty())
        return *this;
    JsonObjectText object;
    for (const auto& [key, value] : map.asKeyValueRange())
        object.addString(key.toUtf8(), value);
    return add(name, object.text());
}

JsonObjectText& JsonObjectText::addUnlessEmpty(QByteArrayView name, const QByteArray& json)
{
    return json.isEmpty() ? *this : add(name, json);
}

QByteArray jsonArray(const QList<QByteArray>& elements)
{
    return '[' + elements.join(',') + ']';
}

QByteArray jsonStringArray(const QStringList& strings)
{
    QList<QByteArray> elements;
    elements.reserve(strings.size());
    for (const auto& string : strings)
        elements.append(jsonQuoted(string));
    return jsonArray(elements);
}

} // namespace slipway
