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

Result<ReadSettings> SettingsFile::look() const
{
    return m_file.read().and_then(
        [this](const auto& bytes) { return bytes ? readSettings(*bytes, path()) : ReadSettings(); });
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

Result<UserSettings> SettingsFile::update(const UserSettings& before, const UserSettings& after,
                                          const std::stop_token& closing) const
{
    QByteArray text;
    return m_file
        .update(
            [&](const std::optional<QByteArray>& bytes) -> Result<QByteArray> {
                if (const auto found = understand(bytes); !found)
                    return std::unexpected(found.error());
                text = writeSettings(bytes.value_or(QByteArray()), before, after);
                return text;
            },
            DurableFile::Survives::PowerCut, closing)
        .and_then([&] { return readSettings(text, path()); })
        .transform([](const ReadSettings& read) { return read.settings; });
}

} // namespace slipway
