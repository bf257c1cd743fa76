#pragma once

#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace slipway
{

/// How much taller than thick the line of an edge may be where it is steep: more would stand out of its corners.
constexpr double kSteepestLine = 6;

/// What of each pixel of one column lies below an edge.
class EdgeCover final
{
public:
    explicit EdgeCover(int height)
        : m_height(height)
        , m_share(static_cast<size_t>(height) + 2)
    {
    }

    /// A piece of the edge, `width` of the column wide, from one height to another, in pixels from the top.
    void add(float width, float from, float to)
    {
        const float high = std::clamp(std::min(from, to), 0.0F, static_cast<float>(m_height));
        const float low = std::clamp(std::max(from, to), 0.0F, static_cast<float>(m_height));
        const int first = static_cast<int>(high);
        const int last = static_cast<int>(low);
        m_first = std::min(m_first, first);
        m_end = std::max(m_end, last + 1);
        // The integral of what lies below the piece, up to each pixel's lower border; each pixel keeps by how much more
        // of it is covered than of the one above.
        const float slope = last > first ? width / (2 * (low - high)) : 0;
        float area = 0;
        float before = 0;
        for (int row = first; row < last; ++row) {
            const float below = static_cast<float>(row + 1) - high;
            const float next = below * below * slope;
            m_share[static_cast<size_t>(row)] += next - area - before;
            before = next - area;
            area = next;
        }
        const float share = width * (static_cast<float>(last + 1) - (high + low) / 2) - area;
        m_share[static_cast<size_t>(last)] += share - before;
        m_share[static_cast<size_t>(last) + 1] += width - share;
    }
    /// Nothing is added any more.
    void sum()
    {
        m_first = std::min(m_first, m_end);
        float share = 0;
        for (int row = m_first; row < m_end; ++row)
            m_share[static_cast<size_t>(row)] = share += m_share[static_cast<size_t>(row)];
        m_share[static_cast<size_t>(m_end)] = 0;
    }
    /// The first pixel of which something lies below, and the one from which on all does.
    [[nodiscard]] int first() const { return m_first; }
    [[nodiscard]] int end() const { return m_end; }
    /// Once summed. @param whole the share of pixels that lie below as far as the column goes
    [[nodiscard]] float share(int row, float whole) const
    {
        return row < m_first ? 0 : row >= m_end ? whole : m_share[static_cast<size_t>(row)];
    }
    void clear()
    {
        std::fill(m_share.begin() + m_first, m_share.begin() + m_end, 0.0F);
        m_first = std::numeric_limits<int>::max();
        m_end = 0;
    }

private:
    int m_height;
    int m_first = std::numeric_limits<int>::max();
    int m_end = 0;
    std::vector<float> m_share; ///< zero outside of first and end
};

/// An edge that is gone along from left to right, and what of a column lies below it and below both sides of its line.
struct CoveredEdge {
    QPolygonF points; ///< in pixels
    double line = 0;  ///< half of how thick the line on it is; 0: it has none
    EdgeCover below;
    EdgeCover upper;
    EdgeCover lower;
    qsizetype at = 0; ///< the point that the present piece begins with

    CoveredEdge(QPolygonF edge, double halfLine, int height)
        : points(std::move(edge))
        , line(halfLine)
        , below(height)
        , upper(height)
        , lower(height)
    {
    }

    void cover(double left, double right)
    {
        for (; at + 1 < points.size(); ++at) {
            const QPointF a = points[at];
            const QPointF b = points[at + 1];
            const double from = std::max(a.x(), left);
            const double to = std::min(b.x(), right);
            if (to > from) {
                const double slope = (b.y() - a.y()) / (b.x() - a.x());
                add(to - from, a.y() + (from - a.x()) * slope, a.y() + (to - a.x()) * slope, slope);
            }
            if (b.x() > right)
                break;
        }
        below.sum();
        if (line > 0) {
            upper.sum();
            lower.sum();
        }
    }
    void clear()
    {
        below.clear();
        if (line > 0) {
            upper.clear();
            lower.clear();
        }
    }
    /// The first pixel that has anything of the edge or of what lies below it, and the one from which on all lies
    /// below.
    [[nodiscard]] int first() const { return line > 0 ? upper.first() : below.first(); }
    [[nodiscard]] int end() const { return line > 0 ? lower.end() : below.end(); }
    [[nodiscard]] float lineShare(int row, float whole) const
    {
        return line > 0 ? upper.share(row, whole) - lower.share(row, whole) : 0;
    }

private:
    void add(double width, double from, double to, double slope)
    {
        const auto share = static_cast<float>(width);
        below.add(share, static_cast<float>(from), static_cast<float>(to));
        if (line <= 0)
            return;
        const double half = line * std::min(std::sqrt(1 + slope * slope), kSteepestLine);
        upper.add(share, static_cast<float>(from - half), static_cast<float>(to - half));
        lower.add(share, static_cast<float>(from + half), static_cast<float>(to + half));
    }
};

} // namespace slipway
