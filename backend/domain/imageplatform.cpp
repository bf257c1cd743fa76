#include "domain/imageplatform.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QString normalisedPlatform(const QString& platform)
{
    const QStringList parts = platform.toLower().split(u'/');
    if (parts.size() < 2 || parts.size() > 3)
        return platform;
    const QString os = parts[0] == "macos"_L1 ? u"darwin"_s : parts[0];
    QString architecture = parts[1];
    QString variant = parts.value(2);
    if (architecture == "i386"_L1) {
        architecture = u"386"_s;
        variant.clear();
    } else if (architecture == "x86_64"_L1 || architecture == "x86-64"_L1 || architecture == "amd64"_L1) {
        architecture = u"amd64"_s;
        if (variant == "v1"_L1)
            variant.clear();
    } else if (architecture == "aarch64"_L1 || architecture == "arm64"_L1) {
        architecture = u"arm64"_s;
        if (variant == "8"_L1 || variant == "v8"_L1)
            variant.clear();
    } else if (architecture == "armhf"_L1 || architecture == "armel"_L1) {
        variant = architecture == "armhf"_L1 ? u"v7"_s : u"v6"_s;
        architecture = u"arm"_s;
    } else if (architecture == "arm"_L1) {
        if (variant.isEmpty())
            variant = u"v7"_s;
        else if (variant.size() == 1)
            variant.prepend(u'v');
    }
    const QString name = os + u'/' + architecture;
    return variant.isEmpty() ? name : name + u'/' + variant;
}

QString imagePlatform(const Snapshot& snapshot, const ReferenceGraph& graph, RowIndex version)
{
    const auto* manifest = snapshot.manifestOf(snapshot.versions[version]);
    if (!manifest)
        return {};
    if (manifest->config != kNoRow) {
        const auto config = snapshot.configs.constFind(snapshot.blobs[manifest->config].digest);
        if (config != snapshot.configs.cend() && !config->platform.isEmpty())
            return normalisedPlatform(config->platform);
    }
    for (const RowIndex parent : graph.parents(version)) {
        const auto* index = snapshot.manifestOf(snapshot.versions[parent]);
        for (const auto& child : snapshot.childrenOf(*index)) {
            const QString& platform = snapshot.words[child.platform];
            if (snapshot.manifests[child.manifest].digest == manifest->digest && !platform.isEmpty())
                return normalisedPlatform(platform);
        }
    }
    return {};
}

} // namespace slipway
