#include "models/driftlook.h"

#include "drift/drifttext.h"
#include "drift/findingstore.h"
#include "models/driftwords.h"

#include <QSet>

#include <algorithm>

namespace slipway
{

namespace
{

bool isOf(const FindingLife& life, FindingKind kind)
{
    const bool isOpen = life.state == FindingState::Open;
    switch (kind) {
    case FindingKind::All:
        return life.state != FindingState::Resolved;
    case FindingKind::Errors:
        return isOpen && life.finding.severity == DriftSeverity::Error;
    case FindingKind::Warnings:
        return isOpen && life.finding.severity == DriftSeverity::Warning;
    case FindingKind::Acknowledged:
        return life.state == FindingState::Acknowledged;
    case FindingKind::Resolved:
        return life.state == FindingState::Resolved;
    }
    return false;
}

const std::vector<FindingLife>& listOf(const DriftLook& look, FindingKind kind)
{
    return kind == FindingKind::Resolved ? look.past : look.lives;
}

} // namespace

DriftFacts DriftGround::facts() const
{
    return {snapshot(), *inventory->graph, classes, policy, lock ? &*lock : nullptr, &sboms, &configs};
}

const ImageConfig* DriftGround::configOf(const Digest& blob) const
{
    for (const auto* known : {&snapshot().configs, &configs})
        if (const auto found = known->constFind(blob); found != known->cend())
            return &*found;
    return nullptr;
}

void learnLockedSizes(DriftGround& ground)
{
    QSet<Digest> wanted;
    for (const auto& finding : ground.report.findings) {
        if (finding.check != DriftCheck::Lock || !ground.lock)
            continue;
        if (const auto* locked = ground.lock->find({finding.image}, {finding.tag}))
            wanted.unite(QSet<Digest>(locked->layers.begin(), locked->layers.end()));
    }
    if (wanted.isEmpty())
        return;
    for (const auto& blob : ground.snapshot().blobs)
        if (wanted.contains(blob.digest))
            ground.lockedSizes.insert(blob.digest, blob.size);
}

DriftLookPtr driftLook(std::shared_ptr<const DriftGround> ground, const std::vector<FindingLife>& kept)
{
    auto look = std::make_shared<DriftLook>();
    look->lives = livesInOrder(ground->report, kept);
    std::ranges::copy_if(kept, std::back_inserter(look->past),
                         [](const FindingLife& life) { return life.state == FindingState::Resolved; });
    std::ranges::stable_sort(look->past, std::ranges::greater(), &FindingLife::lastSeenAt);
    look->matrix = driftMatrix(ground->snapshot().packages, ground->classes, ground->report, look->lives);
    look->ground = std::move(ground);
    return look;
}

std::vector<FindingLife> shownFindings(const DriftLook& look, FindingKind kind, const QString& text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<FindingLife> shown;
    for (const auto& life : listOf(look, kind)) {
        if (!isOf(life, kind))
            continue;
        const DriftFinding& finding = life.finding;
        const QString all =
            QStringList{
                findingImage(finding), driftCheckName(finding.check), driftCheckWord(finding.check), finding.hub,
                finding.family,        driftSentence(finding)}
                .join(u' ');
        if (std::ranges::all_of(words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); }))
            shown.push_back(life);
    }
    return shown;
}

qsizetype findingTotal(const DriftLook& look, FindingKind kind)
{
    return std::ranges::count_if(listOf(look, kind), [kind](const FindingLife& life) { return isOf(life, kind); });
}

} // namespace slipway
