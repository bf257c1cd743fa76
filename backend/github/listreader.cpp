#include "github/listreader.h"

#include "core/redact.h"
#include "domain/listing.h"
#include "github/issues.h"
#include "github/linkheader.h"

#include <QUrlQuery>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// More than any list has (GitHub ends package lists at 100 pages): a server that goes on for ever is not followed for
/// ever.
constexpr int kMostPages = 20'000;

/// Pages 2 to last of a list, made from the `last` link; empty without one.
std::vector<QUrl> laterPages(const QUrl& last)
{
    QUrlQuery query(last);
    const int count = query.queryItemValue(u"page"_s).toInt();
    if (count > kMostPages)
        return {};
    std::vector<QUrl> pages;
    for (int page = 2; page <= count; ++page) {
        query.removeQueryItem(u"page"_s);
        query.addQueryItem(u"page"_s, QString::number(page));
        QUrl url = last;
        url.setQuery(query);
        pages.push_back(url);
    }
    return pages;
}

/// A last page that is full stays as it is when the list grows behind it: whether it is the last tells only the page
/// itself, not that it is unchanged.
template<typename Row>
bool mayGrowBehind(const ListPage<Row>& page, const QUrl& url)
{
    const auto most = QUrlQuery(url).queryItemValue(u"per_page"_s).toULongLong();
    return page.next.isEmpty() && most > 0 && page.rows.size() >= most;
}

} // namespace

template<typename Row>
Result<ListPage<Row>> ListReader<Row>::pageFrom(const QByteArray& body, const QByteArray& link, const QUrl& url) const
{
    auto rows = m_parse(body, m_subject);
    if (!rows)
        return std::unexpected(rows.error());
    const auto links = parseLinkHeader(link, url);
    const QUrl next = links.value("next"_ba);
    const QUrl last = links.value("last"_ba);
    ListPage<Row> page;
    page.rows = std::move(*rows);
    for (const QUrl& target : {next, last}) {
        if (!target.isEmpty() && !isSameOrigin(target, url))
            page.problem = Error{ErrorKind::ForeignHost, m_subject, shownUrl(target), std::nullopt};
    }
    if (next == url)
        page.problem =
            Error{ErrorKind::Malformed, m_subject, u"the link to the next page leads to the same page"_s, std::nullopt};
    if (!page.problem) {
        page.next = next;
        page.last = last;
    }
    return page;
}

template<typename Row>
Task<Result<ListPage<Row>>> ListReader<Row>::readPage(std::shared_ptr<ListReader> reader, QUrl url)
{
    const auto known = reader->m_cache ? reader->m_cache->find(url) : std::nullopt;
    std::optional<Result<ListPage<Row>>> remembered;
    if (known)
        remembered = reader->pageFrom(known->body, known->link, url);
    // What cannot be read any more is no use either.
    const bool isConditional = remembered && *remembered && !mayGrowBehind(**remembered, url);
    auto response = co_await reader->m_api.get(url, reader->m_subject, reader->m_context,
                                               isConditional ? known->etag : QByteArray());
    if (isConditional && response && response->status == 304) {
        (*remembered)->isUnchanged = true;
        (*remembered)->servedAt = servedAt(*response);
        co_return *std::move(remembered);
    }
    if (!response)
        co_return std::unexpected(response.error());
    const QByteArray link = response->header("Link");
    auto page = reader->pageFrom(response->body, link, url);
    if (!page)
        co_return page;
    page->servedAt = servedAt(*response);
    const KnownPage answered{response->header("ETag"), link, response->body};
    page->isUnchanged = known == answered;
    if (reader->m_cache && !answered.etag.isEmpty() && !page->isUnchanged)
        reader->m_cache->keep(url, answered);
    co_return page;
}

template<typename Row>
void ListReader<Row>::add(ListPage<Row> page)
{
    if (m_list.pages == 0)
        m_list.servedAt = page.servedAt;
    ++m_list.pages;
    m_list.unchangedPages += page.isUnchanged ? 1 : 0;
    if (page.problem)
        m_list.problems.push_back(*page.problem);
    m_list.rows.insert(m_list.rows.end(), std::make_move_iterator(page.rows.begin()),
                       std::make_move_iterator(page.rows.end()));
}

template<typename Row>
Task<void> ListReader<Row>::readLater(std::shared_ptr<ListReader> reader, QUrl url, Following following)
{
    auto& list = reader->m_list;
    while (!url.isEmpty()) {
        auto page = co_await readPage(reader, url);
        if (!page) {
            list.problems.push_back(page.error());
            co_return;
        }
        url = following == Following::NextLinks ? page->next : QUrl();
        reader->add(std::move(*page));
        if (!url.isEmpty() && ++list.followed > kMostPages) {
            list.problems.push_back(
                {ErrorKind::Malformed, reader->m_subject, u"its pages have no end"_s, std::nullopt});
            co_return;
        }
    }
}

template<typename Row>
Task<Result<PagedList<Row>>> ListReader<Row>::readAll(std::shared_ptr<ListReader> reader, QUrl first)
{
    auto page = co_await readPage(reader, std::move(first));
    if (!page)
        co_return std::unexpected(page.error());
    const QUrl next = page->next;
    const auto later = laterPages(page->last);
    reader->add(std::move(*page));
    if (later.empty()) {
        // Without a last page that can be counted to the list is followed link by link.
        co_await readLater(reader, next, Following::NextLinks);
    } else {
        // Counted pages are read side by side; after the last one its own link is followed, for rows that came
        // meanwhile.
        std::vector<Task<void>> pages;
        pages.reserve(later.size());
        for (const QUrl& url : later)
            pages.push_back(readLater(reader, url, url == later.back() ? Following::NextLinks : Following::Nothing));
        for (auto& reading : pages)
            co_await reading;
    }
    co_return Result<PagedList<Row>>(std::move(reader->m_list));
}

template class ListReader<Issue>;
template class ListReader<ListedPackage>;
template class ListReader<ListedVersion>;

} // namespace slipway
