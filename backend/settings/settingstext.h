#pragma once

#include "core/error.h"
#include "settings/usersettings.h"

#include <QByteArray>
#include <QJsonObject>

#include <vector>

namespace slipway
{

/// A value in the file that cannot be meant: its default counts.
struct SettingsProblem final {
    QString path; ///< "refresh.activeSeconds"
    int line = 0; ///< counted from 1
    QString detail;

    friend bool operator==(const SettingsProblem&, const SettingsProblem&) = default;
};

struct ReadSettings final {
    UserSettings settings;
    std::vector<SettingsProblem> problems;
};

/// Reads what settings.json says. Unknown members are left alone: a newer version may have written them. Errors:
/// InvalidFile about `fileName` for what is no JSON object.
[[nodiscard]] Result<ReadSettings> readSettings(const QByteArray& text, const QString& fileName);

/// Every setting by section and name, as the file would say it if none were left out.
[[nodiscard]] QJsonObject settingsDocument(const UserSettings& settings);

/// The text with what differs between two settings brought into it. Everything else stays as it was: unknown members,
/// wrong values that were not set anew, and what another process has set meanwhile. `text` is empty or was read
/// without an error.
[[nodiscard]] QByteArray writeSettings(const QByteArray& text, const UserSettings& before, const UserSettings& after);

} // namespace slipway
