#include "drift/siblings.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

template<typename Left, typename Right>
size_t commonPrefix(const Left& left, const Right& right)
{
    return static_cast<size_t>(std::ranges::mismatch(left, right).in1 - std::ranges::begin(left));
}

/// Judges one pair after another.
class SiblingJudge final
{
public:
    explicit SiblingJudge(DriftContext& context)
        : m_context(context)
    {
    }

    void checkLayers(const SiblingPair& pair, const PlatformPair& images);
    void checkIdentical(const SiblingPair& pair, const std::vector<PlatformPair>& platforms);
    void checkSbom(const SiblingPair& pair, const PlatformPair& images);
    [[nodiscard]] size_t expectedLayers(const SiblingPair& pair, const PlatformPair& images) const;

private:
    [[nodiscard]] std::optional<size_t> lockedLayers(const SiblingPair& pair) const;
    [[nodiscard]] size_t baseLayers(const PlatformPair& images) const;
    [[nodiscard]] DriftFinding finding(DriftReason reason, DriftCheck check, const SiblingPair& pair,
                                       const QString& platform) const;
    [[nodiscard]] QString layerDigest(std::span<const RowIndex> layers, size_t at) const;

    DriftContext& m_context;
};

DriftFinding SiblingJudge::finding(DriftReason reason, DriftCheck check, const SiblingPair& pair,
                                   const QString& platform) const
{
    auto made = m_context.finding(reason, check, pair.gpu, pair.tag);
    made.other = m_context.snapshot().packages[pair.cpu].name.value;
    made.platform = platform;
    return made;
}

QString SiblingJudge::layerDigest(std::span<const RowIndex> layers, size_t at) const
{
    return at < layers.size() ? m_context.snapshot().blobs[layers[at]].digest.toString() : QString();
}

std::optional<size_t> SiblingJudge::lockedLayers(const SiblingPair& pair) const
{
    const auto* cpu = m_context.locked.find(pair.cpu, pair.tag);
    const auto* gpu = m_context.locked.find(pair.gpu, pair.tag);
    if (!cpu || !gpu || cpu->layers.empty() || gpu->layers.empty())
        return std::nullopt;
    return commonPrefix(cpu->layers, gpu->layers);
}

size_t SiblingJudge::baseLayers(const PlatformPair& images) const
{
    const auto cpu = m_context.bases().baseLayersOf(*images.cpu);
    const auto gpu = m_context.bases().baseLayersOf(*images.gpu);
    return gpu.empty() ? cpu.size() : commonPrefix(cpu, gpu);
}

size_t SiblingJudge::expectedLayers(const SiblingPair& pair, const PlatformPair& images) const
{
    const auto& packageClass = m_context.facts.classes[pair.gpu];
    const auto& rules = m_context.facts.policy.shared;
    const auto rule = std::ranges::find_if(rules, [&](const SharedLayersRule& each) {
        return (!each.hub || each.hub->matches(packageClass.hub))
               && (!each.family || each.family->matches(packageClass.family));
    });
    if (rule == rules.end()) {
        const auto locked = lockedLayers(pair);
        return locked ? *locked : baseLayers(images);
    }
    switch (rule->by) {
    case SharedLayersBy::Count:
        return static_cast<size_t>(rule->count);
    case SharedLayersBy::Base:
        return baseLayers(images);
    case SharedLayersBy::Lock:
        return lockedLayers(pair).value_or(0);
    case SharedLayersBy::None:
        break;
    }
    return 0;
}

void SiblingJudge::checkLayers(const SiblingPair& pair, const PlatformPair& images)
{
    const Snapshot& snapshot = m_context.snapshot();
    const auto cpu = snapshot.layersOf(*images.cpu);
    const auto gpu = snapshot.layersOf(*images.gpu);
    const size_t expected = expectedLayers(pair, images);
    if (expected == 0)
        return;
    m_context.count(DriftCheck::CpuGpu, pair.gpu);
    const size_t shared = commonPrefix(cpu, gpu);
    if (shared >= expected)
        return;
    auto found = finding(DriftReason::LayersDiverge, DriftCheck::CpuGpu, pair, images.platform);
    found.expected = layerDigest(cpu, shared);
    found.actual = layerDigest(gpu, shared);
    found.divergesAtLayer = static_cast<int>(shared) + 1;
    found.count = static_cast<int>(expected);
    for (size_t i = shared; i < std::min(expected, gpu.size()); ++i)
        found.bytes += snapshot.blobs[gpu[i]].knownSize();
    m_context.report.findings.push_back(std::move(found));
}

void SiblingJudge::checkIdentical(const SiblingPair& pair, const std::vector<PlatformPair>& platforms)
{
    if (platforms.empty())
        return;
    m_context.count(DriftCheck::Identical, pair.gpu);
    const Snapshot& snapshot = m_context.snapshot();
    const Digest& digest = snapshot.digestOf(pair.gpuVersion);
    const auto same =
        std::ranges::find_if(platforms, [](const PlatformPair& each) { return each.cpu->digest == each.gpu->digest; });
    const bool isWhole = digest == snapshot.digestOf(pair.cpuVersion);
    if (!isWhole && same == platforms.end())
        return;
    auto found = finding(DriftReason::SameImage, DriftCheck::Identical, pair, isWhole ? QString() : same->platform);
    found.actual = (isWhole ? digest : same->gpu->digest).toString();
    m_context.report.findings.push_back(std::move(found));
}

void SiblingJudge::checkSbom(const SiblingPair& pair, const PlatformPair& images)
{
    const ReadSboms& read = *m_context.facts.sboms;
    if (read.unread.contains(images.cpu->digest) || read.unread.contains(images.gpu->digest))
        return m_context.addGap(DriftCheck::Sbom, DriftGapReason::SbomUnread, pair.gpu, pair.tag);
    const auto cpu = read.sboms.constFind(images.cpu->digest);
    const auto gpu = read.sboms.constFind(images.gpu->digest);
    if (cpu == read.sboms.cend() || gpu == read.sboms.cend())
        return;
    m_context.count(DriftCheck::Sbom, pair.gpu);
    if (areSame(*cpu, *gpu))
        return;
    auto found = finding(DriftReason::PackagesDiffer, DriftCheck::Sbom, pair, images.platform);
    for (const auto& difference : compareSboms(*cpu, *gpu)) {
        const auto isExpected = [&](const Glob& glob) { return glob.matches(difference.name); };
        // What only the GPU image has is what makes it one.
        if (difference.left.isEmpty() || std::ranges::any_of(m_context.facts.policy.sbomExpected, isExpected))
            continue;
        if (found.differences.isEmpty()) {
            found.expected = difference.name + u' ' + difference.left;
            found.actual = difference.right.isEmpty() ? QString() : difference.name + u' ' + difference.right;
        }
        found.differences.append(difference.right.isEmpty()
                                     ? u"%1 %2, -"_s.arg(difference.name, difference.left)
                                     : u"%1 %2, %3"_s.arg(difference.name, difference.left, difference.right));
    }
    found.count = static_cast<int>(found.differences.size());
    if (found.count > 0)
        m_context.report.findings.push_back(std::move(found));
}

} // namespace

std::vector<ComparedSiblings> comparedSiblings(const DriftFacts& facts)
{
    DriftContext context(facts);
    const SiblingJudge judge(context);
    std::vector<ComparedSiblings> compared;
    for (auto& pair : siblingPairs(facts, context.locked))
        for (const auto& images : platformPairs(context.images, pair, facts.snapshot))
            compared.push_back({pair, images.platform, images.cpu->digest, images.gpu->digest,
                                images.cpu == images.gpu ? 0 : judge.expectedLayers(pair, images)});
    return compared;
}

void checkSiblings(DriftContext& context, bool areLayersWanted, bool isIdenticalWanted, bool isSbomWanted)
{
    if (!areLayersWanted && !isIdenticalWanted && !isSbomWanted)
        return;
    SiblingJudge judge(context);
    for (const auto& pair : siblingPairs(context.facts, context.locked)) {
        const auto platforms = platformPairs(context.images, pair, context.snapshot());
        if (isIdenticalWanted)
            judge.checkIdentical(pair, platforms);
        for (const auto& images : platforms) {
            if (areLayersWanted && images.cpu != images.gpu)
                judge.checkLayers(pair, images);
            if (isSbomWanted && context.facts.sboms && images.cpu != images.gpu)
                judge.checkSbom(pair, images);
        }
        const bool isUnread =
            context.snapshot().kindOf(context.snapshot().versions[pair.cpuVersion]) == ManifestKind::Unreadable
            || context.snapshot().kindOf(context.snapshot().versions[pair.gpuVersion]) == ManifestKind::Unreadable;
        if (isUnread && areLayersWanted)
            context.addGap(DriftCheck::CpuGpu, DriftGapReason::NotRead, pair.gpu, pair.tag);
    }
}

} // namespace slipway
