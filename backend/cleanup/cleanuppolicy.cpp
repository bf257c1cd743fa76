#include "cleanup/cleanuppolicy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Past one or more decimal digits; null if there are none.
const char* pastNumber(const char* at, const char* end)
{
    const char* const next = std::find_if(at, end, [](char c) { return c < '0' || c > '9'; });
    return next == at ? nullptr : next;
}

QJsonValue milliseconds(std::chrono::milliseconds duration)
{
    return static_cast<qint64>(duration.count());
}

QJsonArray sorted(QStringList texts)
{
    texts.sort();
    texts.removeDuplicates();
    return QJsonArray::fromStringList(texts);
}

QStringList patterns(const std::vector<Glob>& globs, const QString& before = {})
{
    QStringList texts;
    for (const auto& glob : globs)
        texts.append(before + glob.pattern());
    return texts;
}

QJsonValue untaggedValue(const std::optional<UntaggedRule>& untagged)
{
    if (!untagged)
        return QJsonValue::Null;
    QStringList kinds;
    for (const auto kind : untagged->kinds)
        kinds.append(manifestKindName(kind));
    return QJsonObject{{u"olderThan"_s, milliseconds(untagged->olderThan)}, {u"kinds"_s, sorted(kinds)}};
}

QJsonArray rulesValue(const std::vector<TagRule>& rules)
{
    QJsonArray values;
    for (const auto& rule : rules) {
        values.append(QJsonObject{{u"tags"_s, rule.tags.pattern()},
                                  {u"olderThan"_s, rule.olderThan ? milliseconds(*rule.olderThan) : QJsonValue()},
                                  {u"keepLatest"_s, static_cast<qint64>(rule.keepLatest)}});
    }
    return values;
}

QString looseValue(FoundLoose found)
{
    return found == FoundLoose::Delete ? u"delete"_s : u"report"_s;
}

} // namespace

bool PackageChoice::contains(const PackageName& package) const
{
    const auto matches = [&package](const Glob& glob) { return glob.matches(package.value); };
    return std::ranges::any_of(included, matches) && std::ranges::none_of(excluded, matches);
}

bool isSemanticVersion(QByteArrayView tag)
{
    const char* at = tag.begin();
    const char* const end = tag.end();
    if (at != end && *at == 'v')
        ++at;
    for (int number = 0; number < 3; ++number) {
        if (number > 0) {
            if (at == end || *at != '.')
                return false;
            ++at;
        }
        at = pastNumber(at, end);
        if (!at)
            return false;
    }
    return at == end || ((*at == '-' || *at == '_') && at + 1 != end);
}

QByteArray canonicalForm(const CleanupPolicy& policy)
{
    const auto& protect = policy.protect;
    const QJsonObject form{
        {u"version"_s, 1},
        {u"grace"_s, milliseconds(policy.grace)},
        {u"untagged"_s, untaggedValue(policy.untagged)},
        {u"rules"_s, rulesValue(policy.rules)},
        {u"protect"_s, QJsonObject{{u"tags"_s, sorted(patterns(protect.tags))},
                                   {u"semver"_s, protect.semver},
                                   {u"lockFiles"_s, sorted(protect.lockFiles)},
                                   {u"deployed"_s, protect.deployed},
                                   {u"rollback"_s, protect.rollback}}},
        {u"orphans"_s, looseValue(policy.orphans)},
        {u"ghosts"_s, looseValue(policy.ghosts)},
        {u"limits"_s, QJsonObject{{u"versions"_s, static_cast<qint64>(policy.limits.versions)},
                                  {u"percent"_s, static_cast<qint64>(policy.limits.percent)}}},
        {u"packages"_s, sorted(patterns(policy.packages.included) + patterns(policy.packages.excluded, u"!"_s))},
    };
    return QJsonDocument(form).toJson(QJsonDocument::Compact);
}

Digest policyDigest(const CleanupPolicy& policy)
{
    return Digest::of(canonicalForm(policy));
}

} // namespace slipway
