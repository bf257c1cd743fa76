#pragma once

#include "models/driftlook.h"
#include "models/inventoryfrom.h"

namespace slipway::test
{

/// Pins an image's tag to the digest of this name, with these layers.
[[nodiscard]] LockedImage lockedImage(const QString& package, const QString& tag, const QString& digest,
                                      const QStringList& layers = {});

/// What is looked at beside the images, by names of the fixture.
struct DriftSetting final {
    DriftPolicy policy;
    std::vector<LockedImage> locked;   ///< by package; none: there is no lock file
    QHash<QString, QStringList> env;   ///< of configs
    QHash<QString, QStringList> sboms; ///< of images: "numpy 1.26.4"
};

/// What would be found of an organisation, judged but without lives.
[[nodiscard]] std::shared_ptr<const DriftGround> driftGroundFrom(const InventoryPtr& inventory,
                                                                 const DriftSetting& setting = {});
/// A first look at it at this moment, each finding with an id from 1 on; `before` are lives of an earlier look.
[[nodiscard]] DriftLookPtr driftFrom(const std::shared_ptr<const DriftGround>& ground, const QDateTime& now,
                                     std::vector<FindingLife> before = {});

} // namespace slipway::test
