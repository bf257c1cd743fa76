#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "domain/writeaccess.h"

#include <QString>
#include <QUrl>

namespace slipway
{

/// Which owner on which servers a session is about, and where it remembers. Read from the command line and the
/// environment; the token is held here and given to the clients only.
struct Target final {
    QString demo; ///< a demo organisation's name; empty for real servers
    QString owner;
    QUrl apiUrl{QStringLiteral("https://api.github.com")};
    QUrl registryUrl{QStringLiteral("https://ghcr.io")};
    QByteArray apiVersion = QByteArrayLiteral("2022-11-28");
    QString token;
    QString accountName; ///< --profile, where it may be the name of an account
    QString accountId;   ///< of the account that completed this; empty for none
    QString profilePath; ///< a profile file; empty for none (demo organisations bring their own)
    QString dataFolder;
    bool isOffline = false; ///< the network is not to be used: what was read last is shown
    WriteAccess access = WriteAccess::Allowed;
    Clock clock;

    /// The name this target's server goes by in the store: demo organisations keep theirs whatever port they are served
    /// on.
    [[nodiscard]] QString apiHost() const;
    /// What tells this target from others where a layout is kept: registry, owner and profile. Empty while the owner is
    /// not known yet.
    [[nodiscard]] QString viewName() const;
    [[nodiscard]] QString storePath() const { return dataFolder + QStringLiteral("/slipway.db"); }
};

/// $XDG_DATA_HOME/slipway.
[[nodiscard]] QString defaultDataFolder();

/// The first that is set: the named variable, SLIPWAY_TOKEN, GH_TOKEN, GITHUB_TOKEN; empty if none is.
[[nodiscard]] QString tokenFromEnvironment(const QString& variable);

} // namespace slipway
