#pragma once

#include "core/digest.h"
#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <concepts>
#include <optional>

namespace slipway
{

/// Reads JSON (RFC 8259) from front to back into values and knows at every moment where it is, so that whatever is
/// wrong is told with line and column. It remembers the first thing that was; from then on every read gives an empty
/// value.
class JsonCursor final
{
public:
    /// So many levels of lists and objects within each other are read.
    static constexpr int kDeepest = 64;

    JsonCursor(QByteArrayView text, QString fileName);

    [[nodiscard]] bool hasFailed() const { return m_error.has_value(); }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    /// Where the value that comes next begins, in bytes.
    [[nodiscard]] qsizetype position();
    /// "file:line:column" of a position; lines and columns are counted from 1, columns in characters.
    /// It counts on from the place told last: telling many from front to back reads the text once.
    [[nodiscard]] QString placeOf(qsizetype position);
    void refuse(qsizetype position, const QString& why);

    /// Calls `visit(QString name, qsizetype position)` at each member, which must read its value.
    template<std::invocable<const QString&, qsizetype> Visit>
    void readObject(Visit visit)
    {
        if (!enter('{', "an object"))
            return;
        for (bool isFirst = true; hasNext('}', isFirst); isFirst = false) {
            const qsizetype at = m_at;
            const QString name = readString();
            expectColon();
            if (hasFailed())
                return;
            visit(name, at);
        }
    }
    /// Calls `visit()` at each element, which must read it.
    template<std::invocable<> Visit>
    void readArray(Visit visit)
    {
        if (!enter('[', "a list"))
            return;
        for (bool isFirst = true; hasNext(']', isFirst); isFirst = false)
            visit();
    }
    [[nodiscard]] QString readString();
    [[nodiscard]] qint64 readInteger();
    [[nodiscard]] Digest readDigest();
    /// Any value, as it stands there.
    [[nodiscard]] QByteArray readRaw();
    /// Nothing but space may follow.
    void readEnd();

private:
    void skipSpace();
    [[nodiscard]] bool enter(char open, const char* what);
    /// Whether another member or element comes before `close`; reads over the comma, and over `close` if none comes.
    [[nodiscard]] bool hasNext(char close, bool isFirst);
    void expectColon();
    /// What stands between the quotes, escapes and all.
    [[nodiscard]] QByteArrayView readQuoted();
    void skipValue(int depth);
    void skipScalar();
    void refuseHere(const QString& expected);
    [[nodiscard]] char next() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }

    /// A position, and what is counted up to it.
    struct Told {
        qsizetype at = 0;
        qsizetype line = 1;
        qsizetype column = 1;
    };

    QByteArrayView m_text;
    QString m_fileName;
    qsizetype m_at = 0;
    Told m_told;
    std::optional<Error> m_error;
};

} // namespace slipway
