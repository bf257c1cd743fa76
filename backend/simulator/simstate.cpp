#include "simulator/simstate.h"

#include <algorithm>

namespace slipway
{

SimPackage* SimulatorState::findPackage(const QString& name) const
{
    SimPackage* found = nullptr;
    for (const auto& package : packages) {
        // A name can be taken again after its package was deleted: then the live one counts.
        if (package->facts().name == name && (found == nullptr || found->isDeleted()))
            found = package.get();
    }
    return found;
}

SimPackage* SimulatorState::livePackage(const QString& name) const
{
    auto* package = findPackage(name);
    return package == nullptr || package->isDeleted() ? nullptr : package;
}

SimPackage& SimulatorState::addPackage(PackageFacts facts)
{
    nextId = std::max(nextId, facts.id + 1);
    packages.push_back(std::make_unique<SimPackage>(std::move(facts)));
    return *packages.back();
}

void SimulatorState::shiftTimes(std::chrono::milliseconds by)
{
    for (const auto& package : packages)
        package->shiftTimes(by);
    anchor = anchor.addDuration(by);
}

} // namespace slipway
