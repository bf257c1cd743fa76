#include "files/diffrows.h"

#include <algorithm>

namespace slipway
{

namespace
{

constexpr qsizetype kFewestFolded = 2;

class RowMaker final
{
public:
    RowMaker(DiffLayout layout, const std::optional<DiffFolding>& folding)
        : m_layout(layout)
        , m_folding(folding)
    {
    }

    /// `isFirst`, `isLast`: no change is before, or after.
    void addSame(qsizetype left, qsizetype right, qsizetype count, bool isFirst, bool isLast);
    void addChange(const DiffChange& change, qsizetype number);
    [[nodiscard]] std::vector<DiffRow> take() { return std::move(m_rows); }

private:
    void addLines(qsizetype left, qsizetype right, qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i)
            m_rows.push_back({DiffRowKind::Same, left + i, right + i, 0, -1});
    }

    DiffLayout m_layout;
    const std::optional<DiffFolding>& m_folding;
    std::vector<DiffRow> m_rows;
};

void RowMaker::addSame(qsizetype left, qsizetype right, qsizetype count, bool isFirst, bool isLast)
{
    const qsizetype before = m_folding && !isFirst ? m_folding->context : 0;
    const qsizetype after = m_folding && !isLast ? m_folding->context : 0;
    const qsizetype folded = count - before - after;
    if (!m_folding || folded < kFewestFolded || m_folding->opened.contains(left + before)) {
        addLines(left, right, count);
        return;
    }
    addLines(left, right, before);
    m_rows.push_back({DiffRowKind::Folded, left + before, right + before, folded, -1});
    addLines(left + before + folded, right + before + folded, after);
}

void RowMaker::addChange(const DiffChange& change, qsizetype number)
{
    const qsizetype paired =
        m_layout == DiffLayout::SideBySide ? std::min(change.leftCount, change.rightCount) : qsizetype(0);
    for (qsizetype i = 0; i < paired; ++i)
        m_rows.push_back({DiffRowKind::Changed, change.left + i, change.right + i, 0, number});
    for (qsizetype i = paired; i < change.leftCount; ++i)
        m_rows.push_back({DiffRowKind::Removed, change.left + i, -1, 0, number});
    for (qsizetype i = paired; i < change.rightCount; ++i)
        m_rows.push_back({DiffRowKind::Added, -1, change.right + i, 0, number});
}

} // namespace

std::vector<DiffRow> diffRows(const std::vector<DiffChange>& changes, qsizetype leftLines, qsizetype rightLines,
                              DiffLayout layout, const std::optional<DiffFolding>& folding)
{
    RowMaker maker(layout, folding);
    qsizetype left = 0;
    qsizetype right = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const DiffChange& change = changes[i];
        if (change.left > left)
            maker.addSame(left, right, change.left - left, i == 0, false);
        maker.addChange(change, static_cast<qsizetype>(i));
        left = change.left + change.leftCount;
        right = change.right + change.rightCount;
    }
    const qsizetype rest = std::min(leftLines - left, rightLines - right);
    if (rest > 0)
        maker.addSame(left, right, rest, changes.empty(), true);
    return maker.take();
}

} // namespace slipway
