#include "simulator/generatedcontent.h"

#include <algorithm>

namespace slipway
{

quint64 digestPrefix(const Digest& digest)
{
    return qHash(digest);
}

GeneratedContent::GeneratedContent(TreeWriter writer, std::vector<GeneratedTree> trees,
                                   std::vector<PartReference> references)
    : m_writer(std::move(writer))
    , m_trees(std::move(trees))
    , m_references(std::move(references))
{
    std::ranges::sort(m_references);
    for (const auto& layer : m_writer.layers())
        m_shared.insert(layer.digest, layer.layer);
    for (const auto& blob : sharedBlobs())
        m_shared.insert(Digest::of(blob), blob);
}

std::optional<TreePart> GeneratedContent::find(const Digest& digest) const
{
    const auto prefix = digestPrefix(digest);
    const auto [first, last] = std::ranges::equal_range(m_references, prefix, {}, &PartReference::prefix);
    for (auto reference = first; reference != last; ++reference) {
        auto parts = m_writer.parts(m_trees[reference->tree]);
        auto& part = parts[reference->part];
        if (part.digest == digest)
            return std::move(part);
    }
    return std::nullopt;
}

std::optional<StoredManifest> GeneratedContent::manifest(const Digest& digest) const
{
    auto part = find(digest);
    if (!part || part->role == TreePart::Role::Blob)
        return std::nullopt;
    return StoredManifest{part->mediaType, part->bytes};
}

std::optional<StoredBlob> GeneratedContent::blob(const Digest& digest) const
{
    if (const auto shared = m_shared.constFind(digest); shared != m_shared.cend())
        return *shared;
    auto part = find(digest);
    if (!part || part->role != TreePart::Role::Blob)
        return std::nullopt;
    return StoredBlob(part->bytes);
}

} // namespace slipway
