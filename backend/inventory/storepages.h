#pragma once

#include "github/pagecache.h"
#include "store/store.h"

namespace slipway
{

/// Keeps pages in the store. A store that refuses is as good as one that knows nothing; the first refusal is kept for
/// whoever asks.
class StorePages final : public PageCache
{
public:
    /// `store` outlives this. Once `stop` is requested, nothing waits long for the store.
    StorePages(Store& store, StoreScope scope, std::stop_token stop)
        : m_store(store)
        , m_scope(std::move(scope))
        , m_stop(std::move(stop))
    {
    }

    [[nodiscard]] std::optional<KnownPage> find(const QUrl& url) override;
    void keep(const QUrl& url, const KnownPage& page) override;
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

private:
    Store& m_store;
    StoreScope m_scope;
    std::stop_token m_stop;
    std::optional<Error> m_failure;
};

} // namespace slipway
