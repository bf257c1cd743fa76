#include "models/inventoryfrom.h"

#include "inventory/buildinventory.h"

namespace slipway::test
{

namespace
{

Snapshot snapshotFrom(const QString& text, const QString& owner)
{
    Fixture fixture = Fixture::parse(text);
    for (auto& package : fixture.packages)
        for (auto& version : package.versions)
            version.id = {static_cast<std::int64_t>(qHash(version.digest) >> 2)};
    Snapshot snapshot = *fixture.build();
    snapshot.owner.login = owner;
    return snapshot;
}

} // namespace

InventoryPtr inventoryFrom(const QString& text, const QString& owner)
{
    return buildInventory(std::make_shared<const Snapshot>(snapshotFrom(text, owner)), {});
}

InventoryPtr outlineFrom(const QString& text, const ClassificationRules& rules)
{
    Snapshot packages = snapshotFrom(text, QStringLiteral("northquay"));
    packages.versions.clear();
    packages.manifests.clear();
    for (auto& package : packages.packages) {
        package.firstVersion = 0;
        package.versionTotal = 0;
    }
    return buildOutline(std::make_shared<const Snapshot>(std::move(packages)), rules);
}

InventoryPtr inventoryWithProblems(const QString& text, const std::vector<Error>& problems)
{
    Snapshot snapshot = snapshotFrom(text, QStringLiteral("northquay"));
    snapshot.problems = problems;
    snapshot.complete = problems.empty();
    return buildInventory(std::make_shared<const Snapshot>(std::move(snapshot)), {});
}

} // namespace slipway::test
