#pragma once

#include <QString>
#include <QUrl>

namespace slipway
{

/// Text with everything that looks like a credential replaced by "[redacted]": GitHub tokens (ghp_, gho_, ghu_, ghs_,
/// ghr_, github_pat_), Authorization values, JSON web tokens, user:password@ in URLs, token= parameters. For logs and
/// error details.
[[nodiscard]] QString redact(QString text);

/// A URL that may be shown: no user info, no query.
[[nodiscard]] QString shownUrl(const QUrl& url);

} // namespace slipway
