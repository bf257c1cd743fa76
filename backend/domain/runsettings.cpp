#include "domain/runsettings.h"

#include "core/jsonreader.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QStringList texts(const JsonNode& list)
{
    QStringList values;
    if (!list.absent())
        list.forEach([&](const JsonNode& node) { values.append(node.string()); });
    return values;
}

/// Sets are objects whose values say nothing.
QStringList names(const JsonNode& set)
{
    QStringList keys;
    if (!set.absent())
        set.forEachMember([&](const QString& key, const JsonNode&) { keys.append(key); });
    return keys;
}

} // namespace

Result<RunSettings> parseRunSettings(const Digest& digest, const QByteArray& bytes)
{
    JsonReader reader(bytes, digest.toString());
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto config = reader.root().optional("config"_L1);
    RunSettings settings;
    if (!config.absent()) {
        settings.entrypoint = texts(config.optional("Entrypoint"_L1));
        settings.command = texts(config.optional("Cmd"_L1));
        settings.user = config.optional("User"_L1).string();
        settings.workingDirectory = config.optional("WorkingDir"_L1).string();
        settings.stopSignal = config.optional("StopSignal"_L1).string();
        settings.ports = names(config.optional("ExposedPorts"_L1));
        settings.volumes = names(config.optional("Volumes"_L1));
    }
    return reader.finish(std::move(settings));
}

} // namespace slipway
