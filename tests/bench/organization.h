#pragma once

#include "domain/snapshotbuilder.h"

#include <QTimeZone>

namespace slipway::bench
{

/// What the versions of a made organisation look like.
enum class Shape {
    Buildx, ///< trees of an index, two images and their attestations; every fifth tree is signed
    Dense,  ///< single images of ten layers: five shared by all, three by the package, two their own
};

inline Digest digestOf(const char* kind, int a, int b)
{
    return Digest::of(QByteArray(kind) + QByteArray::number(a) + '/' + QByteArray::number(b));
}

/// Makes the packages of one organisation.
class Organization final
{
public:
    Organization(Shape shape, int versions)
        : m_shape(shape)
        , m_versions(versions)
        , m_builder({QStringLiteral("bench"), 1, OwnerKind::Organization}, m_now)
    {
    }

    void addPackage(int package)
    {
        m_package = package;
        m_rows.clear();
        for (int i = 0; int(m_rows.size()) < m_versions; ++i) {
            if (m_shape == Shape::Dense)
                addDense(i);
            else
                addTree(i);
        }
        const auto total = static_cast<std::int64_t>(m_rows.size());
        m_builder.addPackage({{QStringLiteral("app-%1-%2").arg(package).arg(package % 2 == 0 ? u"cpu" : u"gpu")},
                              package + 1,
                              Visibility::Private,
                              total,
                              QStringLiteral("hub%1").arg(package % 7),
                              m_now,
                              m_now},
                             std::move(m_rows), Completeness::Whole);
    }

    SnapshotPtr build() { return std::move(m_builder).build(); }

private:
    void add(const Manifest& manifest, const QString& tag, int age)
    {
        m_builder.addManifest(manifest);
        const auto time = m_now.addSecs(-60LL * age);
        m_rows.push_back({{1'000'000'000 - m_next++}, manifest.digest, time, time, {}});
        if (!tag.isEmpty())
            m_rows.back().tags.append({tag});
    }

    Manifest image(const char* kind, int i, ManifestKind what)
    {
        Manifest manifest;
        manifest.digest = digestOf(kind, m_package, i);
        manifest.kind = what;
        manifest.size = 1'000;
        manifest.mediaType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
        return manifest;
    }

    void addDense(int i)
    {
        auto manifest = image("m", i, ManifestKind::Image);
        manifest.config = BlobReference{digestOf("c", m_package, i), 9'000, {}};
        for (int layer = 0; layer < 10; ++layer) {
            const Digest digest = layer < 5   ? digestOf("s", 0, layer)
                                  : layer < 8 ? digestOf("p", m_package, layer)
                                              : digestOf("o", m_package, i * 2 + layer);
            manifest.layers.push_back({digest, 1'000'000 + layer, {}});
        }
        add(manifest, QStringLiteral("v%1").arg(i), i);
    }

    Manifest platform(const char* kind, int i)
    {
        auto manifest = image(kind, i, ManifestKind::Image);
        manifest.config = BlobReference{digestOf("c", m_package * 2 + (*kind == 'a' ? 0 : 1), i), 500, {}};
        for (int layer = 0; layer < 3; ++layer)
            manifest.layers.push_back({digestOf("p", layer == 0 ? 0 : m_package, (i + layer) % 4), 50'000, {}});
        return manifest;
    }

    Manifest attestation(const char* kind, int i)
    {
        auto manifest = image(kind, i, ManifestKind::Attestation);
        manifest.config = BlobReference{digestOf("empty", 0, 0), 100, {}};
        manifest.layers.push_back({digestOf(kind, m_package, -1 - i), 900, {}});
        manifest.hasProvenance = true;
        return manifest;
    }

    void addTree(int i)
    {
        const std::array parts{platform("amd", i), platform("64arm", i), attestation("ta", i), attestation("tb", i)};
        auto index = image("x", i, ManifestKind::Index);
        index.mediaType = QStringLiteral("application/vnd.oci.image.index.v1+json");
        for (size_t part = 0; part < parts.size(); ++part) {
            ChildReference child{parts[part].digest, 1'000, {}, QStringLiteral("linux/amd64"), {}};
            if (part >= 2)
                child.attests = parts[part - 2].digest;
            index.children.push_back(child);
        }
        if (i % 5 == 0) {
            auto signature = image("sig", i, ManifestKind::Signature);
            signature.config = BlobReference{digestOf("empty", 0, 1), 100, {}};
            signature.layers.push_back({digestOf("payload", m_package, i), 250, {}});
            add(signature, QStringLiteral("sha256-") + index.digest.hex() + QStringLiteral(".sig"), i);
        }
        add(index, QStringLiteral("v1.%1").arg(i), i);
        for (const auto& part : parts)
            add(part, {}, i);
    }

    Shape m_shape;
    int m_versions;
    QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'763'000'000, QTimeZone::UTC);
    SnapshotBuilder m_builder;
    std::vector<ListedVersion> m_rows;
    int m_package = 0;
    std::int64_t m_next = 0;
};

inline SnapshotPtr makeOrganization(Shape shape, int packages, int versions)
{
    Organization organization(shape, versions);
    for (int package = 0; package < packages; ++package)
        organization.addPackage(package);
    return organization.build();
}

} // namespace slipway::bench
