#include "models/cleanupfrom.h"

#include "cleanup/policyreader.h"

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

CleanupTerms cleanupTermsFrom(const QString& yaml, const CleanupProtections& protections)
{
    auto policy = parseCleanupPolicy("version: 1\n" + yaml.toUtf8(), u"policy"_s);
    if (!policy)
        qFatal("%s", qPrintable(policy.error().detail));
    return {u"/profile/northquay.cleanup.yaml"_s, *std::move(policy), protections, std::nullopt, u"api.github.com"_s};
}

CleanupSheetPtr cleanupFrom(const InventoryPtr& inventory, const CleanupTerms& terms)
{
    return makeCleanupSheet(inventory, terms, fixtureTime(), {});
}

VersionId versionIdOf(const Inventory& inventory, const QString& name)
{
    const Snapshot& snapshot = *inventory.snapshot;
    const auto found = std::ranges::find_if(
        snapshot.versions, [&](const VersionRow& version) { return snapshot.digestOf(version) == named(name); });
    return found == snapshot.versions.end() ? VersionId{} : found->id;
}

} // namespace slipway::test
