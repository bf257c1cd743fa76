#pragma once

#include "net/http.h"

#include <QDateTime>

namespace slipway
{

/// The error a response stands for, or nullopt for 2xx and 304. Reads GitHub's and the registry's limits (retry-after
/// in s, ms or µs; x-ratelimit-reset), scopes and single sign-on headers. Never shows a raw body: of JSON errors the
/// `message`, of anything else only its content type. Source: GitHub REST "Troubleshooting", "Rate limits"; OCI
/// distribution-spec "Errors".
[[nodiscard]] std::optional<Error> errorOf(const HttpResponse& response, const QString& subject, const QDateTime& now);

/// True for 429, and for a 403 that is about a limit and not about permission.
[[nodiscard]] bool isRateLimited(const HttpResponse& response);

/// How long the server says to wait: its `retry-after`, or the same word in the body, where GHCR puts it.
[[nodiscard]] std::optional<std::chrono::milliseconds> statedRetryAfter(const HttpResponse& response);

/// "3", "10.3ms", "250µs" or "250us"; nullopt if it is none of these. An HTTP date is not used by these servers.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView text);

} // namespace slipway
