#include "settings/settingsfile.h"

#include <QDir>

namespace slipway
{

using namespace Qt::StringLiterals;

SettingsFile::SettingsFile(const QString& dataFolder)
    : m_file(QDir(dataFolder).filePath(u"settings.json"_s))
{
}

Result<ReadSettings> SettingsFile::load() const
{
    return m_file.read().and_then([this](const auto& bytes) { return understand(bytes); });
}

Result<ReadSettings> SettingsFile::understand(const std::optional<QByteArray>& bytes) const
{
    if (!bytes)
        return ReadSettings();
    auto read = readSettings(*bytes, path());
    if (read)
        return read;
    const auto aside = m_file.setAside(*bytes);
    return aside ? failure(ErrorKind::InvalidFile, *aside, read.error().detail) : std::unexpected(read.error());
}

Result<UserSettings> SettingsFile::update(const std::function<void(UserSettings&)>& change) const
{
    UserSettings after;
    auto updated = m_file.update([&](const std::optional<QByteArray>& bytes) -> Result<QByteArray> {
        const auto before = understand(bytes);
        if (!before)
            return std::unexpected(before.error());
        after = before->settings;
        change(after);
        return writeSettings(bytes.value_or(QByteArray()), before->settings, after);
    });
    if (!updated)
        return std::unexpected(updated.error());
    return after;
}

} // namespace slipway
