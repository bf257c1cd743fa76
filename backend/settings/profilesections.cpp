#include "settings/profilesections.h"

#include "domain/repositoryname.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kGib = 1024.0 * 1024 * 1024;
/// A thousand pebibytes: no registry has as much, and the bytes of it still count exactly enough.
constexpr double kMostGib = 1024.0 * 1024 * 1024;
constexpr int kHighestAlert = 1000;

Bytes readGib(YamlReader& reader, const YAML::Node& node)
{
    const double gib = reader.number(node, u"storage"_s);
    if (gib <= 0 || gib > kMostGib)
        reader.refuse(node, u"\"storage\": a budget is a number of GiB greater than 0"_s);
    return reader.error() ? 0 : static_cast<Bytes>(std::llround(gib * kGib));
}

std::vector<int> readAlerts(YamlReader& reader, const YAML::Node& node)
{
    std::vector<int> alerts;
    if (!reader.isSequence(node, u"alerts"_s))
        return alerts;
    for (const auto& entry : node) {
        const double percent = reader.number(entry, u"alerts"_s);
        const bool isWhole = percent == std::floor(percent) && percent >= 1 && percent <= kHighestAlert;
        if (!isWhole)
            reader.refuse(entry,
                          u"\"alerts\": a threshold is a whole number of percent from 1 to %1"_s.arg(kHighestAlert));
        else if (!alerts.empty() && percent <= alerts.back())
            reader.refuse(entry, u"\"alerts\": thresholds rise, and none is there twice"_s);
        else
            alerts.push_back(static_cast<int>(percent));
    }
    return alerts;
}

StorageBudget readBudget(YamlReader& reader, const YAML::Node& node)
{
    StorageBudget budget;
    if (!reader.isMapOf(node, {u"hub"_s, u"family"_s, u"storage"_s, u"alerts"_s}))
        return budget;
    if (const auto hub = node["hub"])
        budget.hub = reader.word(hub, u"hub"_s);
    if (const auto family = node["family"])
        budget.family = reader.word(family, u"family"_s);
    if (const auto alerts = node["alerts"])
        budget.alerts = readAlerts(reader, alerts);
    if (const auto storage = node["storage"])
        budget.bytes = readGib(reader, storage);
    else
        reader.refuse(node, u"a budget needs \"storage\", in GiB"_s);
    return budget;
}

double readPrice(YamlReader& reader, const YAML::Node& node, const QString& key)
{
    const double price = reader.number(node, key);
    if (price < 0)
        reader.refuse(node, u"\"%1\": a price is not negative"_s.arg(key));
    return price;
}

std::optional<TargetKind> targetKind(const QString& name)
{
    for (const auto kind : {TargetKind::Compose, TargetKind::Swarm, TargetKind::Ssh}) {
        if (targetKindName(kind) == name)
            return kind;
    }
    return std::nullopt;
}

/// A host goes into commands: what could be taken for an option or for more than a host is refused.
bool isHost(const QString& text)
{
    static const QRegularExpression shape(
        u"^(?:[A-Za-z_][A-Za-z0-9_.-]*@)?(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])(?::([0-9]{1,5}))?\\z"_s);
    const auto match = shape.match(text);
    return match.hasMatch() && (match.captured(1).isEmpty() || match.captured(1).toInt() <= 65535);
}

QStringList readServices(YamlReader& reader, const YAML::Node& node)
{
    QStringList services;
    if (!reader.isSequence(node, u"services"_s))
        return services;
    for (const auto& entry : node) {
        const QString service = reader.word(entry, u"services"_s);
        if (services.contains(service))
            reader.refuse(entry, u"\"services\": \"%1\" is there twice"_s.arg(service));
        services.append(service);
    }
    return services;
}

DeployTarget readTarget(YamlReader& reader, const YAML::Node& node)
{
    DeployTarget target;
    if (!reader.isMapOf(node, {u"name"_s, u"kind"_s, u"host"_s, u"services"_s, u"production"_s}))
        return target;
    for (const char* key : {"name", "kind"}) {
        if (!node[key])
            reader.refuse(node, u"a target needs \"%1\""_s.arg(QLatin1StringView(key)));
    }
    if (reader.error())
        return target;
    target.name = reader.word(node["name"], u"name"_s);
    const QString kind = reader.text(node["kind"], u"kind"_s);
    if (const auto known = targetKind(kind))
        target.kind = *known;
    else
        reader.refuse(node["kind"], u"\"kind\": there is no \"%1\"; known are compose, swarm, ssh"_s.arg(kind));
    if (const auto host = node["host"]) {
        target.host = reader.text(host, u"host"_s);
        if (!isHost(target.host))
            reader.refuse(host, u"\"host\": expected host, user@host or host:port"_s);
    } else if (target.kind == TargetKind::Ssh) {
        reader.refuse(node, u"a target of kind ssh needs \"host\""_s);
    }
    if (const auto services = node["services"])
        target.services = readServices(reader, services);
    if (const auto production = node["production"])
        target.isProduction = reader.flag(production, u"production"_s);
    return target;
}

} // namespace

QString targetKindName(TargetKind kind)
{
    switch (kind) {
    case TargetKind::Compose:
        return u"compose"_s;
    case TargetKind::Swarm:
        return u"swarm"_s;
    case TargetKind::Ssh:
        return u"ssh"_s;
    }
    return {};
}

std::vector<StorageBudget> readBudgets(YamlReader& reader, const YAML::Node& node)
{
    std::vector<StorageBudget> budgets;
    if (!reader.isSequence(node, u"budgets"_s))
        return budgets;
    for (const auto& entry : node) {
        auto budget = readBudget(reader, entry);
        const auto isSame = [&budget](const StorageBudget& other) {
            return other.hub == budget.hub && other.family == budget.family;
        };
        if (std::ranges::any_of(budgets, isSame))
            reader.refuse(entry, u"\"budgets\": there is one for the same hub and family already"_s);
        budgets.push_back(std::move(budget));
    }
    return budgets;
}

StatedPrices readPrices(YamlReader& reader, const YAML::Node& node)
{
    StatedPrices prices;
    if (!reader.isMapOf(node, {u"storage"_s, u"egress"_s, u"runner"_s, u"currency"_s}))
        return prices;
    if (const auto storage = node["storage"])
        prices.storagePerGibMonth = readPrice(reader, storage, u"storage"_s);
    if (const auto egress = node["egress"])
        prices.egressPerGib = readPrice(reader, egress, u"egress"_s);
    if (const auto runner = node["runner"])
        prices.runnerPerMonth = readPrice(reader, runner, u"runner"_s);
    if (const auto currency = node["currency"]) {
        static const QRegularExpression shape(u"^[A-Z]{3}\\z"_s);
        prices.currency = reader.text(currency, u"currency"_s);
        if (!shape.match(*prices.currency).hasMatch())
            reader.refuse(currency, u"\"currency\": three capital letters such as USD or EUR"_s);
    }
    return prices;
}

std::vector<DeployTarget> readTargets(YamlReader& reader, const YAML::Node& node)
{
    std::vector<DeployTarget> targets;
    if (!reader.isSequence(node, u"targets"_s))
        return targets;
    for (const auto& entry : node) {
        auto target = readTarget(reader, entry);
        if (std::ranges::contains(targets, target.name, &DeployTarget::name))
            reader.refuse(entry, u"\"targets\": the name \"%1\" is there twice"_s.arg(target.name));
        targets.push_back(std::move(target));
    }
    return targets;
}

QString FileFinder::find(YamlReader& reader, const YAML::Node& node, const QString& key) const
{
    const QString name = reader.word(node, key);
    if (reader.error())
        return {};
    const QString path = QDir::cleanPath(QFileInfo(profilePath).dir().filePath(name));
    if (isFile && !isFile(path))
        reader.refuse(node, u"\"%1\": there is no file %2"_s.arg(key, path));
    return path;
}

std::vector<PolicyFile> readPolicies(YamlReader& reader, const YAML::Node& node, const FileFinder& files)
{
    std::vector<PolicyFile> policies;
    if (!reader.isSequence(node, u"policies"_s))
        return policies;
    for (const auto& entry : node) {
        if (!reader.isMapOf(entry, {u"packages"_s, u"file"_s}))
            return policies;
        if (!entry["file"]) {
            reader.refuse(entry, u"a policy needs \"file\""_s);
            return policies;
        }
        const auto packages = entry["packages"];
        auto glob = Glob::parse(packages ? reader.text(packages, u"packages"_s) : u"*"_s);
        if (!glob) {
            reader.refuse(packages, u"\"packages\": "_s + glob.error().detail);
            return policies;
        }
        const auto isSame = [&glob](const PolicyFile& other) { return other.packages.pattern() == glob->pattern(); };
        if (std::ranges::any_of(policies, isSame))
            reader.refuse(entry, u"\"policies\": there is one for the packages \"%1\" already"_s.arg(glob->pattern()));
        policies.push_back({*std::move(glob), files.find(reader, entry["file"], u"file"_s)});
    }
    return policies;
}

ProfileRepository readRepository(YamlReader& reader, const YAML::Node& node)
{
    ProfileRepository repository;
    if (!reader.isMapOf(node, {u"name"_s, u"base"_s, u"folder"_s, u"lock"_s, u"issues"_s}))
        return repository;
    if (const auto name = node["name"]) {
        repository.name = reader.word(name, u"name"_s);
        if (!repository.name.isEmpty() && !parseRepositoryName(repository.name, u"owner"_s))
            reader.refuseValue(name, u"name"_s, u"expected OWNER/NAME, or NAME alone"_s);
    } else {
        reader.refuse(node, u"a repository needs a \"name\""_s);
    }
    if (const auto base = node["base"])
        repository.base = reader.word(base, u"base"_s);
    if (const auto folder = node["folder"]) {
        repository.folder = QDir::cleanPath(reader.word(folder, u"folder"_s));
        if (repository.folder.startsWith(u'/') || repository.folder.startsWith(".."_L1))
            reader.refuseValue(folder, u"folder"_s, u"expected a folder of the repository"_s);
    }
    if (const auto lock = node["lock"])
        repository.lock = pathInRepository(reader, lock, u"lock"_s, {});
    if (const auto issues = node["issues"])
        repository.hasIssues = reader.flag(issues, u"issues"_s);
    return repository;
}

QString pathInRepository(YamlReader& reader, const YAML::Node& node, const QString& key,
                         const ProfileRepository& repository)
{
    const QString named = reader.word(node, key);
    QString path = QDir::cleanPath(repository.folder.isEmpty() ? named : repository.folder + u'/' + named);
    if (!named.startsWith(u'/') && !path.startsWith(".."_L1))
        return path;
    reader.refuse(node, u"\"%1\": %2 lies outside of the repository"_s.arg(key, named));
    return {};
}

} // namespace slipway
