#pragma once

#include "github/githubhttp.h"

#include <QJsonObject>

namespace slipway
{

/// Sends a change of a repository once, and gives the body of its answer. Errors: the transport's and those of
/// errorOf(), but for what GitHub decided against, which becomes Refused with GitHub's reason: 403 without permission,
/// 404 for a token that may not change what it may see, 409 for what somebody changed meanwhile, 410 for what is
/// switched off, 422 for what cannot be. After Network, Timeout, Server and Cancelled it may have happened or not.
[[nodiscard]] Task<Result<QByteArray>> sendChange(GithubHttp api, HttpMethod method, QUrl url, QString subject,
                                                  QJsonObject body, CallContext context);

} // namespace slipway
