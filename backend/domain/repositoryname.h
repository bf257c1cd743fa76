#pragma once

#include "core/error.h"

#include <QString>

namespace slipway
{

/// A repository at GitHub.
struct RepositoryName final {
    QString owner;
    QString name;

    /// "northquay/platform".
    [[nodiscard]] QString toText() const { return owner + u'/' + name; }
    friend bool operator==(const RepositoryName&, const RepositoryName&) = default;
};

/// Reads "northquay/platform", or "platform" of `owner`. Errors: InvalidArgument for what GitHub has no repositories
/// called: other signs than letters, digits, "-", "_" and ".".
[[nodiscard]] Result<RepositoryName> parseRepositoryName(const QString& text, const QString& owner);

} // namespace slipway
