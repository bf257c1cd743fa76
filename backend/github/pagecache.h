#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

namespace slipway
{

/// One page of a list as it was read last.
struct KnownPage final {
    QByteArray etag;
    QByteArray link; ///< the Link header that came with it
    QByteArray body;
    bool operator==(const KnownPage&) const = default;
};

/// Remembers pages, so that they can be asked for conditionally: an answer of 304 is free of the hourly limit. What
/// cannot be remembered is read again, never an error.
class PageCache
{
public:
    PageCache() = default;
    PageCache(const PageCache&) = delete;
    PageCache& operator=(const PageCache&) = delete;
    virtual ~PageCache() = default;

    [[nodiscard]] virtual std::optional<KnownPage> find(const QUrl& url) = 0;
    virtual void keep(const QUrl& url, const KnownPage& page) = 0;
};

} // namespace slipway
