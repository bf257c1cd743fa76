#pragma once

#include "core/serialpool.h"
#include "settings/settingsfile.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <stop_token>

namespace slipway
{

/// The settings of the running window: the value that counts, and every change of it in the file and on the disk soon
/// after, by a thread of its own. Closing the window begins nothing that waits for the disk.
class SettingsDesk final : public QObject
{
    Q_OBJECT
public:
    /// `loaded` is what the file gave when the program began.
    SettingsDesk(SettingsFile file, const Result<ReadSettings>& loaded, QObject* parent = nullptr);
    /// Everything is in the file then.
    ~SettingsDesk() override;

    [[nodiscard]] const UserSettings& settings() const { return m_settings; }
    /// What a person should know about the file as it was found; empty if all is well.
    [[nodiscard]] QString notice() const;

    /// Changes the settings, which count at once, and writes them. What cannot be written counts until the window
    /// closes, is told, and is tried again with the next change.
    void change(const std::function<void(UserSettings&)>& change);

    /// The program ends: from here on nothing waits for the disk.
    void close() { m_closing.request_stop(); }
    /// True while a change is on its way into the file.
    [[nodiscard]] bool isWriting() const { return m_sent.has_value(); }

Q_SIGNALS:
    void changed();
    /// Something went wrong with the file: a sentence for a person.
    void told(const QString& sentence);

private:
    /// What became of a change in the file.
    struct Written final {
        Result<UserSettings> kept;
        std::optional<Error> damage; ///< the file made no sense, and was set aside
    };
    [[nodiscard]] static Written write(const SettingsFile& file, const UserSettings& before, const UserSettings& after,
                                       const std::stop_token& closing);
    void send();
    void takeWritten();

    SettingsFile m_file;
    UserSettings m_settings;
    UserSettings m_kept;                ///< what of them is in the file
    std::optional<UserSettings> m_sent; ///< what is being written
    std::optional<Error> m_error;
    std::vector<SettingsProblem> m_problems;
    QTimer m_soon;
    std::stop_source m_closing;
    Written m_written; ///< what became of what was sent; the writer's until it has ended, or takeWritten() is called
    SerialPool m_writer;
};

} // namespace slipway
