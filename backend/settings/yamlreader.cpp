#include "settings/yamlreader.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What stands there, in short: "found \"abc\"", "found a list".
QString found(const YAML::Node& node)
{
    constexpr qsizetype kLongest = 40;
    if (!node.IsScalar())
        return node.IsMap() ? u"found a map"_s : node.IsSequence() ? u"found a list"_s : u"found nothing"_s;
    const QString text = QString::fromStdString(node.Scalar());
    return u"found \"%1\""_s.arg(text.size() > kLongest ? text.first(kLongest) + u'…' : text);
}

/// The first byte that no text has, for which the parser takes the end of it or a character like any other; -1: none.
qsizetype binaryAt(const QByteArray& yaml)
{
    if (yaml.startsWith("\xff\xfe") || yaml.startsWith("\xfe\xff"))
        return -1; // UTF-16, which YAML may be in
    const auto isOfText = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
    };
    const auto found = std::ranges::find_if_not(yaml, isOfText);
    return found == yaml.end() ? -1 : found - yaml.begin();
}

} // namespace

YAML::Node YamlReader::parse(const QByteArray& yaml)
{
    if (const auto at = binaryAt(yaml); at >= 0) {
        refuseAt(YAML::Mark::null_mark(), u"this is no text: byte %1 is 0x%2, which no YAML has"_s.arg(at + 1).arg(
                                              static_cast<unsigned char>(yaml[at]), 2, 16, QChar(u'0')));
        return {};
    }
    try {
        const auto documents = YAML::LoadAll(yaml.toStdString());
        for (size_t i = 1; i < documents.size(); ++i) {
            if (documents[i].IsDefined() && !documents[i].IsNull()) {
                refuse(documents[i], u"a second document begins here: \"---\" parts two, and a file is one"_s);
                return {};
            }
        }
        return documents.empty() ? YAML::Node() : documents.front();
    } catch (const YAML::ParserException& problem) {
        refuseAt(problem.mark, QString::fromStdString(problem.msg));
        return {};
    }
}

void YamlReader::refuseAt(const YAML::Mark& mark, const QString& why)
{
    if (m_error)
        return;
    const QString place =
        mark.is_null() ? m_fileName : u"%1:%2:%3"_s.arg(m_fileName).arg(mark.line + 1).arg(mark.column + 1);
    m_error = Error{ErrorKind::InvalidFile, place, why, std::nullopt};
}

void YamlReader::refuse(const YAML::Node& node, const QString& why)
{
    refuseAt(node.Mark(), why);
}

void YamlReader::refuseValue(const YAML::Node& node, const QString& key, const QString& expected)
{
    refuse(node, u"\"%1\": %2, %3"_s.arg(key, expected, found(node)));
}

bool YamlReader::isMapOf(const YAML::Node& node, const QStringList& keys)
{
    if (!node.IsMap()) {
        refuse(node, u"expected a map with %1, %2"_s.arg(keys.join(u", "_s), found(node)));
        return false;
    }
    QStringList seen;
    for (const auto& entry : node) {
        const QString key = text(entry.first, {});
        if (!keys.contains(key)) {
            refuse(entry.first, u"unknown key \"%1\"; known are %2"_s.arg(key, keys.join(u", "_s)));
            return false;
        }
        if (seen.contains(key)) {
            refuse(entry.first, u"the key \"%1\" is there twice"_s.arg(key));
            return false;
        }
        seen.append(key);
    }
    return true;
}

bool YamlReader::isSequence(const YAML::Node& node, const QString& key)
{
    if (node.IsSequence())
        return true;
    refuseValue(node, key, u"expected a list"_s);
    return false;
}

QString YamlReader::text(const YAML::Node& node, const QString& key)
{
    if (node.IsScalar())
        return QString::fromStdString(node.Scalar());
    if (key.isEmpty())
        refuse(node, u"a key: expected a text, "_s + found(node));
    else
        refuseValue(node, key, u"expected a text"_s);
    return {};
}

QString YamlReader::word(const YAML::Node& node, const QString& key)
{
    const QString word = text(node, key);
    if (word.trimmed().isEmpty())
        refuseValue(node, key, u"expected a text that is not empty"_s);
    return word;
}

double YamlReader::number(const YAML::Node& node, const QString& key)
{
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text(node, key), &isNumber);
    if (isNumber && std::isfinite(number))
        return number;
    refuseValue(node, key, u"expected a number"_s);
    return 0;
}

int YamlReader::wholeNumber(const YAML::Node& node, const QString& key, int least, int most)
{
    bool isNumber = false;
    const int number = text(node, key).toInt(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    refuseValue(node, key, u"expected a whole number from %1 to %2"_s.arg(least).arg(most));
    return least;
}

bool YamlReader::flag(const YAML::Node& node, const QString& key)
{
    const QString word = text(node, key);
    if (word != "true"_L1 && word != "false"_L1)
        refuseValue(node, key, u"expected true or false"_s);
    return word == "true"_L1;
}

} // namespace slipway
