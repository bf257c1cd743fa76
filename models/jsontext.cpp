#include "models/jsontext.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Writes one character after the other with the white space a reader wants.
class Setter final
{
public:
    explicit Setter(const QString& text)
        : m_text(text)
    {
    }

    QString run()
    {
        for (; m_at < m_text.size(); ++m_at)
            place(m_text[m_at]);
        return m_out;
    }

private:
    void place(QChar c)
    {
        if (m_isInString)
            placeInString(c);
        else if (c == u'{' || c == u'[')
            open(c);
        else if (c == u'}' || c == u']')
            close(c);
        else if (c == u',')
            newLineAfter(c);
        else if (c == u':')
            m_out += u": "_s;
        else if (!c.isSpace()) {
            m_isInString = c == u'"';
            m_out += c;
        }
    }

    void placeInString(QChar c)
    {
        m_out += c;
        if (c == u'\\' && m_at + 1 < m_text.size())
            m_out += m_text[++m_at];
        else if (c == u'"')
            m_isInString = false;
    }

    void open(QChar c)
    {
        qsizetype next = m_at + 1;
        while (next < m_text.size() && m_text[next].isSpace())
            ++next;
        if (next < m_text.size() && (m_text[next] == u'}' || m_text[next] == u']')) {
            m_out += c;
            m_out += m_text[next];
            m_at = next;
            return;
        }
        ++m_depth;
        newLineAfter(c);
    }

    void close(QChar c)
    {
        m_depth = std::max<qsizetype>(0, m_depth - 1);
        m_out += u'\n' + QString(2 * m_depth, u' ') + c;
    }

    void newLineAfter(QChar c) { m_out += QString(c) + u'\n' + QString(2 * m_depth, u' '); }

    const QString& m_text;
    QString m_out;
    qsizetype m_at = 0;
    qsizetype m_depth = 0;
    bool m_isInString = false;
};

} // namespace

QString prettyJson(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return Setter(text).run();
}

} // namespace slipway
