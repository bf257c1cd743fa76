#pragma once

#include "domain/snapshotbuilder.h"
#include "support/fixture.h"

namespace slipway::test
{

/// How many packages a generation has, and versions each of them.
constexpr int kGenerationPackages = 6;
inline int generationVersions(int number)
{
    return 30 + number % 17;
}

/// A snapshot that tells its number in every row, so that a mixture of two is seen: each version of generation n has
/// the tag `n`, and there are as many as n says.
inline SnapshotPtr generation(int number)
{
    SnapshotBuilder builder({QStringLiteral("northquay"), 7, OwnerKind::Organization}, fixtureTime());
    const Tag tag{QString::number(number)};
    for (int p = 0; p < kGenerationPackages; ++p) {
        std::vector<ListedVersion> versions;
        for (int v = 0; v < generationVersions(number); ++v) {
            Manifest manifest;
            manifest.digest = Digest::of(QByteArray::number(p * 1'000 + v));
            manifest.kind = ManifestKind::Image;
            manifest.layers.push_back({Digest::of("layer " + QByteArray::number(v)), 5, {}});
            builder.addManifest(manifest);
            versions.push_back({{p * 1'000 + v + 1}, manifest.digest, fixtureTime(), fixtureTime(), {tag}});
        }
        builder.addPackage({{QStringLiteral("p%1").arg(p)}, p, {}, generationVersions(number), {}, {}, {}},
                           std::move(versions), Completeness::Whole);
    }
    return std::move(builder).build();
}

/// The number of the generation that this is, whole; -1 for anything else.
inline int generationOf(const Snapshot& snapshot)
{
    if (snapshot.versions.empty() || !snapshot.versions.front().isTagged())
        return -1;
    const QByteArrayView tag = snapshot.tagsOf(snapshot.versions.front()).front().utf8;
    const int number = tag.toInt();
    const int expected = kGenerationPackages * generationVersions(number);
    const bool isOne = std::ranges::all_of(snapshot.versions, [&](const VersionRow& version) {
        const TagList tags = snapshot.tagsOf(version);
        return tags.size() == 1 && tags.front().utf8 == tag;
    });
    const bool isWhole = std::cmp_equal(snapshot.versions.size(), expected)
                         && std::cmp_equal(snapshot.layers.size(), expected)
                         && snapshot.packages.size() == kGenerationPackages;
    return isOne && isWhole ? number : -1;
}

} // namespace slipway::test
