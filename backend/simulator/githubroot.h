#pragma once

#include <QJsonObject>
#include <QString>

namespace slipway
{

/// What GitHub answers at the root of its API ("meta/root"): where everything else is. `base` is the URL of the API as
/// the client named it. GitHub's own command line tool asks here for a token's scopes.
[[nodiscard]] QJsonObject githubRoot(const QString& base);

} // namespace slipway
