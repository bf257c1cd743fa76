#pragma once

#include "core/durablefile.h"
#include "settings/settingstext.h"

#include <functional>

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
    /// Reads, changes and writes what was changed under a lock, and gives what counts from then on. Errors: those of
    /// load(); nothing is written then.
    [[nodiscard]] Result<UserSettings> update(const std::function<void(UserSettings&)>& change) const;

    [[nodiscard]] const QString& path() const { return m_file.path(); }

private:
    [[nodiscard]] Result<ReadSettings> understand(const std::optional<QByteArray>& bytes) const;

    DurableFile m_file;
};

} // namespace slipway
