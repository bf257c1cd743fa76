#pragma once

#include "core/digest.h"
#include "core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <concepts>
#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

class JsonNode;

/// The name of a member, a constant of the program: the reader remembers where it is, and reads it when something is
/// wrong.
class JsonName final
{
public:
    consteval JsonName(QLatin1StringView text) // NOLINT(google-explicit-constructor): node["size"_L1]
        : m_text(text)
    {
    }
    [[nodiscard]] constexpr QLatin1StringView text() const { return m_text; }

private:
    QLatin1StringView m_text;
};

/// Reads one JSON document into values and remembers the first thing that was not as expected, with the path to the
/// field ("$.manifests[3].size: expected an integer, found a string"). Read everything, then ask error() once.
class JsonReader final
{
public:
    /// `subject` names the document in errors. Text that is no JSON at all gives `NotJson`.
    JsonReader(const QByteArray& bytes, QString subject);
    JsonReader(const JsonReader&) = delete;
    JsonReader& operator=(const JsonReader&) = delete;

    [[nodiscard]] JsonNode root();
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// The value, or the first error of the document in its place.
    template<typename T>
    [[nodiscard]] Result<T> finish(T value) const
    {
        if (m_error)
            return std::unexpected(*m_error);
        return value;
    }

private:
    friend class JsonNode;
    /// How a node was come to from another. The way to a node is put into words only when it is needed.
    struct Step {
        qsizetype from = -1;    ///< its number; -1: none, this is the root
        QLatin1StringView name; ///< a member by a JsonName
        QString key;            ///< a member by a name from the document
        qsizetype index = -1;   ///< an element

        Step() = default;
        Step(qsizetype fromStep, JsonName member);
        Step(qsizetype fromStep, QString member);
        Step(qsizetype fromStep, qsizetype element);
    };
    [[nodiscard]] qsizetype addStep(Step step);
    [[nodiscard]] QString pathOf(qsizetype step) const;
    void refuse(qsizetype step, const QString& why);

    QString m_subject;
    QJsonValue m_root;
    std::vector<Step> m_steps;
    std::optional<Error> m_error;
};

/// One value in the document. Reading a wrong type records the error and returns an empty value, so callers go on
/// without checks. A node must not outlive its reader.
class JsonNode final
{
public:
    /// A member that must be there.
    [[nodiscard]] JsonNode operator[](JsonName name) const;
    /// A member that may be missing or null: then absent() is true and every read gives an empty value without an
    /// error.
    [[nodiscard]] JsonNode optional(JsonName name) const;

    [[nodiscard]] bool absent() const { return m_absent; }
    [[nodiscard]] QString path() const { return m_reader->pathOf(m_step); }
    [[nodiscard]] const QJsonValue& value() const { return m_value; }

    [[nodiscard]] QString string() const;
    [[nodiscard]] std::int64_t integer() const;
    /// Any number, whole or not.
    [[nodiscard]] double number() const;
    [[nodiscard]] bool boolean() const;
    /// An ISO 8601 time, UTC; invalid (not an error) when it cannot be read: an unreadable date protects (domain rule).
    [[nodiscard]] QDateTime time() const;
    [[nodiscard]] Digest digest() const;

    /// Calls `visit(JsonNode)` for each element of an array.
    template<std::invocable<JsonNode> Visit>
    void forEach(Visit visit) const
    {
        const auto count = arraySize();
        for (qsizetype i = 0; i < count; ++i)
            visit(element(i));
    }
    /// Calls `visit(QString key, JsonNode)` for each member of an object.
    template<std::invocable<QString, JsonNode> Visit>
    void forEachMember(Visit visit) const
    {
        const auto names = memberNames();
        for (const QString& key : names)
            visit(key, member(key));
    }
    /// Number of elements; 0 with an error for anything but an array.
    [[nodiscard]] qsizetype arraySize() const;

    /// Records that this value is not acceptable, for rules the types do not tell.
    void refuse(const QString& why) const;

private:
    friend class JsonReader;
    JsonNode(JsonReader* reader, QJsonValue value, JsonReader::Step step, bool absent = false);
    [[nodiscard]] bool expect(QJsonValue::Type type, QLatin1StringView name) const;
    [[nodiscard]] JsonNode element(qsizetype index) const;
    [[nodiscard]] JsonNode member(const QString& name) const;
    [[nodiscard]] QStringList memberNames() const;

    JsonReader* m_reader;
    QJsonValue m_value;
    qsizetype m_step;
    bool m_absent;
};

} // namespace slipway
