#include "settings/yamlreader.h"

#include <QLocale>

#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

YAML::Node YamlReader::parse(const QByteArray& yaml)
{
    try {
        return YAML::Load(yaml.toStdString());
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

bool YamlReader::isMapOf(const YAML::Node& node, const QStringList& keys)
{
    if (!node.IsMap()) {
        refuse(node, u"expected a map with %1"_s.arg(keys.join(u", "_s)));
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
    refuse(node, u"\"%1\": expected a list"_s.arg(key));
    return false;
}

QString YamlReader::text(const YAML::Node& node, const QString& key)
{
    if (node.IsScalar())
        return QString::fromStdString(node.Scalar());
    refuse(node, u"%1: expected a text"_s.arg(key.isEmpty() ? u"a key"_s : u'"' + key + u'"'));
    return {};
}

QString YamlReader::word(const YAML::Node& node, const QString& key)
{
    const QString word = text(node, key);
    if (word.trimmed().isEmpty())
        refuse(node, u"\"%1\": expected a text that is not empty"_s.arg(key));
    return word;
}

double YamlReader::number(const YAML::Node& node, const QString& key)
{
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text(node, key), &isNumber);
    if (isNumber && std::isfinite(number))
        return number;
    refuse(node, u"\"%1\": expected a number"_s.arg(key));
    return 0;
}

bool YamlReader::flag(const YAML::Node& node, const QString& key)
{
    const QString word = text(node, key);
    if (word != "true"_L1 && word != "false"_L1)
        refuse(node, u"\"%1\": expected true or false"_s.arg(key));
    return word == "true"_L1;
}

} // namespace slipway
