#pragma once

#include "domain/classification.h"
#include "drift/finddrift.h"
#include "support/fixture.h"

#include <QStringList>

namespace slipway::test
{

/// A fixture's snapshot with everything the checks need; names of layers and manifests stand for their digests.
struct DriftCase final {
    explicit DriftCase(const QString& text, ClassificationRules rules = {});

    [[nodiscard]] DriftFacts facts() const;
    /// A config for the blob of this name.
    void setConfig(const QString& blob, const QStringList& env, const QMap<QString, QString>& labels = {});
    /// A finding a line, "cpu-gpu error app-gpu:latest other=app-cpu expected=… actual=… layer=3 count=5 bytes=7"; then
    /// gaps as "? cuda app-gpu:latest".
    [[nodiscard]] QStringList lines(const DriftChecks& checks = {}) const;

    Fixture fixture;
    SnapshotPtr snapshot;
    std::vector<PackageClass> classes;
    std::shared_ptr<const ReferenceGraph> graph;
    DriftPolicy policy;
    std::optional<BuildLock> lock;
    std::optional<ReadSboms> sboms;
};

/// A CPU and a GPU image of these layers, in one family, as a fixture's text.
[[nodiscard]] QString pairText(const QString& cpu, const QString& gpu);
[[nodiscard]] SharedLayersRule shared(SharedLayersBy by, int count = 0);
/// The lock that is made of it now.
[[nodiscard]] BuildLock lockOf(const DriftCase& drift);

[[nodiscard]] QStringList printDrift(const DriftReport& report, const Fixture& fixture);

} // namespace slipway::test
