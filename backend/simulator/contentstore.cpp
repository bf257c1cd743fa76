#include "simulator/contentstore.h"

namespace slipway
{

std::int64_t blobSize(const StoredBlob& blob)
{
    if (const auto* layer = std::get_if<SyntheticLayer>(&blob))
        return layer->size;
    return std::get<QByteArray>(blob).size();
}

std::optional<StoredManifest> ContentStore::manifest(const Digest& digest) const
{
    if (const auto found = m_manifests.constFind(digest); found != m_manifests.cend())
        return *found;
    return m_source ? m_source->manifest(digest) : std::nullopt;
}

std::optional<StoredBlob> ContentStore::blob(const Digest& digest) const
{
    const auto found = m_blobs.constFind(digest);
    return found == m_blobs.cend() ? std::nullopt : std::optional(*found);
}

std::optional<StoredBlob> ContentStore::sourceBlob(const Digest& digest) const
{
    return m_source ? m_source->blob(digest) : std::nullopt;
}

} // namespace slipway
