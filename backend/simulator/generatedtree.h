#pragma once

#include "core/digest.h"
#include "simulator/contentstore.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <cstdint>
#include <vector>

namespace slipway
{

/// What one push of a generated organisation leaves behind.
enum class TreeKind : std::uint8_t {
    Leftover,    ///< one untagged image
    Single,      ///< one tagged image
    Multi,       ///< index, two images, two attestations
    SignedMulti, ///< the same with a cosign signature
};

/// How many rows a tree has.
[[nodiscard]] int treeRows(TreeKind kind);

/// One push: enough to make all its manifests and blobs again.
struct GeneratedTree final {
    std::int32_t package = 0;
    std::int32_t number = 0;   ///< within the package, oldest first
    std::int64_t pushedAt = 0; ///< seconds since the epoch
    TreeKind kind = TreeKind::Single;
};

/// A layer of the pool the generated images are made of.
struct PoolLayer final {
    SyntheticLayer layer;
    Digest digest;
    Digest diffId;
};

/// A piece of content of a tree.
struct TreePart final {
    enum class Role : std::uint8_t { Index, Image, Attestation, Signature, Blob };
    Role role = Role::Blob;
    Digest digest;
    QByteArray mediaType; ///< of manifests
    QByteArray bytes;
};

/// Makes the content of trees. The same seed and tree give the same bytes.
class TreeWriter final
{
public:
    static constexpr int kBaseLayers = 8;
    static constexpr int kPackageLayers = 8;

    TreeWriter(quint64 seed, int packages);

    /// All parts of the tree: manifests in the order of their rows (index first), then blobs.
    [[nodiscard]] std::vector<TreePart> parts(const GeneratedTree& tree) const;
    /// The layers of the organisation and, from kBaseLayers + package × kPackageLayers, of each package.
    [[nodiscard]] const std::vector<PoolLayer>& layers() const { return m_layers; }
    /// A number that is always the same for a seed and these two.
    [[nodiscard]] quint64 random(qint64 package, qint64 number) const;

private:
    struct Image final {
        TreePart manifest;
        TreePart config;
    };
    [[nodiscard]] Image image(const GeneratedTree& tree, const QByteArray& architecture) const;
    [[nodiscard]] Image attestation(const GeneratedTree& tree, const TreePart& subject) const;
    [[nodiscard]] Image signature(const TreePart& subject) const;

    quint64 m_seed;
    std::vector<PoolLayer> m_layers;
};

/// Blobs every generated package has: the configs of attestations and of signatures.
[[nodiscard]] const std::array<QByteArray, 2>& sharedBlobs();

} // namespace slipway
