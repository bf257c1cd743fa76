#include "simulator/draftreader.h"

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<JsonName, 5> kContentMembers{"image"_L1, "index"_L1, "artifact"_L1, "raw"_L1, "listedOnly"_L1};

SimPlatform readPlatform(const JsonNode& node)
{
    const auto text = node.string();
    auto platform = SimPlatform::parse(text);
    if (!node.absent() && (platform.os.isEmpty() || platform.architecture.isEmpty()))
        node.refuse(u"expected OS/ARCHITECTURE[/VARIANT]"_s);
    return platform;
}

std::optional<QStringList> readOptionalStrings(const JsonNode& node)
{
    return node.absent() ? std::nullopt : std::optional(readStrings(node));
}

void readImageConfig(const JsonNode& node, ImageConfigParts& config)
{
    refuseUnknownMembers(node, {"created"_L1, "env"_L1, "labels"_L1, "history"_L1, "cmd"_L1, "entrypoint"_L1});
    config.created = node.optional("created"_L1).string();
    config.env = readOptionalStrings(node.optional("env"_L1));
    config.command = readOptionalStrings(node.optional("cmd"_L1));
    config.entrypoint = readOptionalStrings(node.optional("entrypoint"_L1));
    config.labels = readStringMap(node.optional("labels"_L1));
    const auto history = node.optional("history"_L1);
    if (history.absent())
        return;
    history.forEach([&config](const JsonNode& line) {
        refuseUnknownMembers(line, {"created_by"_L1, "empty_layer"_L1});
        config.history.append({line["created_by"_L1].string(), readFlag(line.optional("empty_layer"_L1))});
    });
}

ImageDraft readImage(const JsonNode& node)
{
    refuseUnknownMembers(node, {"platform"_L1, "layers"_L1, "config"_L1, "annotations"_L1, "docker"_L1});
    ImageDraft image;
    if (const auto config = node.optional("config"_L1); !config.absent())
        readImageConfig(config, image.config);
    image.config.platform = readPlatform(node["platform"_L1]);
    image.layers = readStrings(node["layers"_L1]);
    image.annotations = readStringMap(node.optional("annotations"_L1));
    image.isDocker = readFlag(node.optional("docker"_L1));
    return image;
}

IndexEntryDraft readEntry(const JsonNode& node)
{
    IndexEntryDraft entry;
    const auto of = node.optional("of"_L1);
    if (of.absent()) {
        refuseUnknownMembers(node, {"digest"_L1, "size"_L1, "mediaType"_L1, "platform"_L1, "annotations"_L1});
        entry.target.digest = node["digest"_L1].digest();
        entry.target.size = node["size"_L1].integer();
        const auto type = node.optional("mediaType"_L1).string();
        entry.target.mediaType = type.isEmpty() ? QString(mediatype::kOciManifest) : type;
    } else {
        refuseUnknownMembers(node, {"of"_L1, "platform"_L1, "annotations"_L1});
        entry.of = of.string();
    }
    if (const auto platform = node.optional("platform"_L1); !platform.absent())
        entry.target.platform = readPlatform(platform);
    entry.target.annotations = readStringMap(node.optional("annotations"_L1));
    return entry;
}

IndexDraft readIndex(const JsonNode& node)
{
    refuseUnknownMembers(node, {"manifests"_L1, "annotations"_L1, "subject"_L1, "artifactType"_L1, "docker"_L1});
    IndexDraft index;
    node["manifests"_L1].forEach([&index](const JsonNode& entry) { index.manifests.append(readEntry(entry)); });
    index.annotations = readStringMap(node.optional("annotations"_L1));
    index.subject = node.optional("subject"_L1).string();
    index.artifactType = node.optional("artifactType"_L1).string();
    index.isDocker = readFlag(node.optional("docker"_L1));
    return index;
}

ArtifactLayerDraft readArtifactLayer(const JsonNode& node)
{
    refuseUnknownMembers(node, {"mediaType"_L1, "text"_L1, "json"_L1, "layer"_L1, "annotations"_L1});
    ArtifactLayerDraft layer;
    layer.mediaType = node["mediaType"_L1].string();
    layer.annotations = readStringMap(node.optional("annotations"_L1));
    const auto text = node.optional("text"_L1);
    const auto json = node.optional("json"_L1);
    const auto name = node.optional("layer"_L1);
    if (int{!text.absent()} + int{!json.absent()} + int{!name.absent()} != 1)
        node.refuse(u"expected exactly one of text, json and layer"_s);
    layer.layer = name.string();
    if (json.absent())
        layer.content = text.string();
    else
        layer.content = json.value();
    return layer;
}

ArtifactDraft readArtifact(const JsonNode& node)
{
    refuseUnknownMembers(node, {"artifactType"_L1, "config"_L1, "layers"_L1, "subject"_L1, "annotations"_L1});
    ArtifactDraft artifact;
    artifact.artifactType = node.optional("artifactType"_L1).string();
    artifact.subject = node.optional("subject"_L1).string();
    artifact.annotations = readStringMap(node.optional("annotations"_L1));
    if (const auto config = node.optional("config"_L1); !config.absent()) {
        refuseUnknownMembers(config, {"mediaType"_L1, "json"_L1});
        artifact.configType = config["mediaType"_L1].string();
        if (const auto json = config.optional("json"_L1); !json.absent())
            artifact.config = json.value();
    }
    node["layers"_L1].forEach([&artifact](const JsonNode& layer) { artifact.layers.append(readArtifactLayer(layer)); });
    return artifact;
}

RawDraft readRaw(const JsonNode& node)
{
    refuseUnknownMembers(node, {"mediaType"_L1, "text"_L1, "base64"_L1, "digest"_L1});
    RawDraft raw;
    raw.mediaType = node["mediaType"_L1].string();
    const auto text = node.optional("text"_L1);
    const auto base64 = node.optional("base64"_L1);
    if (text.absent() == base64.absent())
        node.refuse(u"expected exactly one of text and base64"_s);
    raw.bytes = text.string().toUtf8();
    if (!base64.absent()) {
        const auto decoded =
            QByteArray::fromBase64Encoding(base64.string().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            base64.refuse(u"is not base64"_s);
        raw.bytes = *decoded;
    }
    if (const auto digest = node.optional("digest"_L1); !digest.absent())
        raw.pretended = digest.digest();
    return raw;
}

} // namespace

void readVersionContent(const JsonNode& node, VersionDraft& draft)
{
    QStringList present;
    std::optional<JsonNode> found;
    for (const auto name : kContentMembers) {
        auto member = node.optional(name);
        if (member.absent())
            continue;
        present.append(name.text());
        found = std::move(member);
    }
    if (present.size() != 1) {
        node.refuse(u"expected exactly one of image, index, artifact, raw and listedOnly, found %1"_s.arg(
            present.isEmpty() ? u"none"_s : present.join(", "_L1)));
        return;
    }
    const JsonNode& content = *found;
    if (present.first() == "image"_L1)
        draft.content = readImage(content);
    else if (present.first() == "index"_L1)
        draft.content = readIndex(content);
    else if (present.first() == "artifact"_L1)
        draft.content = readArtifact(content);
    else if (present.first() == "raw"_L1)
        draft.content = readRaw(content);
    else
        draft.content = ListedOnlyDraft{content.digest()};
}

} // namespace slipway
