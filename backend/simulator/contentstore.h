#pragma once

#include "core/digest.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>

namespace slipway
{

/// The bytes of a manifest and the type they are served as.
struct StoredManifest final {
    QByteArray mediaType;
    QByteArray bytes;
};

/// A layer that is made when it is asked for.
struct SyntheticLayer final {
    QString name;
    std::int64_t size = 0;
};

/// A blob: its bytes, or how to make them.
using StoredBlob = std::variant<QByteArray, SyntheticLayer>;

[[nodiscard]] std::int64_t blobSize(const StoredBlob& blob);

/// Content that is not kept but made again from its digest, for generated organisations.
class ContentSource
{
public:
    ContentSource() = default;
    ContentSource(const ContentSource&) = delete;
    ContentSource& operator=(const ContentSource&) = delete;
    virtual ~ContentSource() = default;
    [[nodiscard]] virtual std::optional<StoredManifest> manifest(const Digest& digest) const = 0;
    [[nodiscard]] virtual std::optional<StoredBlob> blob(const Digest& digest) const = 0;
};

/// All manifests and blobs by digest.
class ContentStore final
{
public:
    void addManifest(const Digest& digest, const StoredManifest& manifest) { m_manifests.insert(digest, manifest); }
    void addBlob(const Digest& digest, const StoredBlob& blob) { m_blobs.insert(digest, blob); }
    void setSource(std::shared_ptr<const ContentSource> source) { m_source = std::move(source); }

    [[nodiscard]] std::optional<StoredManifest> manifest(const Digest& digest) const;
    /// A blob that was added.
    [[nodiscard]] std::optional<StoredBlob> blob(const Digest& digest) const;
    /// A blob that is made again; these belong to every package.
    [[nodiscard]] std::optional<StoredBlob> sourceBlob(const Digest& digest) const;

private:
    QHash<Digest, StoredManifest> m_manifests;
    QHash<Digest, StoredBlob> m_blobs;
    std::shared_ptr<const ContentSource> m_source;
};

} // namespace slipway
