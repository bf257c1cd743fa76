#include "inventory/storepages.h"

namespace slipway
{

std::optional<KnownPage> StorePages::find(const QUrl& url)
{
    const auto page = m_store.cachedPage(m_scope, url.toString(QUrl::FullyEncoded), m_stop);
    if (!page && !m_failure)
        m_failure = page.error();
    if (!page || !*page)
        return std::nullopt;
    return KnownPage{(*page)->etag, (*page)->link, (*page)->body};
}

void StorePages::keep(const QUrl& url, const KnownPage& page)
{
    const auto saved =
        m_store.savePage(m_scope, url.toString(QUrl::FullyEncoded), {page.etag, page.link, page.body}, m_stop);
    if (!saved && !m_failure)
        m_failure = saved.error();
}

} // namespace slipway
