#pragma once

#include "net/http.h"

#include <memory>

namespace slipway
{

/// Lets reading pass always, and what changes a server only as long as somebody holds a grant: a dry run has none, so
/// that nothing it does can change anything. Errors beside those of the transport below: Refused.
class GuardedTransport final : public HttpTransport
{
public:
    /// Changes may be sent while any copy of it lives.
    using Grant = std::shared_ptr<const void>;

    /// `transport` outlives this.
    explicit GuardedTransport(HttpTransport& transport)
        : m_transport(transport)
    {
    }

    [[nodiscard]] Grant grant();
    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

private:
    HttpTransport& m_transport;
    std::weak_ptr<const void> m_grant;
};

} // namespace slipway
