#include "domain/layerladder.h"

#include <QSet>

#include <algorithm>
#include <cstdint>

namespace slipway
{

namespace
{

using Layers = std::span<const LadderLayer>;

/// Above this, a table of all pairs is too large for what it tells.
constexpr size_t kMostPairs = 1'000'000;

/// How well two layers stand on one rung. One shared layer outweighs any number of others that a table can have.
constexpr std::uint32_t kSameDigest = 10'000;
constexpr std::uint32_t kSameStep = 4;
constexpr std::uint32_t kSameCommand = 1;

/// "RUN pip": what a step does, without what it does it to.
QStringView commandOf(const QString& step)
{
    const qsizetype first = step.indexOf(u' ');
    if (first < 0)
        return step;
    const qsizetype second = step.indexOf(u' ', first + 1);
    return QStringView(step).first(second < 0 ? step.size() : second);
}

std::uint32_t likeness(const LadderLayer& left, const LadderLayer& right)
{
    if (left.digest == right.digest)
        return kSameDigest;
    if (left.step.isEmpty() || right.step.isEmpty())
        return 0;
    if (left.step == right.step)
        return kSameStep;
    return commandOf(left.step) == commandOf(right.step) ? kSameCommand : 0;
}

struct Pair {
    size_t left = 0;
    size_t right = 0;
};

/// The pairs of layers, in order on both sides, that are alike most together: the longest common subsequence, weighed.
std::vector<Pair> alikePairs(Layers left, Layers right)
{
    if (left.empty() || right.empty() || right.size() > kMostPairs / left.size())
        return {};
    const size_t width = right.size() + 1;
    std::vector<std::uint32_t> best((left.size() + 1) * width); // of what begins at [i][j]
    for (size_t i = left.size(); i-- > 0;) {
        for (size_t j = right.size(); j-- > 0;) {
            const auto alike = likeness(left[i], right[j]);
            const auto together = alike > 0 ? alike + best[(i + 1) * width + j + 1] : 0;
            best[i * width + j] = std::max({together, best[(i + 1) * width + j], best[i * width + j + 1]});
        }
    }
    std::vector<Pair> pairs;
    for (size_t i = 0, j = 0; i < left.size() && j < right.size();) {
        const auto alike = likeness(left[i], right[j]);
        if (alike > 0 && best[i * width + j] == alike + best[(i + 1) * width + j + 1])
            pairs.push_back({i++, j++});
        else if (best[i * width + j] == best[(i + 1) * width + j])
            ++i;
        else
            ++j;
    }
    return pairs;
}

/// Each distinct layer once, as a registry stores it.
Bytes distinctBytes(Layers layers)
{
    QSet<Digest> seen;
    Bytes bytes = 0;
    for (const auto& layer : layers) {
        if (!seen.contains(layer.digest))
            bytes += std::max<Bytes>(layer.size, 0);
        seen.insert(layer.digest);
    }
    return bytes;
}

/// Sets one rung after another, from the lowest layer up.
class Builder final
{
public:
    Builder(Layers left, Layers right)
        : m_left(left)
        , m_right(right)
    {
    }

    /// All that comes below a pair: in its order, what one side has more comes last.
    void fillUntil(Pair end)
    {
        while (m_at.left < end.left && m_at.right < end.right)
            addPair();
        while (m_at.left < end.left)
            add(RungKind::LeftOnly, m_at.left++, std::nullopt);
        while (m_at.right < end.right)
            add(RungKind::RightOnly, std::nullopt, m_at.right++);
    }
    void addPair()
    {
        const bool isShared = m_left[m_at.left].digest == m_right[m_at.right].digest;
        add(isShared ? RungKind::Shared : RungKind::Different, m_at.left++, m_at.right++);
    }
    [[nodiscard]] std::vector<LadderRung> take() { return std::move(m_rungs); }

private:
    void add(RungKind kind, std::optional<size_t> left, std::optional<size_t> right)
    {
        m_rungs.push_back({kind, left, right});
    }

    Layers m_left;
    Layers m_right;
    Pair m_at;
    std::vector<LadderRung> m_rungs;
};

} // namespace

std::optional<size_t> LayerLadder::divergence() const
{
    const auto found = std::ranges::find_if(rungs, [](const auto& rung) { return rung.kind != RungKind::Shared; });
    return found == rungs.end() ? std::nullopt : std::optional(static_cast<size_t>(found - rungs.begin()));
}

LayerLadder compareLayers(Layers left, Layers right)
{
    LayerLadder ladder;
    const auto [endLeft, endRight] = std::ranges::mismatch(left, right, {}, &LadderLayer::digest, &LadderLayer::digest);
    ladder.prefix = static_cast<size_t>(endLeft - left.begin());
    ladder.prefixBytes = distinctBytes(left.first(ladder.prefix));
    ladder.leftBytes = distinctBytes(left);
    ladder.rightBytes = distinctBytes(right);
    Builder builder(left, right);
    for (size_t i = 0; i < ladder.prefix; ++i)
        builder.addPair();
    for (const Pair& pair : alikePairs(left.subspan(ladder.prefix), right.subspan(ladder.prefix))) {
        builder.fillUntil({ladder.prefix + pair.left, ladder.prefix + pair.right});
        builder.addPair();
    }
    builder.fillUntil({left.size(), right.size()});
    ladder.rungs = builder.take();
    std::vector<LadderLayer> shared;
    for (const auto& rung : ladder.rungs)
        if (rung.kind == RungKind::Shared)
            shared.push_back(left[*rung.left]);
    ladder.shared = shared.size();
    ladder.sharedBytes = distinctBytes(shared);
    return ladder;
}

} // namespace slipway
