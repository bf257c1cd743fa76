#pragma once

#include "simulator/generatedtree.h"

#include <QHash>

#include <vector>

namespace slipway
{

/// Where a digest comes from: 16 bytes each, so that two million of them are cheap.
struct PartReference final {
    quint64 prefix = 0; ///< the first 8 bytes of the digest
    std::uint32_t tree = 0;
    std::uint8_t part = 0;

    friend auto operator<=>(const PartReference&, const PartReference&) = default;
};

[[nodiscard]] quint64 digestPrefix(const Digest& digest);

/// The content of a generated organisation: kept as trees, made again on demand.
class GeneratedContent final : public ContentSource
{
public:
    /// `references` in any order; they are sorted here.
    GeneratedContent(TreeWriter writer, std::vector<GeneratedTree> trees, std::vector<PartReference> references);

    [[nodiscard]] std::optional<StoredManifest> manifest(const Digest& digest) const override;
    [[nodiscard]] std::optional<StoredBlob> blob(const Digest& digest) const override;

private:
    [[nodiscard]] std::optional<TreePart> find(const Digest& digest) const;

    TreeWriter m_writer;
    std::vector<GeneratedTree> m_trees;
    std::vector<PartReference> m_references;
    QHash<Digest, StoredBlob> m_shared; ///< the layers of the pool and what all packages have
};

} // namespace slipway
