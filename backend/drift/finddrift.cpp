#include "drift/finddrift.h"

#include "drift/driftcontext.h"
#include "drift/siblings.h"

#include <algorithm>

namespace slipway
{

LockIndex::LockIndex(const Snapshot& snapshot, const BuildLock* lock)
{
    if (!lock)
        return;
    m_places.resize(snapshot.packages.size());
    const auto& images = lock->images;
    size_t package = 0;
    for (size_t begin = 0; begin < images.size();) {
        size_t end = begin + 1;
        while (end < images.size() && images[end].package == images[begin].package)
            ++end;
        while (package < snapshot.packages.size() && snapshot.packages[package].name < images[begin].package)
            ++package;
        if (package < snapshot.packages.size() && snapshot.packages[package].name == images[begin].package)
            m_places[package] = std::span(images).subspan(begin, end - begin);
        else
            for (size_t i = begin; i < end; ++i)
                m_ofNoPackage.push_back(&images[i]);
        begin = end;
    }
}

const LockedImage* LockIndex::find(RowIndex package, const QString& tag) const
{
    const auto pinned = of(package);
    const auto found =
        std::ranges::find(pinned, tag, [](const LockedImage& image) -> const QString& { return image.tag.value; });
    return found == pinned.end() ? nullptr : &*found;
}

DriftReport findDrift(const DriftFacts& facts, const DriftChecks& checks)
{
    const auto isWanted = [&checks](DriftCheck check) { return checks.isEmpty() || checks.contains(check); };
    DriftContext context(facts);
    if (facts.lock && isWanted(DriftCheck::Lock))
        checkLock(context);
    checkImages(context, isWanted(DriftCheck::Base), facts.policy.cuda && isWanted(DriftCheck::Cuda));
    checkSiblings(context, isWanted(DriftCheck::CpuGpu), isWanted(DriftCheck::Identical), isWanted(DriftCheck::Sbom));
    std::ranges::stable_sort(context.report.findings,
                             [](const DriftFinding& a, const DriftFinding& b) { return comesBefore(a, b); });
    return std::move(context.report);
}

} // namespace slipway
