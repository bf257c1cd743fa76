#include "settings/settingsreader.h"

#include "settings/jsonlines.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

SettingsReader::SettingsReader(const QByteArray& text, QJsonObject root)
    : m_text(text)
    , m_root(std::move(root))
{
}

QJsonObject SettingsReader::sectionOf(QLatin1StringView name)
{
    const QJsonValue section = m_root.value(name);
    const bool isNoted = std::ranges::contains(m_problems, QString(name), &SettingsProblem::path);
    if (!section.isUndefined() && !section.isObject() && !isNoted)
        note(QString(name), u"expected an object"_s);
    return section.toObject();
}

void SettingsReader::read(QLatin1StringView section, QLatin1StringView name, const Take& take)
{
    const QJsonValue value = sectionOf(section).value(name);
    if (value.isUndefined())
        return;
    if (const QString expected = take(value); !expected.isEmpty())
        note(section + u'.' + name, expected);
}

void SettingsReader::readEach(QLatin1StringView section,
                              const std::function<QString(const QString&, const QJsonValue&)>& take)
{
    const QJsonObject members = sectionOf(section);
    for (auto member = members.begin(); member != members.end(); ++member)
        if (const QString expected = take(member.key(), member.value()); !expected.isEmpty())
            note(section + u'.' + member.key(), expected);
}

void SettingsReader::note(const QString& path, const QString& expected)
{
    m_problems.push_back({path, JsonLines(m_text).of(path), expected});
}

QString takeBoolean(const QJsonValue& value, bool& into)
{
    if (!value.isBool())
        return u"expected true or false"_s;
    into = value.toBool();
    return {};
}

QString takeSeconds(const QJsonValue& value, std::chrono::seconds& into)
{
    const qint64 seconds = value.toInteger(-1);
    if (seconds < kFastestRefresh.count() || seconds > kSlowestRefresh.count())
        return u"expected %1 to %2 seconds"_s.arg(kFastestRefresh.count()).arg(kSlowestRefresh.count());
    into = std::chrono::seconds(seconds);
    return {};
}

QString takeAmount(const QJsonValue& value, double& into)
{
    if (!value.isDouble() || value.toDouble() < 0 || !std::isfinite(value.toDouble()))
        return u"expected a number that is not negative"_s;
    into = value.toDouble();
    return {};
}

QString takeStrings(const QJsonValue& value, QStringList& into)
{
    const QJsonArray array = value.toArray();
    if (!value.isArray() || !std::ranges::all_of(array, [](const auto& element) { return element.isString(); }))
        return u"expected a list of strings"_s;
    into.clear();
    for (const auto& element : array)
        into.append(element.toString());
    return {};
}

} // namespace slipway
