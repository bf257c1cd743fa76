#pragma once

#include "gui/windowfixture.h"
#include "models/driftfrom.h"
#include "views/drift/driftpage.h"

namespace slipway::test
{

/// An organisation that drifts: a GPU image that shares too little with its CPU sibling, another one with another CUDA,
/// a tag that was pushed again.
[[nodiscard]] inline QString driftingOrganisation()
{
    return QStringLiteral(R"(
package affective-cpu repo=affective_processing_center
  c1 image days=3 tags=v0.4.1,latest layers=base:29779558,python:41000000,app:412000 config=ccfg:3000
  c0 image days=9 tags=v0.4.0 layers=base:29779558,old:3000000
package affective-gpu repo=affective_processing_center
  g1 image days=1 tags=latest,v0.4.1 layers=base:29779558,cuda:148897792,voice:2000000 config=gcfg:3000
package vision-detect-cpu repo=vision_perception_hub
  d0 image days=2 tags=v0.4.1 layers=base:29779558,python:41000000
package vision-detect-gpu repo=vision_perception_hub
  d1 image days=2 tags=v0.4.1 layers=base:29779558,python:41000000,detect:90000000 config=dcfg:3000
package stray
  s1 image days=5 tags=latest layers=own:1024
)");
}

[[nodiscard]] inline DriftSetting driftSetting()
{
    DriftSetting setting;
    setting.policy.shared.push_back({std::nullopt, std::nullopt, SharedLayersBy::Count, 2});
    setting.policy.cuda = Glob::parse(QStringLiteral("12.1.*")).value();
    setting.env = {{QStringLiteral("gcfg"), {QStringLiteral("CUDA_VERSION=12.1.1")}},
                   {QStringLiteral("dcfg"), {QStringLiteral("CUDA_VERSION=12.2.0")}}};
    const auto lock = [](const char* package, const char* tag, const char* image) {
        return lockedImage(QString::fromLatin1(package), QString::fromLatin1(tag), QString::fromLatin1(image),
                           {QStringLiteral("base"), QStringLiteral("lost")});
    };
    setting.locked = {lock("affective-cpu", "latest", "c1"), lock("affective-gpu", "latest", "before"),
                      lock("vision-detect-cpu", "v0.4.1", "d0"), lock("vision-detect-gpu", "v0.4.1", "d1"),
                      lock("stray", "latest", "s1")};
    setting.sboms = {{QStringLiteral("c1"), {QStringLiteral("numpy 1.26.4"), QStringLiteral("zlib 1.3")}},
                     {QStringLiteral("g1"), {QStringLiteral("numpy 2.0.2"), QStringLiteral("zlib 1.3")}}};
    return setting;
}

/// A look at it at the window's present, with one finding of last week that is resolved.
[[nodiscard]] inline DriftLookPtr driftingLook(const InventoryPtr& inventory)
{
    const auto ground = driftGroundFrom(inventory, driftSetting());
    FindingLife past;
    past.id = 41;
    past.finding.check = DriftCheck::Base;
    past.finding.severity = DriftSeverity::Warning;
    past.finding.reason = DriftReason::BaseBehind;
    past.finding.image = QStringLiteral("stray");
    past.finding.tag = QStringLiteral("latest");
    past.finding.other = QStringLiteral("base-cpu:v1");
    past.key = driftKey(past.finding);
    past.firstSeenAt = fixtureTime().addDays(-9);
    past.lastSeenAt = fixtureTime().addDays(-7);
    past.state = FindingState::Resolved;
    past.events = {{FindingEventKind::Opened, past.firstSeenAt, {}, {}},
                   {FindingEventKind::Resolved, past.lastSeenAt, {}, {}}};
    return driftFrom(ground, fixtureTime(), {past});
}

/// Gives the window this organisation and what a look finds of it, and shows its Drift page.
inline void showDrift(MainWindow& window)
{
    const auto inventory = inventoryFrom(driftingOrganisation());
    window.setInventory(inventory);
    window.setState(PageState::ready());
    window.setCurrentPage(2);
    window.driftPage().setLook(driftingLook(inventory));
}

} // namespace slipway::test
