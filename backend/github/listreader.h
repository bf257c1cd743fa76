#pragma once

#include "github/githubhttp.h"
#include "github/pagecache.h"

#include <functional>
#include <memory>
#include <vector>

namespace slipway
{

/// A list as far as it could be read: a page that failed is a problem, the other pages are here.
template<typename Row>
struct PagedList final {
    std::vector<Row> rows;
    std::vector<Error> problems;
    int pages = 0;          ///< read
    int unchangedPages = 0; ///< of them, answered 304
    int followed = 0;       ///< links gone after, one behind the other
    QDateTime servedAt;     ///< the server's clock at the first page; invalid if it did not tell

    [[nodiscard]] bool isComplete() const { return problems.empty(); }
    [[nodiscard]] bool isUnchanged() const { return problems.empty() && unchangedPages == pages; }
};

/// One page of a list.
template<typename Row>
struct ListPage final {
    std::vector<Row> rows;
    QUrl next;                    ///< empty on the last page
    QUrl last;                    ///< empty if the server did not tell
    std::optional<Error> problem; ///< a link that cannot be followed: the rows are here, the pages behind it are not
    bool isUnchanged = false;
    QDateTime servedAt; ///< the server's clock; invalid if it did not tell
};

/// Reads a paged list: the first page, then those the `last` link counts side by side, then whatever came meanwhile.
/// With a cache every page is asked for conditionally. Links that leave the host are refused. One list, one reader,
/// made shared because its coroutines outlive the call.
template<typename Row>
class ListReader final
{
public:
    using Parser = Result<std::vector<Row>> (*)(const QByteArray& body, const QString& subject);

    /// `api` and `cache` (which may be null) outlive the reading.
    ListReader(const GithubHttp& api, PageCache* cache, QString subject, Parser parse, CallContext context)
        : m_api(api)
        , m_cache(cache)
        , m_subject(std::move(subject))
        , m_parse(parse)
        , m_context(std::move(context))
    {
    }

    /// An Error only when the first page could not be read.
    [[nodiscard]] static Task<Result<PagedList<Row>>> readAll(std::shared_ptr<ListReader> reader, QUrl first);
    [[nodiscard]] static Task<Result<ListPage<Row>>> readPage(std::shared_ptr<ListReader> reader, QUrl url);

private:
    enum class Following : std::uint8_t { Nothing, NextLinks };

    [[nodiscard]] static Task<void> readLater(std::shared_ptr<ListReader> reader, QUrl url, Following following);
    [[nodiscard]] Result<ListPage<Row>> pageFrom(const QByteArray& body, const QByteArray& link, const QUrl& url) const;
    void add(ListPage<Row> page);

    const GithubHttp& m_api;
    PageCache* m_cache;
    QString m_subject;
    Parser m_parse;
    CallContext m_context;
    PagedList<Row> m_list;
};

} // namespace slipway
