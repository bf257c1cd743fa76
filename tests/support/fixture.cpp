#include "support/fixture.h"

#include "support/fixtureparser.h"

#include <QTimeZone>

#include <algorithm>
#include <functional>

namespace slipway::test
{

using namespace Qt::StringLiterals;

Digest named(const QString& name)
{
    return Digest::of(name.toUtf8());
}

QDateTime fixtureTime()
{
    return {QDate(2026, 11, 21), QTime(12, 0), QTimeZone::UTC};
}

Fixture Fixture::parse(const QString& text)
{
    return FixtureParser(text).read();
}

SnapshotPtr Fixture::build() const
{
    SnapshotBuilder builder({u"northquay"_s, 7, OwnerKind::Organization}, fixtureTime());
    for (const auto& manifest : manifests)
        builder.addManifest(manifest);
    for (const auto& bad : unusable)
        builder.markUnusable(bad.digest, bad.state);
    for (const auto& package : packages)
        builder.addPackage(package.listed, package.versions, package.completeness);
    return std::move(builder).build();
}

SnapshotPtr Fixture::buildShuffled(std::mt19937& random) const
{
    SnapshotBuilder builder({u"northquay"_s, 7, OwnerKind::Organization}, fixtureTime());
    std::vector<std::function<void()>> steps;
    for (const auto& manifest : manifests)
        steps.emplace_back([&builder, &manifest] { builder.addManifest(manifest); });
    for (const auto& bad : unusable)
        steps.emplace_back([&builder, &bad] { builder.markUnusable(bad.digest, bad.state); });
    for (const auto& package : packages) {
        steps.emplace_back([&builder, &package, &random] {
            auto versions = package.versions;
            std::ranges::shuffle(versions, random);
            builder.addPackage(package.listed, std::move(versions), package.completeness);
        });
    }
    std::ranges::shuffle(steps, random);
    for (const auto& step : steps)
        step();
    return std::move(builder).build();
}

RowIndex Fixture::row(const Snapshot& snapshot, const QString& name) const
{
    const auto found = std::ranges::find(snapshot.versions, named(name),
                                         [&](const VersionRow& version) { return snapshot.digestOf(version); });
    return found == snapshot.versions.end() ? kNoRow : snapshot.rowOf(*found);
}

QString Fixture::nameOf(const Digest& digest) const
{
    return names.value(digest, digest.shortForm());
}

} // namespace slipway::test
