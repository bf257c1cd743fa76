#include "drift/chosentags.h"
#include "drift/driftcontext.h"

namespace slipway
{

namespace
{

/// A finding about what the lock pins, as the lock classes it.
DriftFinding lockFinding(DriftReason reason, const LockedImage& locked)
{
    DriftFinding made;
    made.check = DriftCheck::Lock;
    made.severity = severityOf(DriftCheck::Lock);
    made.reason = reason;
    made.hub = locked.hub;
    made.family = locked.family;
    made.image = locked.package.value;
    made.tag = locked.tag.value;
    made.expected = locked.digest.toString();
    return made;
}

void checkLocked(DriftContext& context, const LockedImage& locked, RowIndex package)
{
    const Snapshot& snapshot = context.snapshot();
    const RowIndex version = versionTagged(snapshot, snapshot.packages[package], locked.tag.value.toUtf8());
    if (version == kNoRow) {
        if (!snapshot.packages[package].complete)
            return context.addGap(DriftCheck::Lock, DriftGapReason::NotRead, package, locked.tag.value);
        context.count(DriftCheck::Lock, package);
        context.report.findings.push_back(lockFinding(DriftReason::TagMissing, locked));
        return;
    }
    context.count(DriftCheck::Lock, package);
    if (snapshot.digestOf(version) == locked.digest)
        return;
    auto found = lockFinding(DriftReason::DigestDiffers, locked);
    found.actual = snapshot.digestOf(version).toString();
    context.report.findings.push_back(std::move(found));
}

} // namespace

void checkLock(DriftContext& context)
{
    const Snapshot& snapshot = context.snapshot();
    for (const LockedImage* locked : context.locked.ofNoPackage()) {
        if (snapshot.isListWhole)
            context.report.findings.push_back(lockFinding(DriftReason::PackageMissing, *locked));
        else
            context.report.gaps.push_back(
                {DriftCheck::Lock, DriftGapReason::NotRead, locked->package.value, locked->tag.value});
    }
    for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
        for (const auto& locked : context.locked.of(package))
            checkLocked(context, locked, package);
        for (const auto& chosen : context.chosen(package)) {
            if (context.locked.find(package, chosen.tag))
                continue;
            context.count(DriftCheck::Lock, package);
            auto missing = context.finding(DriftReason::NotLocked, DriftCheck::Lock, package, chosen.tag);
            missing.actual = snapshot.digestOf(chosen.version).toString();
            context.report.findings.push_back(std::move(missing));
        }
    }
}

} // namespace slipway
