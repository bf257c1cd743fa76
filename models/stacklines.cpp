#include "models/stacklines.h"

#include <algorithm>

namespace slipway
{

int StackColumns::of(QDate day) const
{
    const qint64 days = std::max<qint64>(first.daysTo(last), 1);
    const qint64 column = first.daysTo(day) * count / days;
    return static_cast<int>(std::clamp<qint64>(column, 0, std::max(count, 1) - 1));
}

namespace
{

/// What one column keeps of one edge beside its first and its last day.
struct ColumnEdge {
    StackPoint first;
    StackPoint lowest;
    StackPoint highest;

    void begin(StackPoint point) { first = lowest = highest = point; }
    void add(StackPoint point)
    {
        if (point.top < lowest.top)
            lowest = point;
        else if (point.top > highest.top)
            highest = point;
    }
    void moveTo(std::vector<StackPoint>& points, StackPoint last) const
    {
        const auto [earlier, later] = std::ranges::minmax({lowest, highest}, {}, &StackPoint::row);
        for (const StackPoint& point : {first, earlier, later, last})
            if (points.empty() || points.back().row < point.row)
                points.push_back(point);
    }
};

/// Takes the days one after the other.
class RunMaker final
{
public:
    explicit RunMaker(const StorageStack& stack)
        : m_stack(stack)
        , m_column(stack.series.size())
    {
    }

    void begin(size_t row)
    {
        endColumn();
        m_runs.push_back({row, row, std::vector<std::vector<StackPoint>>(m_stack.series.size())});
    }
    void add(size_t row, bool isNewColumn)
    {
        if (isNewColumn)
            endColumn();
        m_last = row;
        Bytes top = 0;
        auto edge = m_column.begin();
        for (const Bytes part : std::span(m_stack.days[row].parts).first(m_column.size())) {
            top += part;
            if (m_isEmpty)
                edge->begin({row, top});
            else
                edge->add({row, top});
            ++edge;
        }
        m_isEmpty = false;
    }
    [[nodiscard]] std::vector<StackRun> take()
    {
        endColumn();
        return std::move(m_runs);
    }

private:
    void endColumn()
    {
        if (m_isEmpty)
            return;
        m_runs.back().last = m_last;
        Bytes top = 0;
        for (size_t series = 0; series < m_column.size(); ++series) {
            top += m_stack.days[m_last].parts[series];
            m_column[series].moveTo(m_runs.back().tops[series], {m_last, top});
        }
        m_isEmpty = true;
    }

    const StorageStack& m_stack;
    std::vector<StackRun> m_runs;
    std::vector<ColumnEdge> m_column; ///< beside the series
    size_t m_last = 0;                ///< the row that the column was given last
    bool m_isEmpty = true;            ///< the column was given none yet
};

} // namespace

std::vector<StackRun> stackRuns(const StorageStack& stack, const StackColumns& columns)
{
    RunMaker runs(stack);
    int before = 0;
    for (size_t row = 0; row < stack.days.size(); ++row) {
        const int column = columns.of(stack.days[row].day);
        const bool isGap =
            row == 0 || (stack.days[row - 1].day.addDays(1) != stack.days[row].day && column > before + 1);
        if (isGap)
            runs.begin(row);
        runs.add(row, isGap || column != before);
        before = column;
    }
    return runs.take();
}

} // namespace slipway
