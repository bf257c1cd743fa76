#include "simulator/draftreader.h"

#include "simulator/layerbytes.h"

#include <QSet>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

void refuseUnknownMembers(const JsonNode& node, std::initializer_list<QLatin1StringView> known)
{
    node.forEachMember([known](const QString& name, const JsonNode& member) {
        if (std::ranges::find(known, name) == known.end())
            member.refuse(u"is not a member that is known here"_s);
    });
}

StringMap readStringMap(const JsonNode& node)
{
    StringMap map;
    if (!node.absent())
        node.forEachMember([&map](const QString& name, const JsonNode& member) { map.insert(name, member.string()); });
    return map;
}

QStringList readStrings(const JsonNode& node)
{
    QStringList strings;
    if (!node.absent())
        node.forEach([&strings](const JsonNode& element) { strings.append(element.string()); });
    return strings;
}

bool readFlag(const JsonNode& node)
{
    return !node.absent() && node.boolean();
}

QDateTime readTime(const JsonNode& node)
{
    const auto time = node.time();
    if (!node.absent() && !time.isValid())
        node.refuse(u"expected an ISO 8601 time"_s);
    return time;
}

namespace
{

SimAccount readAccount(const JsonNode& node)
{
    SimAccount account;
    account.login = node["login"_L1].string();
    account.id = node["id"_L1].integer();
    return account;
}

SimAccount readOwner(const JsonNode& node)
{
    refuseUnknownMembers(node, {"login"_L1, "id"_L1, "type"_L1});
    auto owner = readAccount(node);
    const auto type = node["type"_L1];
    const auto word = type.string();
    if (word != "Organization"_L1 && word != "User"_L1)
        type.refuse(u"expected Organization or User"_s);
    owner.type = word == "Organization"_L1 ? OwnerType::Organization : OwnerType::User;
    return owner;
}

SimToken readToken(const JsonNode& node)
{
    refuseUnknownMembers(node, {"scopes"_L1, "role"_L1, "hidden"_L1, "sso"_L1, "expiresAt"_L1});
    SimToken token;
    token.scopes = readStrings(node["scopes"_L1]);
    token.hiddenPackages = readStrings(node.optional("hidden"_L1));
    token.needsSso = readFlag(node.optional("sso"_L1));
    if (const auto expires = node.optional("expiresAt"_L1); !expires.absent())
        token.expiresAt = readTime(expires);
    if (const auto role = node.optional("role"_L1); !role.absent()) {
        const auto word = role.string();
        if (word != "admin"_L1 && word != "read"_L1)
            role.refuse(u"expected admin or read"_s);
        token.role = word == "read"_L1 ? PackageRole::Read : PackageRole::Admin;
    }
    return token;
}

LayerDraft readLayer(const JsonNode& node)
{
    refuseUnknownMembers(node, {"size"_L1, "digest"_L1, "diffId"_L1});
    const auto size = node["size"_L1];
    LayerDraft layer{size.integer(), node["digest"_L1].digest(), node["diffId"_L1].digest()};
    if (layer.size < LayerBytes::kSmallest) {
        size.refuse(u"a layer has at least %1 bytes"_s.arg(LayerBytes::kSmallest));
        layer.size = LayerBytes::kSmallest;
    }
    return layer;
}

/// Refuses what occurs twice: ids over the file, keys and names in their scope.
class Uniqueness final
{
public:
    void check(const JsonNode& node, const QString& value)
    {
        if (m_seen.contains(value))
            node.refuse(u"occurs twice: %1"_s.arg(value));
        m_seen.insert(value);
    }

private:
    QSet<QString> m_seen;
};

/// Reads the packages, with what must be unique over the whole file.
class PackagesReader final
{
public:
    explicit PackagesReader(StateDraft& draft)
        : m_draft(draft)
    {
    }

    void read(const JsonNode& node)
    {
        refuseUnknownMembers(node, {"name"_L1, "id"_L1, "visibility"_L1, "repository"_L1, "createdAt"_L1,
                                    "updatedAt"_L1, "versions"_L1});
        PackageFacts facts;
        facts.name = node["name"_L1].string();
        facts.id = node["id"_L1].integer();
        m_names.check(node["name"_L1], facts.name);
        m_ids.check(node["id"_L1], u"package %1"_s.arg(facts.id));
        const auto visibility = node["visibility"_L1];
        if (visibility.string() != "public"_L1 && visibility.string() != "private"_L1)
            visibility.refuse(u"expected public or private"_s);
        facts.visibility = visibility.string() == "public"_L1 ? SimVisibility::Public : SimVisibility::Private;
        facts.repository = node.optional("repository"_L1).string();
        facts.createdAt = readTime(node["createdAt"_L1]);
        facts.updatedAt = readTime(node["updatedAt"_L1]);
        const auto name = facts.name;
        m_draft.packages.push_back(std::move(facts));
        node["versions"_L1].forEach([&](const JsonNode& version) { readVersion(version, name); });
    }

private:
    void readVersion(const JsonNode& node, const QString& package)
    {
        refuseUnknownMembers(node, {"key"_L1, "id"_L1, "createdAt"_L1, "updatedAt"_L1, "tags"_L1, "deletedAt"_L1,
                                    "downloads"_L1, "tagHistory"_L1, "image"_L1, "index"_L1, "artifact"_L1, "raw"_L1,
                                    "listedOnly"_L1});
        VersionDraft draft;
        draft.path = node.path();
        draft.package = package;
        draft.key = node.optional("key"_L1).string();
        if (!draft.key.isEmpty())
            m_keys.check(node["key"_L1], package + u'#' + draft.key);
        auto& row = draft.row;
        row.id = node["id"_L1].integer();
        m_ids.check(node["id"_L1], u"version %1"_s.arg(row.id));
        row.createdAt = readTime(node["createdAt"_L1]);
        row.updatedAt = readTime(node["updatedAt"_L1]);
        row.deletedAt = readTime(node.optional("deletedAt"_L1));
        row.presence = row.deletedAt.isValid() ? VersionPresence::Deleted : VersionPresence::Active;
        const auto downloads = node.optional("downloads"_L1);
        row.downloads = downloads.absent() ? 0 : downloads.integer();
        row.tags = readStrings(node.optional("tags"_L1));
        readHistory(node.optional("tagHistory"_L1), draft);
        readVersionContent(node, draft);
        m_draft.versions.push_back(std::move(draft));
    }

    static void readHistory(const JsonNode& node, VersionDraft& draft)
    {
        if (node.absent())
            return;
        node.forEach([&draft](const JsonNode& span) {
            refuseUnknownMembers(span, {"tag"_L1, "from"_L1, "until"_L1});
            draft.tagHistory.append(
                {span["tag"_L1].string(), readTime(span["from"_L1]), readTime(span.optional("until"_L1))});
        });
    }

    StateDraft& m_draft;
    Uniqueness m_names;
    Uniqueness m_ids;
    Uniqueness m_keys;
};

void readRepository(const JsonNode& node, SimulatorState& state)
{
    refuseUnknownMembers(node, {"name"_L1, "private"_L1, "archived"_L1, "issues"_L1, "protected"_L1, "files"_L1});
    SimRepository repository;
    SimFiles files;
    repository.name = node["name"_L1].string();
    repository.isPrivate = readFlag(node.optional("private"_L1));
    repository.isArchived = readFlag(node.optional("archived"_L1));
    if (const auto issues = node.optional("issues"_L1); !issues.absent())
        repository.hasIssues = issues.boolean();
    if (const auto globs = node.optional("protected"_L1); !globs.absent())
        globs.forEach([&repository](const JsonNode& glob) { repository.protectedBranches.append(glob.string()); });
    node["files"_L1].forEachMember(
        [&files](const QString& path, const JsonNode& text) { files.insert(path, text.string().toUtf8()); });
    repository.begin(files);
    state.repositories.push_back(std::move(repository));
}

void readAccounts(const JsonNode& root, SimulatorState& state)
{
    state.owner = readOwner(root["owner"_L1]);
    if (const auto viewer = root.optional("viewer"_L1); !viewer.absent()) {
        refuseUnknownMembers(viewer, {"login"_L1, "id"_L1});
        state.viewer = readAccount(viewer);
    }
    state.isOpenToVisitors = root.optional("openToVisitors"_L1).boolean();
    if (const auto tokens = root.optional("tokens"_L1); !tokens.absent()) {
        state.tokens.emplace();
        tokens.forEachMember(
            [&state](const QString& value, const JsonNode& token) { state.tokens->insert(value, readToken(token)); });
    }
}

} // namespace

Result<StateDraft> readStateDraft(const QByteArray& bytes, const QString& subject)
{
    JsonReader reader(bytes, subject);
    const auto root = reader.root();
    StateDraft draft;
    if (!reader.error()) {
        refuseUnknownMembers(root, {"version"_L1, "anchor"_L1, "owner"_L1, "viewer"_L1, "openToVisitors"_L1,
                                    "tokens"_L1, "layers"_L1, "packages"_L1, "repositories"_L1});
        if (const auto version = root["version"_L1]; version.integer() != 1)
            version.refuse(u"only version 1 is known"_s);
        draft.state.anchor = readTime(root["anchor"_L1]);
        readAccounts(root, draft.state);
        if (const auto layers = root.optional("layers"_L1); !layers.absent()) {
            layers.forEachMember(
                [&draft](const QString& name, const JsonNode& layer) { draft.layers.insert(name, readLayer(layer)); });
        }
        if (const auto repositories = root.optional("repositories"_L1); !repositories.absent())
            repositories.forEach([&draft](const JsonNode& node) { readRepository(node, draft.state); });
        PackagesReader packages(draft);
        root["packages"_L1].forEach([&packages](const JsonNode& package) { packages.read(package); });
    }
    if (const auto& error = reader.error())
        return std::unexpected(Error{ErrorKind::InvalidFile, subject, error->detail, std::nullopt});
    return draft;
}

} // namespace slipway
