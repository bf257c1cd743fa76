#pragma once

#include "simulator/httpmessage.h"

#include <cstdint>

namespace slipway
{

/// Which part of a list is asked for: `page` from 1, `per_page` 30 unless told, at most 100.
struct PageRequest final {
    std::int64_t page = 1;
    std::int64_t perPage = 30;

    [[nodiscard]] std::int64_t first() const { return (page - 1) * perPage; }
};

/// What is no positive number counts as not given, as on GitHub.
[[nodiscard]] PageRequest pageRequest(const ServedRequest& request);

/// The value of a `Link` header with prev, next, last and first as GitHub sets them, or empty when all is on this page.
/// `path` is that of the numeric-id route; the other query parameters are kept.
[[nodiscard]] QByteArray linkHeader(const ServedRequest& request, const QString& path, const PageRequest& page,
                                    std::int64_t total);

} // namespace slipway
