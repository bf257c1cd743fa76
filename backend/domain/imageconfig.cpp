#include "domain/imageconfig.h"

#include "core/jsonreader.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

void readSettings(const JsonNode& settings, ImageConfig& config)
{
    if (settings.absent())
        return;
    if (const auto env = settings.optional("Env"_L1); !env.absent())
        env.forEach([&](const JsonNode& node) { config.env.append(node.string()); });
    if (const auto labels = settings.optional("Labels"_L1); !labels.absent()) {
        labels.forEachMember(
            [&](const QString& key, const JsonNode& value) { config.labels.insert(key, value.string()); });
    }
}

void readHistory(const JsonNode& history, ImageConfig& config)
{
    if (history.absent())
        return;
    history.forEach([&](const JsonNode& node) {
        config.history.push_back({node.optional("created_by"_L1).string(), !node.optional("empty_layer"_L1).boolean()});
    });
}

} // namespace

QString ImageConfig::envValue(QLatin1StringView name) const
{
    for (const QString& entry : env) {
        if (entry.size() > name.size() && entry.startsWith(name) && entry[name.size()] == u'=')
            return entry.sliced(name.size() + 1);
    }
    return {};
}

Result<ImageConfig> parseImageConfig(const Digest& digest, const QByteArray& bytes)
{
    JsonReader reader(bytes, digest.toString());
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    ImageConfig config;
    config.created = root.optional("created"_L1).time();
    const QString os = root.optional("os"_L1).string();
    const QString architecture = root.optional("architecture"_L1).string();
    const QString variant = root.optional("variant"_L1).string();
    if (!os.isEmpty())
        config.platform = os + u'/' + architecture + (variant.isEmpty() ? QString() : u'/' + variant);
    readSettings(root.optional("config"_L1), config);
    readHistory(root.optional("history"_L1), config);
    return reader.finish(std::move(config));
}

} // namespace slipway
