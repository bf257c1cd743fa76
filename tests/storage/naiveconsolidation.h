#pragma once

#include "storage/consolidation.h"
#include "storage/randomowner.h"

namespace slipway::test
{

/// An organisation that a fixture tells of, with what consolidate() wants to know. Bases are known by the names of
/// their packages.
struct MeasuredOwner final {
    Fixture fixture;
    SnapshotPtr snapshot;
    ReferenceGraph graph;
    std::vector<PackageClass> classes;

    explicit MeasuredOwner(Fixture from)
        : fixture(std::move(from))
        , snapshot(fixture.build())
        , graph(*snapshot)
        , classes(classify(*snapshot, {}))
    {
    }

    [[nodiscard]] ConsolidationResult consolidated(const Consolidation& wish) const
    {
        return consolidate(*snapshot, graph, classes, wish, fixtureTime());
    }
    [[nodiscard]] RowIndex row(const QString& name) const { return fixture.row(*snapshot, name); }
};

/// What consolidate() should say of a hub (null: of the owner): its rule once more, image by image and base by base, by
/// digests and without any cleverness.
[[nodiscard]] StoredSteps naivelyStored(const MeasuredOwner& owner, const Consolidation& wish, const QString* hub);

} // namespace slipway::test
