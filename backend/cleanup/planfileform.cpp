// The plan as a JSON document.
#include "cleanup/planfile.h"
#include "core/jsonreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kForm = 1;
constexpr QLatin1StringView kSeal{"seal"};

/// Times as exact as the registry told them.
QString exactTime(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

Digest sealOf(QJsonObject document)
{
    document.remove(kSeal);
    return Digest::of(QJsonDocument(document).toJson(QJsonDocument::Compact));
}

template<typename Planned>
QJsonObject rowObject(const Planned& planned)
{
    return {{u"package"_s, planned.package.value},
            {u"id"_s, qint64(planned.id.value)},
            {u"digest"_s, planned.digest.toString()}};
}

QJsonObject deletionObject(const PlannedVersion& planned)
{
    auto object = rowObject(planned);
    object.insert(u"tags"_s, QJsonArray::fromStringList(planned.tags));
    object.insert(u"updatedAt"_s, exactTime(planned.updatedAt));
    object.insert(u"tree"_s, qint64(planned.tree.value));
    object.insert(u"rule"_s, planned.rule);
    object.insert(u"because"_s, planned.because);
    object.insert(u"freedBytes"_s, planned.freedBytes);
    object.insert(u"age"_s, qint64(planned.age.count()));
    return object;
}

QJsonObject keepObject(const PlannedKeep& planned)
{
    auto object = rowObject(planned);
    object.insert(u"tags"_s, QJsonArray::fromStringList(planned.tags));
    QJsonArray why;
    for (const KeepText& text : planned.why)
        why.append(QJsonObject{{u"reason"_s, text.reason}, {u"by"_s, text.by}});
    object.insert(u"why"_s, why);
    return object;
}

QJsonObject documentOf(const PlanFile& plan)
{
    QJsonArray deletions;
    for (const auto& planned : plan.deletions)
        deletions.append(deletionObject(planned));
    QJsonArray keep;
    for (const auto& planned : plan.keep)
        keep.append(keepObject(planned));
    QJsonArray blocked;
    for (const auto& planned : plan.blocked) {
        auto object = rowObject(planned);
        object.insert(u"reason"_s, planned.reason);
        blocked.append(object);
    }
    QJsonArray large;
    for (const auto& planned : plan.needsConfirmation) {
        large.append(QJsonObject{
            {u"package"_s, planned.package.value}, {u"versions"_s, planned.versions}, {u"percent"_s, planned.percent}});
    }
    QJsonArray skipped;
    for (const auto& planned : plan.skippedPackages)
        skipped.append(QJsonObject{{u"package"_s, planned.package.value}, {u"reason"_s, planned.reason}});
    QJsonArray broken;
    for (const Digest& digest : plan.brokenBefore)
        broken.append(digest.toString());
    QJsonObject document{{u"version"_s, kForm},
                         {u"server"_s, plan.server},
                         {u"owner"_s, plan.owner},
                         {u"createdAt"_s, exactTime(plan.createdAt)},
                         {u"policyDigest"_s, plan.policyDigest.toString()},
                         {u"complete"_s, plan.complete},
                         {u"delete"_s, deletions},
                         {u"keep"_s, keep},
                         {u"blocked"_s, blocked},
                         {u"needsConfirmation"_s, large},
                         {u"skippedPackages"_s, skipped},
                         {u"notices"_s, QJsonArray::fromStringList(plan.notices)},
                         {u"brokenBefore"_s, broken},
                         {u"freedBytes"_s, plan.freedBytes}};
    if (plan.readAt.isValid())
        document.insert(u"readAt"_s, exactTime(plan.readAt));
    return document;
}

QStringList readStrings(const JsonNode& node)
{
    QStringList strings;
    node.forEach([&](const JsonNode& one) { strings.append(one.string()); });
    return strings;
}

template<typename Planned>
Planned readRow(const JsonNode& node)
{
    Planned planned;
    planned.package = {node["package"_L1].string()};
    planned.id = {node["id"_L1].integer()};
    planned.digest = node["digest"_L1].digest();
    return planned;
}

PlannedVersion readDeletion(const JsonNode& node)
{
    auto planned = readRow<PlannedVersion>(node);
    planned.tags = readStrings(node["tags"_L1]);
    planned.updatedAt = node["updatedAt"_L1].time();
    planned.tree = {node["tree"_L1].integer()};
    planned.rule = node["rule"_L1].string();
    planned.because = node["because"_L1].string();
    planned.freedBytes = node["freedBytes"_L1].integer();
    planned.age = std::chrono::seconds(node["age"_L1].integer());
    return planned;
}

PlannedKeep readKeep(const JsonNode& node)
{
    auto planned = readRow<PlannedKeep>(node);
    planned.tags = readStrings(node["tags"_L1]);
    node["why"_L1].forEach(
        [&](const JsonNode& why) { planned.why.push_back({why["reason"_L1].string(), why["by"_L1].string()}); });
    return planned;
}

PlanFile readPlan(const JsonNode& root)
{
    PlanFile plan;
    plan.server = root["server"_L1].string();
    plan.owner = root["owner"_L1].string();
    plan.createdAt = root["createdAt"_L1].time();
    if (const auto readAt = root.optional("readAt"_L1); !readAt.absent())
        plan.readAt = readAt.time();
    plan.policyDigest = root["policyDigest"_L1].digest();
    plan.complete = root["complete"_L1].boolean();
    root["delete"_L1].forEach([&](const JsonNode& node) { plan.deletions.push_back(readDeletion(node)); });
    root["keep"_L1].forEach([&](const JsonNode& node) { plan.keep.push_back(readKeep(node)); });
    root["blocked"_L1].forEach([&](const JsonNode& node) {
        auto planned = readRow<PlannedBlock>(node);
        planned.reason = node["reason"_L1].string();
        plan.blocked.push_back(std::move(planned));
    });
    root["needsConfirmation"_L1].forEach([&](const JsonNode& node) {
        plan.needsConfirmation.push_back(
            {{node["package"_L1].string()}, node["versions"_L1].integer(), node["percent"_L1].number()});
    });
    root["skippedPackages"_L1].forEach([&](const JsonNode& node) {
        plan.skippedPackages.push_back({{node["package"_L1].string()}, node["reason"_L1].string()});
    });
    plan.notices = readStrings(root["notices"_L1]);
    root["brokenBefore"_L1].forEach([&](const JsonNode& node) { plan.brokenBefore.push_back(node.digest()); });
    plan.freedBytes = root["freedBytes"_L1].integer();
    return plan;
}

} // namespace

QByteArray writePlanFile(const PlanFile& plan)
{
    auto document = documentOf(plan);
    document.insert(kSeal, sealOf(document).toString());
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

Result<PlanFile> parsePlanFile(const QByteArray& text, const QString& fileName)
{
    const auto tr = [](const char* words) { return QCoreApplication::translate("Cleanup", words); };
    QJsonParseError parseError;
    const auto document = QJsonDocument::fromJson(text, &parseError);
    if (!document.isObject()) {
        return failure(ErrorKind::InvalidFile, fileName, tr("no whole JSON object, at byte %1").arg(parseError.offset));
    }
    const auto object = document.object();
    if (!object.contains(kSeal) || object["version"_L1].toInt() != kForm)
        return failure(ErrorKind::InvalidFile, fileName, tr("this is no cleanup plan of version 1"));
    const Digest seal = sealOf(object);
    if (object[kSeal].toString() != seal.toString()) {
        return failure(ErrorKind::Refused, tr("%1 was changed after it was made").arg(fileName),
                       tr("a plan is carried out as it was made: change the policy and make a new one"));
    }
    JsonReader reader(text, fileName);
    PlanFile plan = readPlan(reader.root());
    if (const auto& error = reader.error())
        return failure(ErrorKind::InvalidFile, fileName, error->detail);
    plan.seal = seal;
    return plan;
}

} // namespace slipway
