#pragma once

#include "core/durablefile.h"
#include "settings/settingstext.h"

namespace slipway
{

/// `settings.json` in the data folder: whole at every moment, and several windows may use it at once.
class SettingsFile final
{
public:
    explicit SettingsFile(const QString& dataFolder);

    /// The defaults if there is no file. One that cannot be understood is renamed to `settings.json.corrupt-TIME`, and
    /// the error names that; the next load() gives the defaults. Errors: InvalidFile, FileAccess.
    [[nodiscard]] Result<ReadSettings> load() const;
    /// As load(), and leaves the file where it is whatever it says.
    [[nodiscard]] Result<ReadSettings> look() const;
    /// Brings what differs between two settings into the file under a lock, and gives what it says from then on: what
    /// another process has set meanwhile stays. Once `closing` is requested nothing waits for the disk. Errors: those
    /// of load(); nothing is written then.
    [[nodiscard]] Result<UserSettings> update(const UserSettings& before, const UserSettings& after,
                                              const std::stop_token& closing = {}) const;

    [[nodiscard]] const QString& path() const { return m_file.path(); }

private:
    [[nodiscard]] Result<ReadSettings> understand(const std::optional<QByteArray>& bytes) const;

    DurableFile m_file;
};

} // namespace slipway
