#include "models/lockdiff.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace slipway
{

namespace
{

constexpr size_t kContext = 3;

using Lines = std::vector<QByteArrayView>;

Lines linesOf(const QByteArray& text)
{
    Lines lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const qsizetype next = end < 0 ? text.size() : end;
        lines.push_back(QByteArrayView(text).sliced(at, next - at));
        at = next + 1;
    }
    return lines;
}

/// A stretch of both texts.
struct Stretch {
    size_t before = 0;
    size_t beforeEnd = 0;
    size_t after = 0;
    size_t afterEnd = 0;
};

using Match = std::pair<size_t, size_t>;

/// Finds which lines of the two texts are the same ones.
class Matcher final
{
public:
    Matcher(const Lines& before, const Lines& after)
        : m_before(before)
        , m_after(after)
    {
    }

    std::vector<Match> run()
    {
        std::vector<Stretch> open{{0, m_before.size(), 0, m_after.size()}};
        while (!open.empty()) {
            Stretch stretch = open.back();
            open.pop_back();
            trim(stretch);
            if (stretch.before == stretch.beforeEnd || stretch.after == stretch.afterEnd)
                continue;
            Stretch rest = stretch;
            for (const auto& [before, after] : anchors(stretch)) {
                open.push_back({rest.before, before, rest.after, after});
                m_matches.emplace_back(before, after);
                rest.before = before + 1;
                rest.after = after + 1;
            }
            // Without an anchor there is nothing to go on by.
            if (rest.before != stretch.before || rest.after != stretch.after)
                open.push_back(rest);
        }
        std::ranges::sort(m_matches);
        return std::move(m_matches);
    }

private:
    /// What both begin and end with is the same.
    void trim(Stretch& s)
    {
        while (s.before < s.beforeEnd && s.after < s.afterEnd && m_before[s.before] == m_after[s.after])
            m_matches.emplace_back(s.before++, s.after++);
        while (s.before < s.beforeEnd && s.after < s.afterEnd && m_before[s.beforeEnd - 1] == m_after[s.afterEnd - 1])
            m_matches.emplace_back(--s.beforeEnd, --s.afterEnd);
    }

    /// Lines that are in each text once, as many of them as stand in the same order in both.
    [[nodiscard]] std::vector<Match> anchors(const Stretch& s) const
    {
        struct Seen {
            size_t before = 0;
            size_t after = 0;
            int inBefore = 0;
            int inAfter = 0;
        };
        QHash<QByteArrayView, Seen> seen;
        for (size_t i = s.before; i < s.beforeEnd; ++i) {
            auto& line = seen[m_before[i]];
            line.before = i;
            ++line.inBefore;
        }
        for (size_t i = s.after; i < s.afterEnd; ++i) {
            auto& line = seen[m_after[i]];
            line.after = i;
            ++line.inAfter;
        }
        std::vector<Match> once;
        for (const Seen& line : std::as_const(seen))
            if (line.inBefore == 1 && line.inAfter == 1)
                once.emplace_back(line.before, line.after);
        std::ranges::sort(once);
        return longestRising(once);
    }

    static std::vector<Match> longestRising(const std::vector<Match>& matches)
    {
        std::vector<size_t> ends;
        std::vector<size_t> before(matches.size());
        for (size_t i = 0; i < matches.size(); ++i) {
            const auto pile =
                std::ranges::lower_bound(ends, matches[i].second, {}, [&](size_t end) { return matches[end].second; });
            if (pile != ends.begin())
                before[i] = *(pile - 1);
            if (pile == ends.end())
                ends.push_back(i);
            else
                *pile = i;
        }
        std::vector<Match> rising(ends.size());
        size_t at = ends.empty() ? 0 : ends.back();
        for (size_t left = ends.size(); left > 0; --left, at = before[at])
            rising[left - 1] = matches[at];
        return rising;
    }

    const Lines& m_before;
    const Lines& m_after;
    std::vector<Match> m_matches;
};

/// Writes lines down, leaving out what lies far from every change.
class Teller final
{
public:
    explicit Teller(LockDiff& diff)
        : m_diff(diff)
    {
    }

    void same(size_t before, size_t after, QByteArrayView text)
    {
        m_pending.push_back({LockDiffKind::Context, static_cast<int>(before) + 1, static_cast<int>(after) + 1,
                             QString::fromUtf8(text)});
        if (m_after > 0) {
            --m_after;
            add(std::exchange(m_pending, {}).front());
        } else if (m_pending.size() > kContext) {
            m_pending.erase(m_pending.begin());
            m_hasGap = true;
        }
    }
    void changed(LockDiffKind kind, size_t line, QByteArrayView text)
    {
        if (std::exchange(m_hasGap, false))
            add({LockDiffKind::Gap, 0, 0, {}});
        for (auto& each : std::exchange(m_pending, {}))
            add(std::move(each));
        const int number = static_cast<int>(line) + 1;
        const bool isAdded = kind == LockDiffKind::Added;
        ++(isAdded ? m_diff.added : m_diff.removed);
        add({kind, isAdded ? 0 : number, isAdded ? number : 0, QString::fromUtf8(text)});
        m_after = kContext;
    }

private:
    void add(LockDiffLine line)
    {
        m_diff.isCut = m_diff.isCut || m_diff.lines.size() >= kMostDiffLines;
        if (!m_diff.isCut)
            m_diff.lines.push_back(std::move(line));
    }

    LockDiff& m_diff;
    std::vector<LockDiffLine> m_pending; ///< that are the same, before a change that may come
    size_t m_after = 0;                  ///< so many more are told after one
    bool m_hasGap = false;
};

} // namespace

LockDiff lockDiff(const QByteArray& before, const QByteArray& after)
{
    const Lines old = linesOf(before);
    const Lines now = linesOf(after);
    auto matches = Matcher(old, now).run();
    matches.emplace_back(old.size(), now.size());
    LockDiff diff;
    Teller teller(diff);
    size_t left = 0;
    size_t right = 0;
    for (const auto& [oldLine, newLine] : matches) {
        for (; left < oldLine; ++left)
            teller.changed(LockDiffKind::Removed, left, old[left]);
        for (; right < newLine; ++right)
            teller.changed(LockDiffKind::Added, right, now[right]);
        if (left < old.size() && right < now.size())
            teller.same(left, right, old[left]);
        ++left;
        ++right;
    }
    return diff;
}

} // namespace slipway
