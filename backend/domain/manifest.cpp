#include "domain/manifest.h"

#include "core/jsonreader.h"
#include "domain/blobsize.h"
#include "domain/manifestshape.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QMap<QString, QString> readAnnotations(const JsonNode& node)
{
    QMap<QString, QString> annotations;
    if (!node.absent())
        node.forEachMember([&](const QString& key, const JsonNode& value) { annotations.insert(key, value.string()); });
    return annotations;
}

Bytes readSize(const JsonNode& node)
{
    const Bytes size = node.integer();
    if (size < 0)
        node.refuse(u"a size cannot be negative"_s);
    if (size > kLargestBlob)
        node.refuse(u"a size cannot be more than 1 PiB"_s);
    return size;
}

BlobReference readBlob(const JsonNode& node)
{
    return {node["digest"_L1].digest(), readSize(node["size"_L1]), node.optional("mediaType"_L1).string()};
}

QString readPlatform(const JsonNode& node)
{
    if (node.absent())
        return {};
    const QString platform = node["os"_L1].string() + u'/' + node["architecture"_L1].string();
    const QString variant = node.optional("variant"_L1).string();
    return variant.isEmpty() ? platform : platform + u'/' + variant;
}

ChildReference readChild(const JsonNode& node)
{
    ChildReference child{node["digest"_L1].digest(), readSize(node["size"_L1]), node.optional("mediaType"_L1).string(),
                         readPlatform(node.optional("platform"_L1)), std::nullopt};
    const auto annotations = node.optional("annotations"_L1);
    const auto attests = annotations.absent() ? annotations : annotations.optional("vnd.docker.reference.digest"_L1);
    if (!attests.absent())
        child.attests = attests.digest();
    return child;
}

void readLayers(const JsonNode& layers, Manifest& manifest)
{
    if (layers.absent())
        return;
    layers.forEach([&](const JsonNode& node) {
        manifest.layers.push_back(readBlob(node));
        noteStatement(manifest, manifest.layers.back().mediaType, readAnnotations(node.optional("annotations"_L1)));
    });
}

void readImage(const JsonNode& root, Manifest& manifest)
{
    manifest.config = readBlob(root["config"_L1]);
    readLayers(root.optional("layers"_L1), manifest);
    manifest.kind = shapeOf(manifest);
}

void readIndex(const JsonNode& root, Manifest& manifest)
{
    manifest.kind = ManifestKind::Index;
    const auto entries = root["manifests"_L1];
    entries.forEach([&](const JsonNode& node) { manifest.children.push_back(readChild(node)); });
    if (!isCacheIndex(manifest))
        return;
    manifest.kind = ManifestKind::Cache;
    for (const auto& child : manifest.children)
        manifest.layers.push_back({child.digest, child.size, child.mediaType});
    manifest.children.clear();
}

} // namespace

QByteArray manifestAcceptHeader()
{
    return QByteArrayLiteral("application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
                             "application/vnd.docker.distribution.manifest.list.v2+json, "
                             "application/vnd.docker.distribution.manifest.v2+json");
}

Result<Manifest> parseManifest(const Digest& digest, const QByteArray& bytes, const QString& mediaType)
{
    JsonReader reader(bytes, digest.toString());
    if (reader.error())
        return std::unexpected(*reader.error());
    const auto root = reader.root();
    Manifest manifest;
    manifest.digest = digest;
    manifest.size = bytes.size();
    manifest.mediaType = root.optional("mediaType"_L1).string();
    if (manifest.mediaType.isEmpty())
        manifest.mediaType = mediaType.section(u';', 0, 0).trimmed();
    if (const auto version = root["schemaVersion"_L1]; version.integer() != 2)
        version.refuse(u"only schema version 2 is supported"_s);
    manifest.artifactType = root.optional("artifactType"_L1).string();
    manifest.annotations = readAnnotations(root.optional("annotations"_L1));
    if (const auto subject = root.optional("subject"_L1); !subject.absent())
        manifest.subject = subject["digest"_L1].digest();
    if (root.optional("manifests"_L1).absent())
        readImage(root, manifest);
    else
        readIndex(root, manifest);
    return reader.finish(std::move(manifest));
}

} // namespace slipway
