#pragma once

#include "core/digest.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <cstdint>
#include <optional>

namespace slipway
{

using StringMap = QMap<QString, QString>;

/// Media types of the OCI image specification and of Docker's schema 2.
namespace mediatype
{
inline constexpr QLatin1StringView kOciManifest{"application/vnd.oci.image.manifest.v1+json"};
inline constexpr QLatin1StringView kOciIndex{"application/vnd.oci.image.index.v1+json"};
inline constexpr QLatin1StringView kOciConfig{"application/vnd.oci.image.config.v1+json"};
inline constexpr QLatin1StringView kOciLayer{"application/vnd.oci.image.layer.v1.tar+gzip"};
inline constexpr QLatin1StringView kOciEmpty{"application/vnd.oci.empty.v1+json"};
inline constexpr QLatin1StringView kDockerManifest{"application/vnd.docker.distribution.manifest.v2+json"};
inline constexpr QLatin1StringView kDockerIndex{"application/vnd.docker.distribution.manifest.list.v2+json"};
inline constexpr QLatin1StringView kDockerConfig{"application/vnd.docker.container.image.v1+json"};
inline constexpr QLatin1StringView kDockerLayer{"application/vnd.docker.image.rootfs.diff.tar.gzip"};
} // namespace mediatype

/// An operating system and an architecture: "linux/arm64/v8".
struct SimPlatform final {
    QString os;
    QString architecture;
    QString variant;

    [[nodiscard]] static SimPlatform parse(const QString& text);
};

/// What points at content (image specification, descriptor.md).
struct SimDescriptor final {
    QString mediaType;
    Digest digest;
    std::int64_t size = 0;
    StringMap annotations;
    std::optional<SimPlatform> platform;
};

/// The parts of any manifest; empty ones are left out. The text is compact and has the specification's order of
/// members.
struct ManifestParts final {
    QString mediaType;
    QString artifactType;
    std::optional<SimDescriptor> config;
    std::optional<QList<SimDescriptor>> layers;
    std::optional<QList<SimDescriptor>> manifests;
    std::optional<SimDescriptor> subject;
    StringMap annotations;
};

[[nodiscard]] QByteArray manifestText(const ManifestParts& parts);

/// One line of an image's history.
struct HistoryLine final {
    QString createdBy;
    bool isEmptyLayer = false;
};

/// The parts of an image config.
struct ImageConfigParts final {
    QString created;
    SimPlatform platform;
    std::optional<QStringList> env;
    std::optional<QStringList> entrypoint;
    std::optional<QStringList> command;
    StringMap labels;
    QList<Digest> diffIds;
    QList<HistoryLine> history;
};

[[nodiscard]] QByteArray imageConfigText(const ImageConfigParts& parts);

} // namespace slipway
