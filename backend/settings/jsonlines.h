#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QString>

namespace slipway
{

/// On which line of a JSON text each value begins, which Qt's reader does not tell. The text has been found to be JSON
/// before.
class JsonLines final
{
public:
    explicit JsonLines(QByteArrayView text);

    /// The line, counted from 1, of the value at a path of member names ("refresh.activeSeconds"); 0 if there is none.
    [[nodiscard]] int of(const QString& path) const { return m_lines.value(path); }

private:
    void skipSpace();
    void skipString();
    void readValue(const QString& path);
    void readMembers(const QString& path);
    void readElements();
    [[nodiscard]] char next() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QHash<QString, int> m_lines;
};

} // namespace slipway
