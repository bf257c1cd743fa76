// How a StateComposer writes each kind of manifest.
#include "simulator/jsontext.h"
#include "simulator/statecomposer.h"

namespace slipway
{

using namespace Qt::StringLiterals;

SimDescriptor StateComposer::keepManifest(const ManifestParts& parts)
{
    const auto bytes = manifestText(parts);
    const auto digest = Digest::of(bytes);
    m_state.content.addManifest(digest, {parts.mediaType.toLatin1(), bytes});
    return {parts.mediaType, digest, bytes.size(), {}, {}};
}

SimDescriptor StateComposer::keepBlob(const QString& mediaType, const QByteArray& bytes, const VersionDraft& from)
{
    const auto digest = Digest::of(bytes);
    m_state.content.addBlob(digest, bytes);
    m_state.findPackage(from.package)->blobs().insert(digest);
    return {mediaType, digest, bytes.size(), {}, {}};
}

const LayerDraft* StateComposer::useLayer(const QString& name, const VersionDraft& from)
{
    const auto found = m_draft.layers.constFind(name);
    if (found == m_draft.layers.cend()) {
        refuse(from, u"there is no layer \"%1\""_s.arg(name));
        return nullptr;
    }
    m_state.content.addBlob(found->digest, SyntheticLayer{name, found->size});
    m_state.findPackage(from.package)->blobs().insert(found->digest);
    return &*found;
}

SimDescriptor StateComposer::compose(const ImageDraft& image, const VersionDraft& from)
{
    ManifestParts parts;
    parts.mediaType = image.isDocker ? mediatype::kDockerManifest : mediatype::kOciManifest;
    parts.layers.emplace();
    auto config = image.config;
    for (const auto& name : image.layers) {
        const auto* layer = useLayer(name, from);
        if (layer == nullptr)
            continue;
        config.diffIds.append(layer->diffId);
        parts.layers->append(
            {image.isDocker ? mediatype::kDockerLayer : mediatype::kOciLayer, layer->digest, layer->size, {}, {}});
    }
    config.labels = filled(config.labels, from);
    fillAll(config.env, from);
    parts.config =
        keepBlob(image.isDocker ? mediatype::kDockerConfig : mediatype::kOciConfig, imageConfigText(config), from);
    parts.annotations = filled(image.annotations, from);
    return keepManifest(parts);
}

SimDescriptor StateComposer::compose(const IndexDraft& index, const VersionDraft& from)
{
    ManifestParts parts;
    parts.mediaType = index.isDocker ? mediatype::kDockerIndex : mediatype::kOciIndex;
    parts.artifactType = index.artifactType;
    parts.manifests.emplace();
    for (const auto& entry : index.manifests) {
        auto target = entry.of.isEmpty() ? entry.target : resolve(entry.of, from);
        target.platform = entry.target.platform;
        target.annotations = filled(entry.target.annotations, from);
        parts.manifests->append(target);
    }
    if (!index.subject.isEmpty())
        parts.subject = resolve(index.subject, from);
    parts.annotations = filled(index.annotations, from);
    return keepManifest(parts);
}

SimDescriptor StateComposer::compose(const ArtifactLayerDraft& layer, const VersionDraft& from)
{
    SimDescriptor descriptor;
    if (!layer.layer.isEmpty()) {
        if (const auto* named = useLayer(layer.layer, from))
            descriptor = {layer.mediaType, named->digest, named->size, {}, {}};
    } else if (const auto* text = std::get_if<QString>(&layer.content)) {
        descriptor = keepBlob(layer.mediaType, filled(*text, from).toUtf8(), from);
    } else {
        descriptor = keepBlob(layer.mediaType, jsonText(filled(std::get<QJsonValue>(layer.content), from)), from);
    }
    descriptor.annotations = filled(layer.annotations, from);
    return descriptor;
}

SimDescriptor StateComposer::compose(const ArtifactDraft& artifact, const VersionDraft& from)
{
    ManifestParts parts;
    parts.mediaType = mediatype::kOciManifest;
    parts.artifactType = artifact.artifactType;
    const auto config = artifact.config ? jsonText(filled(*artifact.config, from)) : "{}"_ba;
    parts.config =
        keepBlob(artifact.configType.isEmpty() ? QString(mediatype::kOciEmpty) : artifact.configType, config, from);
    parts.layers.emplace();
    for (const auto& layer : artifact.layers)
        parts.layers->append(compose(layer, from));
    if (!artifact.subject.isEmpty())
        parts.subject = resolve(artifact.subject, from);
    parts.annotations = filled(artifact.annotations, from);
    return keepManifest(parts);
}

SimDescriptor StateComposer::compose(const RawDraft& raw, const VersionDraft&)
{
    const auto digest = raw.pretended.value_or(Digest::of(raw.bytes));
    m_state.content.addManifest(digest, {raw.mediaType.toLatin1(), raw.bytes});
    return {raw.mediaType, digest, raw.bytes.size(), {}, {}};
}

SimDescriptor StateComposer::compose(const ListedOnlyDraft& listed, const VersionDraft&)
{
    return {mediatype::kOciManifest, listed.digest, 0, {}, {}};
}

SimDescriptor StateComposer::compose(std::monostate, const VersionDraft& from)
{
    refuse(from, u"has no manifest"_s);
    return {};
}

} // namespace slipway
