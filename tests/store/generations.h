#pragma once

#include "domain/snapshotbuilder.h"
#include "support/fixture.h"

namespace slipway::test
{

/// A snapshot that tells its number in every row, so that a mixture of two is seen: each version of generation n has
/// the tag `n`, and there are as many as n says.
inline SnapshotPtr generation(int number)
{
    QString text;
    for (int p = 0; p < 10; ++p) {
        text += QStringLiteral("package p%1\n").arg(p);
        for (int v = 0; v < 100 + number % 37; ++v)
            text += QStringLiteral(" i%1-%2 image tags=%3 layers=l%2:5\n").arg(p).arg(v).arg(number);
    }
    return Fixture::parse(text).build();
}

/// The number of the generation that this is, whole; -1 for anything else.
inline int generationOf(const Snapshot& snapshot)
{
    if (snapshot.versions.empty() || !snapshot.versions.front().isTagged())
        return -1;
    const QByteArrayView tag = snapshot.tagsOf(snapshot.versions.front()).front().utf8;
    const int number = tag.toInt();
    const size_t expected = 10 * (100 + static_cast<size_t>(number % 37));
    const bool isOne = std::ranges::all_of(snapshot.versions, [&](const VersionRow& version) {
        const TagList tags = snapshot.tagsOf(version);
        return tags.size() == 1 && tags.front().utf8 == tag;
    });
    const bool isWhole =
        snapshot.versions.size() == expected && snapshot.layers.size() == expected && snapshot.packages.size() == 10;
    return isOne && isWhole ? number : -1;
}

} // namespace slipway::test
