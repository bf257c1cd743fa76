#pragma once

#include "domain/baseimages.h"
#include "domain/snapshot.h"
#include "drift/buildlock.h"
#include "drift/platformimages.h"

#include <QHash>

#include <optional>

namespace slipway
{

/// How it is known what an image was built on.
enum class BaseSource : std::uint8_t {
    Label,  ///< org.opencontainers.image.base.digest, of the config or of the manifest
    Lock,   ///< the lock file, for the digest it pins
    Layers, ///< its layers begin with those of an image of a base package
};

/// What an image was built on.
struct ImageBase final {
    BaseSource source = BaseSource::Label;
    Digest digest;             ///< of an image or of an index
    QString ref;               ///< "ghcr.io/northquay/base-cpu:12.1.1" as the label or lock says; may be empty
    RowIndex package = kNoRow; ///< of the owner; kNoRow if it is not among them
    QString tag;               ///< of `ref`, or of the version that has the digest
};

/// A config with the base that the annotations of its manifest declare, as buildah writes them. They count before the
/// labels: those are inherited from the base, and may be of the base's own.
[[nodiscard]] ImageConfig withDeclaredBase(ImageConfig config, const QByteArray& manifest);

/// Says what images stand on. Source of the labels: OCI image-spec 1.1, annotations.md. Of several sources the label
/// counts, then the lock, then the layers.
class ImageBases final
{
public:
    ImageBases(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes);

    /// `locked` is the lock's entry for the image, if that pins the very digest the image has.
    [[nodiscard]] std::optional<ImageBase> baseOf(const PlatformImage& image, const LockedImage* locked) const;
    /// The layers of the base that the image stands on by its own layers; empty if it stands on none.
    [[nodiscard]] std::span<const RowIndex> baseLayersOf(const ManifestRow& image) const;
    /// The version of a package that has this digest, or an index of it that lists the digest; kNoRow if none has.
    [[nodiscard]] RowIndex versionWith(RowIndex package, const Digest& digest) const;
    /// The package a reference such as "ghcr.io/owner/base-cpu:12.1.1" names, if it is the owner's; whatever its host,
    /// of which baseOf() believes others than GitHub's only if the package has the digest: it may be a mirror.
    [[nodiscard]] RowIndex packageOf(const QString& ref) const;

private:
    /// What a reference leads to; the same few are asked for by all images.
    struct Place {
        RowIndex package = kNoRow;
        QString tag;
        bool isGithubs = false; ///< of a registry of GitHub's
    };
    [[nodiscard]] ImageBase named(BaseSource source, const QString& ref, const Digest& digest) const;
    [[nodiscard]] const Place& placeOf(const QString& ref) const;
    [[nodiscard]] const std::optional<Digest>& digestOf(const QString& text) const;

    const Snapshot* m_snapshot;
    const ReferenceGraph* m_graph;
    BaseImages m_bases;
    QHash<Digest, RowIndex> m_baseVersions;                  ///< versions of base packages by digest
    mutable QHash<QString, Place> m_places;                  ///< by reference, as far as they were asked for
    mutable QHash<QString, std::optional<Digest>> m_digests; ///< by text: many images stand on few bases
    QString m_owner;                                         ///< "/northquay/"
};

/// The tag of "host/owner/name:tag", "" if it has none; "name@sha256:…" has none either.
[[nodiscard]] QString tagOfReference(const QString& ref);

} // namespace slipway
