#include "simulator/githubrepositories.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// https://docs.github.com/en/rest/repos/contents: files between 1 and 100 MB have no content in JSON.
constexpr qsizetype kLargestContent = 1024 * 1024;
constexpr int kBase64Line = 60;

HttpAnswer notFound()
{
    return githubError(404, u"Not Found"_s);
}

QString hashOf(const QByteArray& kind, const QByteArray& bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(kind + ' ' + QByteArray::number(bytes.size()));
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

/// In lines, as GitHub writes it.
QString base64Of(const QByteArray& bytes)
{
    const QByteArray text = bytes.toBase64();
    QByteArray lines;
    for (qsizetype from = 0; from < text.size(); from += kBase64Line)
        lines += text.sliced(from, std::min<qsizetype>(kBase64Line, text.size() - from)) + '\n';
    return QString::fromLatin1(lines);
}

/// The JSON of one repository.
class RepositoryJson final
{
public:
    RepositoryJson(const SimulatorState& state, const SimRepository& repository, const QString& base)
        : m_repository(repository)
        , m_full(state.owner.login + u'/' + repository.name)
        , m_url(base + u"/repos/"_s + m_full)
    {
    }

    /// Folders as well as files, as `recursive` gives them, or only what lies at the root.
    [[nodiscard]] QJsonObject tree(bool isRecursive) const;
    [[nodiscard]] QJsonObject blob(const QByteArray& bytes) const;
    [[nodiscard]] QJsonObject file(const QString& path, const QByteArray& bytes) const;
    /// The entries of a folder; empty where there is none.
    [[nodiscard]] QJsonArray folder(const QString& path) const;

private:
    [[nodiscard]] QJsonObject entry(const QString& path, const QString& type, const QString& sha, qint64 size) const;
    [[nodiscard]] QString folderHash(const QString& path) const;

    const SimRepository& m_repository;
    QString m_full;
    QString m_url;
};

/// Of all that lies below it: one thing for one content, but not git's own.
QString RepositoryJson::folderHash(const QString& path) const
{
    QByteArray all;
    for (auto file = m_repository.files.cbegin(); file != m_repository.files.cend(); ++file)
        if (path.isEmpty() || file.key().startsWith(path + u'/'))
            all += file.key().toUtf8() + '\n' + hashOf("blob", *file).toLatin1() + '\n';
    return hashOf("tree", all);
}

QJsonObject RepositoryJson::tree(bool isRecursive) const
{
    QJsonArray entries;
    QStringList folders;
    const auto add = [&](const QString& path, QLatin1StringView mode, QLatin1StringView type, const QString& sha) {
        QJsonObject json{{u"path"_s, path}, {u"mode"_s, mode}, {u"type"_s, type}, {u"sha"_s, sha}};
        if (type == "blob"_L1)
            json.insert(u"size"_s, m_repository.files.value(path).size());
        json.insert(u"url"_s, m_url + (type == "blob"_L1 ? u"/git/blobs/"_s : u"/git/trees/"_s) + sha);
        entries.append(json);
    };
    for (auto file = m_repository.files.cbegin(); file != m_repository.files.cend(); ++file) {
        const QStringList parts = file.key().split(u'/');
        for (qsizetype depth = 1; depth < parts.size() && (isRecursive || depth == 1); ++depth) {
            const QString folder = parts.first(depth).join(u'/');
            if (!folders.contains(folder)) {
                folders.append(folder);
                add(folder, "040000"_L1, "tree"_L1, folderHash(folder));
            }
        }
        if (isRecursive || parts.size() == 1)
            add(file.key(), "100644"_L1, "blob"_L1, hashOf("blob", *file));
    }
    const QString sha = folderHash({});
    return {{u"sha"_s, sha}, {u"url"_s, m_url + u"/git/trees/"_s + sha}, {u"tree"_s, entries}, {u"truncated"_s, false}};
}

QJsonObject RepositoryJson::blob(const QByteArray& bytes) const
{
    const QString sha = hashOf("blob", bytes);
    return {{u"sha"_s, sha},
            {u"node_id"_s, QString::fromLatin1(("04:Blob" + sha.toLatin1()).toBase64())},
            {u"size"_s, bytes.size()},
            {u"url"_s, m_url + u"/git/blobs/"_s + sha},
            {u"content"_s, base64Of(bytes)},
            {u"encoding"_s, u"base64"_s}};
}

QJsonObject RepositoryJson::entry(const QString& path, const QString& type, const QString& sha, qint64 size) const
{
    const QString self = m_url + u"/contents/"_s + path + u"?ref=main"_s;
    const bool isFile = type == "file"_L1;
    const QString git = m_url + (isFile ? u"/git/blobs/"_s : u"/git/trees/"_s) + sha;
    const QString page = u"https://github.com/"_s + m_full + (isFile ? u"/blob/main/"_s : u"/tree/main/"_s) + path;
    const QJsonValue download =
        isFile ? QJsonValue(u"https://raw.githubusercontent.com/"_s + m_full + u"/main/"_s + path) : QJsonValue();
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

QJsonObject RepositoryJson::file(const QString& path, const QByteArray& bytes) const
{
    QJsonObject json = entry(path, u"file"_s, hashOf("blob", bytes), bytes.size());
    const bool isTold = bytes.size() <= kLargestContent;
    json.insert(u"content"_s, isTold ? base64Of(bytes) : QString());
    json.insert(u"encoding"_s, isTold ? u"base64"_s : u"none"_s);
    return json;
}

QJsonArray RepositoryJson::folder(const QString& path) const
{
    QJsonArray entries;
    QString last;
    const QString prefix = path.isEmpty() ? QString() : path + u'/';
    for (auto file = m_repository.files.cbegin(); file != m_repository.files.cend(); ++file) {
        if (!file.key().startsWith(prefix))
            continue;
        const QString name = file.key().sliced(prefix.size()).section(u'/', 0, 0);
        if (prefix + name == file.key())
            entries.append(entry(file.key(), u"file"_s, hashOf("blob", *file), file->size()));
        else if (std::exchange(last, name) != name)
            entries.append(entry(prefix + name, u"dir"_s, folderHash(prefix + name), 0));
    }
    return entries;
}

const SimRepository* repositoryOf(const SimulatorState& state, const Caller& caller, const QStringList& parts)
{
    if (parts.value(1).compare(state.owner.login, Qt::CaseInsensitive) != 0)
        return nullptr;
    const auto found = std::ranges::find_if(state.repositories, [&](const SimRepository& repository) {
        return repository.name.compare(parts.value(2), Qt::CaseInsensitive) == 0;
    });
    if (found == state.repositories.end() || (found->isPrivate && !caller.hasScope(u"repo"_s)))
        return nullptr;
    return &*found;
}

} // namespace

HttpAnswer repositoryAnswer(const SimulatorState& state, const ServedRequest& request, const Caller& caller,
                            const QStringList& parts)
{
    const auto* repository = repositoryOf(state, caller, parts);
    if (!repository)
        return notFound();
    const RepositoryJson json(state, *repository, request.base());
    const QStringList rest = parts.sliced(std::min<qsizetype>(3, parts.size()));
    if (rest.size() == 3 && rest[0] == "git"_L1 && rest[1] == "trees"_L1) {
        if (repository->files.isEmpty())
            return githubError(409, u"Git Repository is empty."_s);
        const bool isKnown = rest[2] == "HEAD"_L1 || rest[2] == "main"_L1;
        const bool isRecursive = !request.queryValue(u"recursive"_s).isNull();
        return isKnown ? jsonAnswer(200, QJsonDocument(json.tree(isRecursive))) : notFound();
    }
    if (rest.size() == 3 && rest[0] == "git"_L1 && rest[1] == "blobs"_L1) {
        const auto found = std::ranges::find_if(
            repository->files, [&](const QByteArray& bytes) { return hashOf("blob", bytes) == rest[2]; });
        return found == repository->files.end() ? notFound() : jsonAnswer(200, QJsonDocument(json.blob(*found)));
    }
    if (rest.value(0) == "contents"_L1) {
        const QString path = rest.sliced(1).join(u'/');
        if (const auto file = repository->files.constFind(path); file != repository->files.cend())
            return jsonAnswer(200, QJsonDocument(json.file(path, *file)));
        const QJsonArray entries = json.folder(path);
        return entries.isEmpty() ? notFound() : jsonAnswer(200, QJsonDocument(entries));
    }
    return notFound();
}

} // namespace slipway
