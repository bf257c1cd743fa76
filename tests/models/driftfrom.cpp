#include "models/driftfrom.h"

#include "drift/sbom.h"

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

LockedImage lockedImage(const QString& package, const QString& tag, const QString& digest, const QStringList& layers)
{
    LockedImage image;
    image.package = {package};
    image.tag = {tag};
    image.digest = named(digest);
    for (const auto& layer : layers)
        image.layers.push_back(named(layer));
    return image;
}

std::shared_ptr<const DriftGround> driftGroundFrom(const InventoryPtr& inventory, const DriftSetting& setting)
{
    auto ground = std::make_shared<DriftGround>();
    ground->inventory = inventory;
    ground->classes = classify(*inventory->snapshot, {});
    ground->policy = setting.policy;
    ground->checkedAt = fixtureTime();
    if (!setting.locked.empty()) {
        ground->lockFile = u"/team/build-lock.json"_s;
        ground->lock = BuildLock{fixtureTime(), inventory->snapshot->owner.login, setting.locked, {}};
        std::ranges::sort(ground->lock->images, isBefore);
    }
    for (auto it = setting.env.cbegin(); it != setting.env.cend(); ++it) {
        ImageConfig config;
        config.env = *it;
        ground->configs.insert(named(it.key()), config);
    }
    for (auto it = setting.sboms.cbegin(); it != setting.sboms.cend(); ++it) {
        std::vector<SbomPackage> packages;
        for (const auto& package : *it)
            packages.push_back({package.section(u' ', 0, 0), package.section(u' ', 1)});
        ground->sboms.sboms.insert(named(it.key()), makeSbom(std::move(packages)));
    }
    ground->report = findDrift(ground->facts());
    ground->siblings = comparedSiblings(ground->facts());
    learnLockedSizes(*ground);
    return ground;
}

DriftLookPtr driftFrom(const std::shared_ptr<const DriftGround>& ground, const QDateTime& now,
                       std::vector<FindingLife> before)
{
    const LookedFor looked{{DriftCheck::Lock, DriftCheck::CpuGpu, DriftCheck::Identical, DriftCheck::Base,
                            DriftCheck::Cuda, DriftCheck::Sbom},
                           true,
                           ground->report.gaps};
    qint64 next = 1;
    for (const auto& life : before)
        next = std::max(next, life.id + 1);
    std::vector<FindingLife> over;
    std::ranges::copy_if(before, std::back_inserter(over),
                         [](const FindingLife& life) { return life.state == FindingState::Resolved; });
    std::erase_if(before, [](const FindingLife& life) { return life.state == FindingState::Resolved; });
    auto lives = advanceFindings(std::move(before), ground->report.findings, looked, now);
    for (auto& life : lives)
        if (life.id == 0)
            life.id = next++;
    lives.insert(lives.end(), over.begin(), over.end());
    return driftLook(ground, lives);
}

} // namespace slipway::test
