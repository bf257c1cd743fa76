#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>

namespace slipway
{

/// A JSON string with its quotes, escaped as `JSON.stringify` does.
[[nodiscard]] QByteArray jsonQuoted(QStringView text);

/// Any JSON value compactly, the members of every object sorted by key.
[[nodiscard]] QByteArray jsonText(const QJsonValue& value);

/// Writes a compact JSON object whose members keep the order they are added in: the digest of a manifest hangs on it.
/// QJsonObject would sort them.
class JsonObjectText final
{
public:
    /// `json` is JSON text.
    JsonObjectText& add(QByteArrayView name, QByteArrayView json);
    JsonObjectText& add(QByteArrayView name, qint64 number) { return add(name, QByteArray::number(number)); }
    JsonObjectText& addString(QByteArrayView name, QStringView text) { return add(name, jsonQuoted(text)); }
    /// These three leave out what is empty.
    JsonObjectText& addUnlessEmpty(QByteArrayView name, QStringView text);
    JsonObjectText& addUnlessEmpty(QByteArrayView name, const QMap<QString, QString>& map);
    JsonObjectText& addUnlessEmpty(QByteArrayView name, const QByteArray& json);
    [[nodiscard]] QByteArray text() const { return m_text + '}'; }

private:
    QByteArray m_text = QByteArrayLiteral("{");
};

/// "[a,b]" from JSON texts.
[[nodiscard]] QByteArray jsonArray(const QList<QByteArray>& elements);
/// "["a","b"]" from strings.
[[nodiscard]] QByteArray jsonStringArray(const QStringList& strings);

} // namespace slipway
