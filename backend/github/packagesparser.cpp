#include "github/packagesparser.h"

#include "core/jsonreader.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Visibility readVisibility(const JsonNode& node)
{
    const QString text = node.string();
    if (text == "public"_L1)
        return Visibility::Public;
    return text == "internal"_L1 ? Visibility::Internal : Visibility::Private;
}

ListedPackage readPackage(const JsonNode& node)
{
    ListedPackage package;
    package.name = {node["name"_L1].string()};
    package.id = node["id"_L1].integer();
    package.visibility = readVisibility(node["visibility"_L1]);
    package.versionCount = node.optional("version_count"_L1).integer();
    if (const auto repository = node.optional("repository"_L1); !repository.absent())
        package.repository = repository.optional("name"_L1).string();
    package.createdAt = node.optional("created_at"_L1).time();
    package.updatedAt = node.optional("updated_at"_L1).time();
    return package;
}

ListedVersion readVersion(const JsonNode& node)
{
    ListedVersion version;
    version.id = {node["id"_L1].integer()};
    version.digest = node["name"_L1].digest();
    version.createdAt = node.optional("created_at"_L1).time();
    version.updatedAt = node.optional("updated_at"_L1).time();
    const auto metadata = node.optional("metadata"_L1);
    if (metadata.absent())
        return version;
    const auto container = metadata.optional("container"_L1);
    if (container.absent())
        return version;
    if (const auto tags = container.optional("tags"_L1); !tags.absent())
        tags.forEach([&](const JsonNode& tag) { version.tags.append({tag.string()}); });
    return version;
}

} // namespace

Result<Owner> parseOwner(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    Owner owner{root["login"_L1].string(), root["id"_L1].integer(), OwnerKind::User};
    if (root["type"_L1].string() == "Organization"_L1)
        owner.kind = OwnerKind::Organization;
    return reader.finish(std::move(owner));
}

Result<std::vector<ListedPackage>> parsePackages(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    std::vector<ListedPackage> packages;
    reader.root().forEach([&](const JsonNode& node) { packages.push_back(readPackage(node)); });
    return reader.finish(std::move(packages));
}

Result<std::vector<ListedVersion>> parseVersions(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    std::vector<ListedVersion> versions;
    reader.root().forEach([&](const JsonNode& node) { versions.push_back(readVersion(node)); });
    return reader.finish(std::move(versions));
}

Result<ListedVersion> parseVersion(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    auto version = readVersion(reader.root());
    return reader.finish(std::move(version));
}

} // namespace slipway
