#include "files/linediff.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <optional>

namespace slipway
{

namespace
{

/// A part of both sequences, [begin, end).
struct Box final {
    qsizetype left = 0;
    qsizetype leftEnd = 0;
    qsizetype right = 0;
    qsizetype rightEnd = 0;

    [[nodiscard]] qsizetype width() const { return leftEnd - left; }
    [[nodiscard]] qsizetype height() const { return rightEnd - right; }
};

struct Point final {
    qsizetype left = 0;
    qsizetype right = 0;
};

/// Marks what differs; the boxes still to be looked at are on a stack of its own, for a text may have a million lines.
class Comparison final
{
public:
    Comparison(std::span<const int> left, std::span<const int> right, std::int64_t budget)
        : m_left(left)
        , m_right(right)
        , m_budget(budget)
        , m_gone(left.size(), false)
        , m_come(right.size(), false)
    {
        const std::size_t diagonals = left.size() + right.size() + 3;
        m_forward.resize(diagonals);
        m_backward.resize(diagonals);
        m_boxes.push_back({0, std::ssize(left), 0, std::ssize(right)});
    }

    [[nodiscard]] SequenceDiff run();

private:
    void compare(Box box);
    [[nodiscard]] std::optional<Point> middle(const Box& box);
    void mark(const Box& box);
    [[nodiscard]] bool isEqual(qsizetype left, qsizetype right) const
    {
        return m_left[static_cast<std::size_t>(left)] == m_right[static_cast<std::size_t>(right)];
    }
    /// The furthest place on a diagonal.
    [[nodiscard]] qsizetype& forward(qsizetype diagonal) { return m_forward[at(diagonal)]; }
    [[nodiscard]] qsizetype& backward(qsizetype diagonal) { return m_backward[at(diagonal)]; }
    [[nodiscard]] std::size_t at(qsizetype diagonal) const
    {
        return static_cast<std::size_t>(diagonal + std::ssize(m_right) + 1);
    }

    std::span<const int> m_left;
    std::span<const int> m_right;
    std::int64_t m_budget;
    bool m_isCoarse = false;
    std::vector<bool> m_gone;
    std::vector<bool> m_come;
    std::vector<qsizetype> m_forward;
    std::vector<qsizetype> m_backward;
    std::vector<Box> m_boxes;
};

void Comparison::mark(const Box& box)
{
    std::fill(m_gone.begin() + box.left, m_gone.begin() + box.leftEnd, true);
    std::fill(m_come.begin() + box.right, m_come.begin() + box.rightEnd, true);
}

void Comparison::compare(Box box)
{
    while (box.width() > 0 && box.height() > 0 && isEqual(box.left, box.right)) {
        ++box.left;
        ++box.right;
    }
    while (box.width() > 0 && box.height() > 0 && isEqual(box.leftEnd - 1, box.rightEnd - 1)) {
        --box.leftEnd;
        --box.rightEnd;
    }
    if (box.width() == 0 || box.height() == 0) {
        mark(box);
        return;
    }
    const auto split = middle(box);
    if (!split) {
        m_isCoarse = true;
        mark(box);
        return;
    }
    m_boxes.push_back({split->left, box.leftEnd, split->right, box.rightEnd});
    m_boxes.push_back({box.left, split->left, box.right, split->right});
}

/// A point on a shortest way through the box that is neither of its corners, from both ends at once; nothing once the
/// budget is spent. The box begins and ends with elements that differ.
std::optional<Point> Comparison::middle(const Box& box)
{
    const qsizetype lowest = box.left - box.rightEnd;
    const qsizetype highest = box.leftEnd - box.right;
    const qsizetype start = box.left - box.right;
    const qsizetype end = box.leftEnd - box.rightEnd;
    const bool isOdd = ((start - end) & 1) != 0;
    forward(start) = box.left;
    backward(end) = box.leftEnd;
    qsizetype forwardLow = start;
    qsizetype forwardHigh = start;
    qsizetype backwardLow = end;
    qsizetype backwardHigh = end;
    for (;;) {
        if (forwardLow > lowest)
            forward(--forwardLow - 1) = -1;
        else
            ++forwardLow;
        if (forwardHigh < highest)
            forward(++forwardHigh + 1) = -1;
        else
            --forwardHigh;
        for (qsizetype diagonal = forwardHigh; diagonal >= forwardLow; diagonal -= 2) {
            const qsizetype below = forward(diagonal - 1);
            const qsizetype above = forward(diagonal + 1);
            qsizetype left = below >= above ? below + 1 : above;
            const qsizetype from = left;
            while (left < box.leftEnd && left - diagonal < box.rightEnd && isEqual(left, left - diagonal))
                ++left;
            m_budget -= left - from + 1;
            forward(diagonal) = left;
            if (isOdd && backwardLow <= diagonal && diagonal <= backwardHigh && backward(diagonal) <= left)
                return Point{left, left - diagonal};
        }
        constexpr qsizetype kFar = std::numeric_limits<qsizetype>::max();
        if (backwardLow > lowest)
            backward(--backwardLow - 1) = kFar;
        else
            ++backwardLow;
        if (backwardHigh < highest)
            backward(++backwardHigh + 1) = kFar;
        else
            --backwardHigh;
        for (qsizetype diagonal = backwardHigh; diagonal >= backwardLow; diagonal -= 2) {
            const qsizetype below = backward(diagonal - 1);
            const qsizetype above = backward(diagonal + 1);
            qsizetype left = below < above ? below : above - 1;
            const qsizetype from = left;
            while (box.left < left && box.right < left - diagonal && isEqual(left - 1, left - diagonal - 1))
                --left;
            m_budget -= from - left + 1;
            backward(diagonal) = left;
            if (!isOdd && forwardLow <= diagonal && diagonal <= forwardHigh && left <= forward(diagonal))
                return Point{left, left - diagonal};
        }
        if (m_budget <= 0)
            return std::nullopt;
    }
}

SequenceDiff Comparison::run()
{
    while (!m_boxes.empty()) {
        const Box box = m_boxes.back();
        m_boxes.pop_back();
        compare(box);
    }
    SequenceDiff diff;
    diff.isCoarse = m_isCoarse;
    std::size_t left = 0;
    std::size_t right = 0;
    while (left < m_gone.size() || right < m_come.size()) {
        const std::size_t fromLeft = left;
        const std::size_t fromRight = right;
        while (left < m_gone.size() && m_gone[left])
            ++left;
        while (right < m_come.size() && m_come[right])
            ++right;
        if (left == fromLeft && right == fromRight) {
            ++left;
            ++right;
            continue;
        }
        diff.changes.push_back({static_cast<qsizetype>(fromLeft), static_cast<qsizetype>(left - fromLeft),
                                static_cast<qsizetype>(fromRight), static_cast<qsizetype>(right - fromRight)});
    }
    return diff;
}

/// The elements that the other side has at all, with where they stood: the others are changed whatever the rest is, and
/// texts that have little in common would else cost the most.
struct Shared final {
    std::vector<int> elements;
    std::vector<qsizetype> places;
};

Shared sharedWith(std::span<const int> side, const std::vector<bool>& other)
{
    Shared shared;
    for (std::size_t i = 0; i < side.size(); ++i) {
        if (static_cast<std::size_t>(side[i]) < other.size() && other[static_cast<std::size_t>(side[i])]) {
            shared.elements.push_back(side[i]);
            shared.places.push_back(static_cast<qsizetype>(i));
        }
    }
    return shared;
}

std::vector<bool> occurring(std::span<const int> side)
{
    std::vector<bool> found;
    for (const int element : side) {
        if (static_cast<std::size_t>(element) >= found.size())
            found.resize(static_cast<std::size_t>(element) + 1);
        found[static_cast<std::size_t>(element)] = true;
    }
    return found;
}

/// Changes of the whole, from what is equal among the shared elements.
std::vector<DiffChange> changesBetween(const std::vector<DiffChange>& inner, const Shared& left, const Shared& right,
                                       qsizetype leftSize, qsizetype rightSize)
{
    std::vector<DiffChange> changes;
    qsizetype leftDone = 0;
    qsizetype rightDone = 0;
    const auto stopAt = [&](qsizetype leftPlace, qsizetype rightPlace) {
        if (leftPlace > leftDone || rightPlace > rightDone)
            changes.push_back({leftDone, leftPlace - leftDone, rightDone, rightPlace - rightDone});
        leftDone = leftPlace + 1;
        rightDone = rightPlace + 1;
    };
    std::size_t i = 0;
    std::size_t j = 0;
    for (std::size_t next = 0; next <= inner.size(); ++next) {
        const bool isLast = next == inner.size();
        const std::size_t until = isLast ? left.places.size() : static_cast<std::size_t>(inner[next].left);
        for (; i < until; ++i, ++j)
            stopAt(left.places[i], right.places[j]);
        if (!isLast) {
            i += static_cast<std::size_t>(inner[next].leftCount);
            j += static_cast<std::size_t>(inner[next].rightCount);
        }
    }
    stopAt(leftSize, rightSize);
    return changes;
}

} // namespace

SequenceDiff diffSequences(std::span<const int> left, std::span<const int> right, std::int64_t budget)
{
    const Shared sharedLeft = sharedWith(left, occurring(right));
    const Shared sharedRight = sharedWith(right, occurring(left));
    SequenceDiff diff = Comparison(sharedLeft.elements, sharedRight.elements, budget).run();
    diff.changes = changesBetween(diff.changes, sharedLeft, sharedRight, std::ssize(left), std::ssize(right));
    return diff;
}

SequenceDiff diffLines(std::span<const QStringView> left, std::span<const QStringView> right, std::int64_t budget)
{
    QHash<QStringView, int> numbers;
    numbers.reserve(std::ssize(left) + std::ssize(right));
    const auto numbered = [&numbers](std::span<const QStringView> lines) {
        std::vector<int> elements;
        elements.reserve(lines.size());
        for (const QStringView line : lines) {
            const auto known = numbers.constFind(line);
            const int number = known == numbers.cend() ? static_cast<int>(numbers.size()) : *known;
            if (known == numbers.cend())
                numbers.insert(line, number);
            elements.push_back(number);
        }
        return elements;
    };
    const auto leftNumbers = numbered(left);
    const auto rightNumbers = numbered(right);
    return diffSequences(leftNumbers, rightNumbers, budget);
}

} // namespace slipway
