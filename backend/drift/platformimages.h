#pragma once

#include "domain/referencegraph.h"
#include "domain/snapshot.h"

#include <QHash>
#include <QString>

#include <span>
#include <unordered_map>
#include <vector>

namespace slipway
{

/// One image manifest that a tag leads to.
struct PlatformImage final {
    QString platform; ///< normalised; empty if neither an index nor the config tells
    const ManifestRow* manifest = nullptr;
    const ImageConfig* config = nullptr; ///< null if it was not read
};

/// Finds the images of versions. It remembers what platforms are called, so one serves for a whole snapshot.
class PlatformImages final
{
public:
    /// `more`: configs that are known beside the snapshot's, or better than there; outlives it.
    explicit PlatformImages(const Snapshot& snapshot, const QHash<Digest, ImageConfig>* more = nullptr)
        : m_snapshot(&snapshot)
        , m_more(more)
    {
    }

    /// The images a version consists of, by platform: itself, or what an index lists at any depth, attestations and
    /// what was not read left out. Several checks ask for the same ones: each is found once.
    [[nodiscard]] const std::vector<PlatformImage>& of(const VersionRow& version) { return found(version).images; }
    /// Whether every manifest it leads to was got, or is known to be none.
    [[nodiscard]] bool isWhole(const VersionRow& version) { return found(version).isWhole; }

private:
    struct Found {
        std::vector<PlatformImage> images;
        bool isWhole = true;
    };
    [[nodiscard]] const Found& found(const VersionRow& version);
    [[nodiscard]] const ImageConfig* configOf(const ManifestRow& image) const;
    void collect(const ManifestRow& manifest, const QString& platform, int depth, Found& found);
    [[nodiscard]] const QString& normalised(const QString& platform);

    const Snapshot* m_snapshot;
    const QHash<Digest, ImageConfig>* m_more;
    QHash<QString, QString> m_normalised;
    std::unordered_map<RowIndex, Found> m_found; ///< by manifest; places stay where they are
};

/// The image that stands for others: of linux/amd64, else the first; null without any.
[[nodiscard]] const PlatformImage* mainImage(std::span<const PlatformImage> images);

} // namespace slipway
