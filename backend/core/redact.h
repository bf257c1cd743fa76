#pragma once

#include <QString>
#include <QUrl>

namespace slipway
{

/// Text with everything that looks like a credential replaced by "[redacted]", however it is spelt: GitHub tokens
/// (ghp_, gho_, ghu_, ghs_, ghr_, github_pat_), JSON web tokens, values of Authorization and Cookie headers, what
/// stands before the @ of a URL, parameters and JSON members named token, password, secret or signature, private keys.
/// For logs and error details.
[[nodiscard]] QString redact(QString text);

/// A URL that may be shown: no user info, no query.
[[nodiscard]] QString shownUrl(const QUrl& url);

} // namespace slipway
