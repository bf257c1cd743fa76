// A repository and its files; tickets are in ticketjson.cpp.
#include "simulator/repositoryjson.h"

#include "simulator/githubjson.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// https://docs.github.com/en/rest/repos/contents: files between 1 and 100 MB have no content in JSON.
constexpr qsizetype kLargestContent = 1024 * 1024;
constexpr int kBase64Line = 60;

/// In lines, as GitHub writes it.
QString base64Of(const QByteArray& bytes)
{
    const QByteArray text = bytes.toBase64();
    QByteArray lines;
    for (qsizetype from = 0; from < text.size(); from += kBase64Line)
        lines += text.sliced(from, std::min<qsizetype>(kBase64Line, text.size() - from)) + '\n';
    return QString::fromLatin1(lines);
}

/// Of all that lies below it: one thing for one content, but not git's own.
QString folderHash(const SimFiles& files, const QString& path)
{
    QByteArray all;
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        if (path.isEmpty() || file.key().startsWith(path + u'/'))
            all += file.key().toUtf8() + '\n' + gitHash("blob", *file).toLatin1() + '\n';
    return gitHash("tree", all);
}

QString nodeId(const QByteArray& kind, const QString& name)
{
    return QString::fromLatin1((kind + name.toUtf8()).toBase64());
}

} // namespace

RepositoryJson::RepositoryJson(const SimulatorState& state, const SimRepository& repository, QString base, bool mayPush)
    : m_state(state)
    , m_repository(repository)
    , m_base(std::move(base))
    , m_mayPush(mayPush)
    , m_full(state.owner.login + u'/' + repository.name)
    , m_url(m_base + u"/repos/"_s + m_full)
    , m_page(u"https://github.com/"_s + m_full)
{
}

QJsonObject RepositoryJson::repository() const
{
    QJsonObject json = GithubJson(m_state, m_base).repository(m_repository.name);
    const auto open = std::ranges::count_if(m_repository.issues, &SimIssue::isOpen)
                      + std::ranges::count_if(m_repository.pulls, &SimPull::isOpen);
    const QString at = m_state.anchor.toUTC().toString(Qt::ISODate);
    const QJsonObject more{
        {u"private"_s, m_repository.isPrivate},
        {u"visibility"_s, m_repository.isPrivate ? u"private"_s : u"public"_s},
        {u"default_branch"_s, QString(SimRepository::kDefaultBranch)},
        {u"archived"_s, m_repository.isArchived},
        {u"disabled"_s, false},
        {u"has_issues"_s, m_repository.hasIssues},
        {u"has_projects"_s, true},
        {u"has_wiki"_s, false},
        {u"has_pages"_s, false},
        {u"has_downloads"_s, false},
        {u"has_discussions"_s, false},
        {u"clone_url"_s, m_page + u".git"_s},
        {u"git_url"_s, u"git://github.com/%1.git"_s.arg(m_full)},
        {u"ssh_url"_s, u"git@github.com:%1.git"_s.arg(m_full)},
        {u"svn_url"_s, m_page},
        {u"forks"_s, 0},
        {u"forks_count"_s, 0},
        {u"stargazers_count"_s, 0},
        {u"watchers"_s, 0},
        {u"watchers_count"_s, 0},
        {u"network_count"_s, 0},
        {u"subscribers_count"_s, 0},
        {u"open_issues"_s, qint64{open}},
        {u"open_issues_count"_s, qint64{open}},
        {u"size"_s, 1},
        {u"homepage"_s, QJsonValue::Null},
        {u"language"_s, QJsonValue::Null},
        {u"mirror_url"_s, QJsonValue::Null},
        {u"license"_s, QJsonValue::Null},
        {u"pushed_at"_s, at},
        {u"created_at"_s, at},
        {u"updated_at"_s, at},
        {u"permissions"_s, QJsonObject{{u"admin"_s, m_mayPush},
                                       {u"maintain"_s, m_mayPush},
                                       {u"push"_s, m_mayPush},
                                       {u"triage"_s, m_mayPush},
                                       {u"pull"_s, true}}},
    };
    for (auto member = more.begin(); member != more.end(); ++member)
        json.insert(member.key(), member.value());
    return json;
}

QJsonObject RepositoryJson::tree(const SimFiles& files, bool isRecursive) const
{
    QJsonArray entries;
    QStringList folders;
    const auto add = [&](const QString& path, QLatin1StringView mode, QLatin1StringView type, const QString& sha) {
        QJsonObject json{{u"path"_s, path}, {u"mode"_s, mode}, {u"type"_s, type}, {u"sha"_s, sha}};
        if (type == "blob"_L1)
            json.insert(u"size"_s, files.value(path).size());
        json.insert(u"url"_s, m_url + (type == "blob"_L1 ? u"/git/blobs/"_s : u"/git/trees/"_s) + sha);
        entries.append(json);
    };
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const QStringList parts = file.key().split(u'/');
        for (qsizetype depth = 1; depth < parts.size() && (isRecursive || depth == 1); ++depth) {
            const QString folder = parts.first(depth).join(u'/');
            if (!folders.contains(folder)) {
                folders.append(folder);
                add(folder, "040000"_L1, "tree"_L1, folderHash(files, folder));
            }
        }
        if (isRecursive || parts.size() == 1)
            add(file.key(), "100644"_L1, "blob"_L1, gitHash("blob", *file));
    }
    const QString sha = folderHash(files, {});
    return {{u"sha"_s, sha}, {u"url"_s, m_url + u"/git/trees/"_s + sha}, {u"tree"_s, entries}, {u"truncated"_s, false}};
}

QJsonObject RepositoryJson::blob(const QByteArray& bytes) const
{
    const QString sha = gitHash("blob", bytes);
    return {{u"sha"_s, sha},
            {u"node_id"_s, nodeId("04:Blob", sha)},
            {u"size"_s, bytes.size()},
            {u"url"_s, m_url + u"/git/blobs/"_s + sha},
            {u"content"_s, base64Of(bytes)},
            {u"encoding"_s, u"base64"_s}};
}

QJsonObject RepositoryJson::entry(const QString& path, const QString& type, const QString& sha, qint64 size,
                                  const QString& reference) const
{
    const QString self = m_url + u"/contents/"_s + path + u"?ref="_s + reference;
    const bool isFile = type == "file"_L1;
    const QString git = m_url + (isFile ? u"/git/blobs/"_s : u"/git/trees/"_s) + sha;
    const QString page = m_page + (isFile ? u"/blob/"_s : u"/tree/"_s) + reference + u'/' + path;
    const QJsonValue download =
        isFile ? QJsonValue(u"https://raw.githubusercontent.com/"_s + m_full + u'/' + reference + u'/' + path)
               : QJsonValue();
    return {{u"name"_s, path.section(u'/', -1)},
            {u"path"_s, path},
            {u"sha"_s, sha},
            {u"size"_s, size},
            {u"type"_s, type},
            {u"url"_s, self},
            {u"git_url"_s, git},
            {u"html_url"_s, page},
            {u"download_url"_s, download},
            {u"_links"_s, QJsonObject{{u"self"_s, self}, {u"git"_s, git}, {u"html"_s, page}}}};
}

QJsonObject RepositoryJson::file(const QString& path, const QByteArray& bytes, const QString& reference) const
{
    QJsonObject json = entry(path, u"file"_s, gitHash("blob", bytes), bytes.size(), reference);
    const bool isTold = bytes.size() <= kLargestContent;
    json.insert(u"content"_s, isTold ? base64Of(bytes) : QString());
    json.insert(u"encoding"_s, isTold ? u"base64"_s : u"none"_s);
    return json;
}

QJsonArray RepositoryJson::folder(const SimFiles& files, const QString& path, const QString& reference) const
{
    QJsonArray entries;
    QString last;
    const QString prefix = path.isEmpty() ? QString() : path + u'/';
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (!file.key().startsWith(prefix))
            continue;
        const QString name = file.key().sliced(prefix.size()).section(u'/', 0, 0);
        if (prefix + name == file.key())
            entries.append(entry(file.key(), u"file"_s, gitHash("blob", *file), file->size(), reference));
        else if (std::exchange(last, name) != name)
            entries.append(entry(prefix + name, u"dir"_s, folderHash(files, prefix + name), 0, reference));
    }
    return entries;
}

QJsonObject RepositoryJson::branch(const QString& name) const
{
    const QString sha = m_repository.branches().value(name);
    return {{u"ref"_s, u"refs/heads/"_s + name},
            {u"node_id"_s, nodeId("03:Ref", name)},
            {u"url"_s, m_url + u"/git/refs/heads/"_s + name},
            {u"object"_s,
             QJsonObject{{u"type"_s, u"commit"_s}, {u"sha"_s, sha}, {u"url"_s, m_url + u"/git/commits/"_s + sha}}}};
}

QJsonObject RepositoryJson::gitCommit(const SimCommit& commit) const
{
    const QDateTime at = commit.at.isValid() ? commit.at : m_state.anchor;
    const QString tree = folderHash(commit.files, {});
    const QJsonObject person{{u"name"_s, m_state.viewer.login},
                             {u"email"_s, m_state.viewer.login + u"@users.noreply.github.com"_s},
                             {u"date"_s, at.toUTC().toString(Qt::ISODate)}};
    return {{u"author"_s, person},
            {u"committer"_s, person},
            {u"message"_s, commit.message},
            {u"tree"_s, QJsonObject{{u"sha"_s, tree}, {u"url"_s, m_url + u"/git/trees/"_s + tree}}}};
}

QJsonArray RepositoryJson::parents(const SimCommit& commit, const QString& url) const
{
    if (commit.parent.isEmpty())
        return {};
    return {QJsonObject{{u"sha"_s, commit.parent},
                        {u"url"_s, url + commit.parent},
                        {u"html_url"_s, m_page + u"/commit/"_s + commit.parent}}};
}

QJsonObject RepositoryJson::commit(const QString& hash) const
{
    const SimCommit& commit = *m_repository.commit(hash);
    const QString url = m_url + u"/commits/"_s;
    QJsonObject git = gitCommit(commit);
    git.insert(u"url"_s, m_url + u"/git/commits/"_s + hash);
    git.insert(u"comment_count"_s, 0);
    return {{u"sha"_s, hash},
            {u"node_id"_s, nodeId("06:Commit", hash)},
            {u"url"_s, url + hash},
            {u"html_url"_s, m_page + u"/commit/"_s + hash},
            {u"comments_url"_s, url + hash + u"/comments"_s},
            {u"commit"_s, git},
            {u"author"_s, viewer()},
            {u"committer"_s, viewer()},
            {u"parents"_s, parents(commit, url)}};
}

QJsonObject RepositoryJson::fileCommit(const QString& path, const QString& branch) const
{
    const QString sha = m_repository.branches().value(branch);
    const SimCommit& commit = *m_repository.commit(sha);
    const QByteArray bytes = commit.files.value(path);
    const QString url = m_url + u"/git/commits/"_s;
    QJsonObject git = gitCommit(commit);
    git.insert(u"sha"_s, sha);
    git.insert(u"node_id"_s, nodeId("06:Commit", sha));
    git.insert(u"url"_s, url + sha);
    git.insert(u"html_url"_s, m_page + u"/commit/"_s + sha);
    git.insert(u"parents"_s, parents(commit, url));
    return {{u"content"_s, entry(path, u"file"_s, gitHash("blob", bytes), bytes.size(), branch)}, {u"commit"_s, git}};
}

} // namespace slipway
