#include "drift/jsoncursor.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What is wrong with a file is said in English, as of profiles and policies.
QString english(const char* text)
{
    return QString::fromLatin1(text);
}

constexpr QByteArrayView kScalarEnds = ",:]}[{\" \t\r\n";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Reads over digits; whether there were any.
bool skipDigits(QByteArrayView text, qsizetype& at)
{
    const qsizetype begin = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at > begin;
}

/// RFC 8259, section 6. Any size: a number that nobody reads need not fit into one of ours.
bool isNumber(QByteArrayView text)
{
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const bool isZero = at < text.size() && text[at] == '0';
    const qsizetype begin = at;
    if (!skipDigits(text, at) || (isZero && at - begin > 1))
        return false;
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (!skipDigits(text, at))
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        if (!skipDigits(text, at))
            return false;
    }
    return at == text.size();
}

bool isScalar(QByteArrayView text)
{
    return text == "true" || text == "false" || text == "null" || isNumber(text);
}

/// Whether every escape in a text is one that JSON has (section 7). Qt takes others for what follows the backslash.
bool areEscapesRight(QByteArrayView quoted)
{
    constexpr QByteArrayView kKnown = "\"\\/bfnrtu";
    for (qsizetype at = quoted.indexOf('\\'); at >= 0; at = quoted.indexOf('\\', at + 2)) {
        if (at + 1 >= quoted.size() || !kKnown.contains(quoted[at + 1]))
            return false;
        const auto code = quoted[at + 1] == 'u'
                              ? quoted.sliced(at + 2).first(std::min<qsizetype>(4, quoted.size() - at - 2))
                              : QByteArrayView("0000");
        if (code.size() < 4 || !std::ranges::all_of(code, isHex))
            return false;
    }
    return true;
}

/// A text with its quotes, as Qt reads it.
QString unescaped(QByteArrayView text)
{
    return QJsonDocument::fromJson('[' + text.toByteArray() + ']').array().first().toString();
}

} // namespace

JsonCursor::JsonCursor(QByteArrayView text, QString fileName)
    : m_text(text)
    , m_fileName(std::move(fileName))
{
}

qsizetype JsonCursor::position()
{
    skipSpace();
    return m_at;
}

QString JsonCursor::placeOf(qsizetype position)
{
    const qsizetype end = std::min(position, m_text.size());
    if (end < m_told.at)
        m_told = {};
    const auto between = m_text.sliced(m_told.at, end - m_told.at);
    const qsizetype lineEnd = between.lastIndexOf('\n');
    m_told.line += std::ranges::count(between, '\n');
    m_told.column = (lineEnd < 0 ? m_told.column : 1) + QString::fromUtf8(between.sliced(lineEnd + 1)).size();
    m_told.at = end;
    return u"%1:%2:%3"_s.arg(m_fileName).arg(m_told.line).arg(m_told.column);
}

void JsonCursor::refuse(qsizetype position, const QString& why)
{
    if (!m_error)
        m_error = Error{ErrorKind::InvalidFile, placeOf(position), why, std::nullopt};
}

void JsonCursor::refuseHere(const QString& expected)
{
    if (isAtEnd())
        refuse(m_at, english("expected %1, and the file ends here").arg(expected));
    else if (const auto byte = static_cast<unsigned char>(next()); byte < 0x20U)
        refuse(m_at, english("expected %1, found the byte %2").arg(expected).arg(byte));
    else
        refuse(m_at,
               english("expected %1, found \"%2\"")
                   .arg(expected,
                        QString::fromUtf8(m_text.sliced(m_at, std::min<qsizetype>(4, m_text.size() - m_at))).left(1)));
}

void JsonCursor::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

bool JsonCursor::enter(char open, const char* what)
{
    skipSpace();
    if (hasFailed())
        return false;
    if (isAtEnd() || next() != open) {
        refuseHere(english(what));
        return false;
    }
    ++m_at;
    return true;
}

bool JsonCursor::hasNext(char close, bool isFirst)
{
    skipSpace();
    if (hasFailed())
        return false;
    if (!isAtEnd() && next() == close) {
        ++m_at;
        return false;
    }
    if (isFirst) {
        if (isAtEnd())
            refuseHere(u"\"%1\""_s.arg(QLatin1Char(close)));
        return !hasFailed();
    }
    if (isAtEnd() || next() != ',') {
        refuseHere(english("\",\" or \"%1\"").arg(QLatin1Char(close)));
        return false;
    }
    ++m_at;
    skipSpace();
    if (!isAtEnd() && next() == close)
        refuse(m_at, english("nothing follows this comma"));
    return !hasFailed();
}

void JsonCursor::expectColon()
{
    skipSpace();
    if (hasFailed())
        return;
    if (isAtEnd() || next() != ':')
        return refuseHere(u"\":\""_s);
    ++m_at;
}

QByteArrayView JsonCursor::readQuoted()
{
    skipSpace();
    if (hasFailed())
        return {};
    if (isAtEnd() || next() != '"') {
        refuseHere(english("a text in quotes"));
        return {};
    }
    const qsizetype begin = ++m_at;
    for (; !isAtEnd() && next() != '"'; ++m_at) {
        if (static_cast<unsigned char>(next()) < 0x20U) {
            refuse(m_at, english("a text ends on its own line, and has no control characters"));
            return {};
        }
        if (next() == '\\' && m_at + 1 < m_text.size())
            ++m_at;
    }
    if (isAtEnd()) {
        refuse(begin - 1, english("this text is not closed: the file ends within it"));
        return {};
    }
    return m_text.sliced(begin, m_at++ - begin);
}

QString JsonCursor::readString()
{
    const qsizetype at = position();
    const QByteArrayView quoted = readQuoted();
    if (hasFailed())
        return {};
    if (quoted.contains('\\')) {
        if (areEscapesRight(quoted))
            return unescaped(m_text.sliced(at, quoted.size() + 2));
        refuse(at, english("this text has an escape that JSON does not know"));
        return {};
    }
    QString text = QString::fromUtf8(quoted);
    if (text.contains(QChar::ReplacementCharacter) && !quoted.contains("\xEF\xBF\xBD"))
        refuse(at, english("this text is not UTF-8"));
    return text;
}

qint64 JsonCursor::readInteger()
{
    const qsizetype at = position();
    if (hasFailed())
        return 0;
    skipScalar();
    bool isNumber = false;
    const qint64 number = m_text.sliced(at, m_at - at).toLongLong(&isNumber);
    if (!isNumber && !hasFailed()) {
        m_at = at;
        refuseHere(english("a whole number"));
    }
    return number;
}

Digest JsonCursor::readDigest()
{
    const qsizetype at = position();
    const QByteArrayView quoted = readQuoted();
    if (hasFailed())
        return {};
    const QLatin1StringView text(quoted.data(), quoted.size());
    // One character more than a digest has tells that it is too long.
    std::array<QChar, 72> characters;
    const qsizetype length = std::min<qsizetype>(text.size(), characters.size());
    std::ranges::transform(text.first(length), characters.begin(), [](char c) { return QLatin1Char(c); });
    const auto digest = Digest::parse(QStringView(characters.data(), length));
    if (digest)
        return *digest;
    if (text.startsWith(Digest::kPrefix))
        refuse(at, english("a digest is \"sha256:\" and 64 lower-case hexadecimal digits; this one has %1")
                       .arg(text.size() - Digest::kPrefix.size()));
    else
        refuse(at, english("a digest is \"sha256:\" and 64 lower-case hexadecimal digits"));
    return {};
}

void JsonCursor::skipScalar()
{
    while (m_at < m_text.size() && !kScalarEnds.contains(m_text[m_at]))
        ++m_at;
}

void JsonCursor::skipValue(int depth)
{
    skipSpace();
    if (hasFailed())
        return;
    if (depth > kDeepest)
        return refuse(m_at, english("nested deeper than %1 levels").arg(kDeepest));
    const qsizetype at = m_at;
    if (next() == '{')
        return readObject([&](const QString&, qsizetype) { skipValue(depth + 1); });
    if (next() == '[')
        return readArray([&] { skipValue(depth + 1); });
    if (next() == '"') {
        [[maybe_unused]] const auto text = readString();
        return;
    }
    skipScalar();
    if (!isScalar(m_text.sliced(at, m_at - at))) {
        m_at = at;
        refuseHere(english("a value"));
    }
}

QByteArray JsonCursor::readRaw()
{
    const qsizetype at = position();
    skipValue(0);
    return hasFailed() ? QByteArray() : m_text.sliced(at, m_at - at).toByteArray();
}

void JsonCursor::readEnd()
{
    skipSpace();
    if (!hasFailed() && !isAtEnd())
        refuseHere(english("the end of the file"));
}

} // namespace slipway
