#pragma once

#include "settings/settingsfile.h"

#include <QObject>

#include <functional>
#include <optional>

namespace slipway
{

/// The settings of the running window: the value that counts, and every change of it on disk at once.
class SettingsDesk final : public QObject
{
    Q_OBJECT
public:
    /// `loaded` is what the file gave when the program began.
    SettingsDesk(SettingsFile file, const Result<ReadSettings>& loaded, QObject* parent = nullptr);

    [[nodiscard]] const UserSettings& settings() const { return m_settings; }
    /// What a person should know about the file as it was found; empty if all is well.
    [[nodiscard]] QString notice() const;

    /// Changes the settings and writes them. What cannot be written counts until the window closes, and is told.
    void change(const std::function<void(UserSettings&)>& change);

Q_SIGNALS:
    void changed();
    /// Something went wrong with the file: a sentence for a person.
    void told(const QString& sentence);

private:
    SettingsFile m_file;
    UserSettings m_settings;
    std::optional<Error> m_error;
    std::vector<SettingsProblem> m_problems;
};

} // namespace slipway
