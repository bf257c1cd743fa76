#include "github/repositoryclient.h"

#include "core/format.h"
#include "core/jsonreader.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kSymbolicLink = "120000"_L1;

QString encoded(const QString& segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

/// GitHub's base64 has line feeds.
std::optional<QByteArray> decoded(const QString& content)
{
    QByteArray text = content.toLatin1();
    text.replace('\n', "");
    auto result = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

} // namespace

Result<RepositoryTree> parseRepositoryTree(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    RepositoryTree tree;
    const auto root = reader.root();
    root["tree"_L1].forEach([&tree](const JsonNode& entry) {
        const QString path = entry["path"_L1].string();
        if (entry["type"_L1].string() == "blob"_L1 && entry["mode"_L1].string() != kSymbolicLink)
            tree.paths.append(path);
    });
    tree.isPartial = root["truncated"_L1].boolean();
    return reader.finish(std::move(tree));
}

Result<RepositoryContent> parseRepositoryContent(const QByteArray& body, const QString& subject)
{
    // Of a folder it is a list.
    if (body.trimmed().startsWith('['))
        return RepositoryContent{};
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    RepositoryContent content;
    const auto root = reader.root();
    content.isFile = root["type"_L1].string() == "file"_L1;
    if (!content.isFile)
        return reader.finish(std::move(content));
    content.size = root["size"_L1].integer();
    content.blob = root["sha"_L1].string();
    if (root["encoding"_L1].string() == "base64"_L1) {
        content.bytes = decoded(root["content"_L1].string());
        if (!content.bytes)
            root["content"_L1].refuse(u"expected base64"_s);
    }
    return reader.finish(std::move(content));
}

Result<QByteArray> parseRepositoryBlob(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    const QString encoding = root["encoding"_L1].string();
    const QString content = root["content"_L1].string();
    const auto bytes = encoding == "base64"_L1 ? decoded(content) : std::optional(content.toUtf8());
    if (!bytes)
        root["content"_L1].refuse(u"expected base64"_s);
    return reader.finish(bytes.value_or(QByteArray()));
}

RepositoryClient::RepositoryClient(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_api(transport, std::move(access), std::move(clock))
{
}

QString RepositoryClient::base(const RepositoryName& repository) const
{
    return u"/repos/"_s + encoded(repository.owner) + u'/' + encoded(repository.name);
}

Task<Result<RepositoryTree>> RepositoryClient::tree(RepositoryName repository, CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "the files of %1").arg(repository.toText());
    const auto response = co_await m_api.get(m_api.url(base(repository) + u"/git/trees/HEAD"_s, u"recursive=1"_s),
                                             subject, std::move(context));
    if (!response) {
        // https://docs.github.com/en/rest/git/trees: 409 for a repository that is empty.
        const Error& error = response.error();
        if (error.kind == ErrorKind::UnexpectedStatus && error.detail.contains("409"_L1))
            co_return Result<RepositoryTree>(RepositoryTree());
        co_return std::unexpected(error);
    }
    co_return parseRepositoryTree(response->body, subject);
}

Task<Result<QByteArray>> RepositoryClient::file(RepositoryName repository, QString path, qint64 largest,
                                                CallContext context) const
{
    const QString subject = QCoreApplication::translate("Subject", "%1 in %2").arg(path, repository.toText());
    QStringList parts = path.split(u'/');
    for (QString& part : parts)
        part = encoded(part);
    const auto response =
        co_await m_api.get(m_api.url(base(repository) + u"/contents/"_s + parts.join(u'/')), subject, context);
    if (!response)
        co_return std::unexpected(response.error());
    auto content = parseRepositoryContent(response->body, subject);
    if (!content)
        co_return std::unexpected(content.error());
    if (!content->isFile)
        co_return failure(ErrorKind::InvalidFile, subject, QCoreApplication::translate("Subject", "it is no file"));
    if (content->size > largest) {
        co_return failure(ErrorKind::InvalidFile, subject,
                          QCoreApplication::translate("Subject", "it has %1; files of up to %2 are shown")
                              .arg(formatBytes(content->size), formatBytes(largest)));
    }
    if (content->bytes)
        co_return Result<QByteArray>(*std::move(content->bytes));
    const auto blob = co_await m_api.get(m_api.url(base(repository) + u"/git/blobs/"_s + encoded(content->blob)),
                                         subject, std::move(context));
    if (!blob)
        co_return std::unexpected(blob.error());
    co_return parseRepositoryBlob(blob->body, subject);
}

} // namespace slipway
