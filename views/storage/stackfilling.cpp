#include "views/storage/stackfilling.h"

#include "views/storage/edgecover.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace slipway
{

namespace
{

/// Columns that are filled together: a cache line of each of the picture's lines.
constexpr int kStrip = 16;

using Pixel = std::uint32_t; ///< 0xAARRGGBB, as QImage has it

/// A colour, premultiplied.
struct Shade {
    float red = 0;
    float green = 0;
    float blue = 0;
    float alpha = 0;

    void add(const Shade& other, float share)
    {
        red += other.red * share;
        green += other.green * share;
        blue += other.blue * share;
        alpha += other.alpha * share;
    }
    [[nodiscard]] Pixel pixel() const
    {
        const auto byte = [](float value) { return static_cast<Pixel>(std::min(value + 0.5F, 255.0F)); };
        return byte(alpha) << 24U | byte(red) << 16U | byte(green) << 8U | byte(blue);
    }
};

Shade shadeOf(const QColor& color)
{
    const float alpha = color.alphaF();
    return {color.redF() * alpha * 255, color.greenF() * alpha * 255, color.blueF() * alpha * 255, alpha * 255};
}

/// Fills one run after the other.
class StackFiller final
{
public:
    StackFiller(QImage& picture, const StackDrawing& drawing, const StackFills& fills)
        : m_picture(picture)
        , m_drawing(drawing)
        , m_ratio(picture.devicePixelRatio())
        , m_hasLine(fills.line.isValid())
        , m_line(shadeOf(fills.line))
        , m_strip(static_cast<size_t>(picture.height()) * kStrip)
        , m_common(static_cast<size_t>(picture.height()))
    {
        for (const QColor& fill : fills.areas) {
            m_shades.push_back(shadeOf(fill));
            m_pixels.push_back(m_shades.back().pixel());
            m_isOpaque = m_isOpaque && fill.alpha() == 255;
        }
    }

    void fill(const StackRun& run)
    {
        const int height = m_picture.height();
        m_edges.clear();
        for (const auto& tops : run.tops) {
            QPolygonF points = stackEdge(m_drawing, tops);
            for (QPointF& point : points)
                point *= m_ratio;
            if (m_edges.empty()) {
                m_left = points.front().x();
                m_right = points.back().x();
                const double ground = m_drawing.scale.y(0) * m_ratio;
                m_edges.emplace_back(QPolygonF{{m_left, ground}, {m_right, ground}}, 0, height);
            }
            m_edges.emplace_back(std::move(points), m_hasLine && hasLine(m_drawing, run, tops) ? m_ratio / 2 : 0,
                                 height);
        }
        const int end = std::min(static_cast<int>(std::ceil(m_right)), m_picture.width());
        for (int first = std::max(static_cast<int>(m_left), 0); first < end; first += kStrip)
            fillStrip(first, std::min(end - first, kStrip));
    }

private:
    /// Pixels of a column, or of a whole strip, that one series has to itself.
    struct Solid {
        int begin = 0;
        int end = 0;
    };
    /// Rows of a strip in which something was filled, and those of them in which nothing shines through.
    struct Rows {
        int top;
        int bottom = 0;
        int opaqueFrom = 0;
        int opaqueEnd;
    };

    void fillStrip(int first, int width)
    {
        const int height = m_picture.height();
        Rows rows{height, 0, 0, height};
        std::array<int, kStrip> tops{};
        m_solids.assign(m_edges.size() * kStrip, {});
        for (int i = 0; i < width; ++i) {
            const double left = std::max<double>(first + i, m_left);
            const double right = std::min<double>(first + i + 1, m_right);
            for (auto& edge : m_edges)
                edge.cover(left, right);
            const auto whole = static_cast<float>(right - left);
            tops[static_cast<size_t>(i)] = fillColumn(i, whole);
            rows.top = std::min(rows.top, tops[static_cast<size_t>(i)]);
            rows.bottom = std::max(rows.bottom, std::min(m_edges[0].end(), height));
            rows.opaqueFrom = std::max(
                rows.opaqueFrom,
                m_isOpaque && whole >= 1 ? std::ranges::min_element(m_edges, {}, &CoveredEdge::end)->end() : height);
            rows.opaqueEnd = std::min(rows.opaqueEnd, m_edges[0].first());
            for (auto& edge : m_edges)
                edge.clear();
        }
        for (int i = 0; i < width; ++i)
            for (int row = rows.top; row < tops[static_cast<size_t>(i)]; ++row)
                at(row, i) = 0;
        fillSolids(width);
        lay(rows, first, width);
    }
    /// From the topmost series to the lowest: what each has to itself is noted, the pixels between are mixed. The first
    /// row that is filled.
    int fillColumn(int column, float whole)
    {
        const int top = std::ranges::min_element(m_edges, {}, &CoveredEdge::first)->first();
        const int bottom = std::min(m_edges[0].end(), m_picture.height());
        int row = top;
        for (size_t k = m_edges.size() - 1; k > 0 && whole >= 1; --k) {
            int end = bottom;
            for (size_t below = 0; below < k; ++below)
                end = std::min(end, m_edges[below].first());
            const int begin = std::max(m_edges[k].end(), row);
            if (begin >= end)
                continue;
            mix(column, row, begin, whole);
            solid(k, column) = {begin, end};
            row = end;
        }
        mix(column, row, bottom, whole);
        return top;
    }
    /// What a series has to itself in all columns is left to lay(), for it needs no strip.
    void fillSolids(int width)
    {
        std::ranges::fill(m_common, 0U);
        for (size_t k = 1; k < m_edges.size(); ++k) {
            Solid common{0, m_picture.height()};
            for (int i = 0; i < width; ++i)
                common = {std::max(common.begin, solid(k, i).begin), std::min(common.end, solid(k, i).end)};
            if (!m_isOpaque || common.begin >= common.end)
                common = {m_picture.height(), m_picture.height()};
            else
                std::fill(m_common.begin() + common.begin, m_common.begin() + common.end, m_pixels[k - 1]);
            for (int i = 0; i < width; ++i) {
                const Solid own = solid(k, i);
                fillPixels(i, own.begin, std::min(own.end, common.begin), m_pixels[k - 1]);
                fillPixels(i, std::max(own.begin, common.end), own.end, m_pixels[k - 1]);
            }
        }
    }
    void fillPixels(int column, int from, int to, Pixel pixel)
    {
        for (int row = from; row < to; ++row)
            at(row, column) = pixel;
    }
    void mix(int column, int from, int to, float whole)
    {
        for (int row = from; row < to; ++row) {
            Shade shade;
            float covered = m_edges[0].below.share(row, whole);
            float line = 0;
            for (size_t k = 1; k < m_edges.size(); ++k) {
                const float share = m_edges[k].below.share(row, whole);
                // Edges that were thinned may cross one another within a column.
                if (share > covered) {
                    shade.add(m_shades[k - 1], share - covered);
                    covered = share;
                }
                line += m_edges[k].lineShare(row, whole);
            }
            if (line > 0) {
                Shade onto;
                onto.add(shade, 1 - std::min(line, 1.0F));
                onto.add(m_line, std::min(line, 1.0F));
                shade = onto;
            }
            at(row, column) = shade.pixel();
        }
    }
    /// Brings the strip into the picture.
    void lay(const Rows& rows, int first, int width)
    {
        for (int row = rows.top; row < rows.bottom; ++row) {
            auto* onto = reinterpret_cast<Pixel*>(m_picture.scanLine(row)) + first;
            const Pixel* from = &at(row, 0);
            if (const Pixel pixel = m_common[static_cast<size_t>(row)])
                std::fill_n(onto, width, pixel);
            else if (row >= rows.opaqueFrom && row < rows.opaqueEnd)
                std::copy_n(from, width, onto);
            else
                blend(onto, from, width);
        }
    }
    static void blend(Pixel* onto, const Pixel* from, int width)
    {
        for (int i = 0; i < width; ++i) {
            const Pixel rest = 255U - (from[i] >> 24U);
            if (rest == 255)
                continue;
            Pixel mixed = 255U << 24U;
            for (const unsigned shift : {0U, 8U, 16U}) {
                const Pixel ground = onto[i] >> shift & 255U;
                const Pixel value = from[i] >> shift & 255U;
                mixed |= std::min(value + (ground * rest + 127) / 255, 255U) << shift;
            }
            onto[i] = mixed;
        }
    }
    [[nodiscard]] Solid& solid(size_t series, int column)
    {
        return m_solids[series * kStrip + static_cast<size_t>(column)];
    }
    [[nodiscard]] Pixel& at(int row, int column)
    {
        return m_strip[static_cast<size_t>(row) * kStrip + static_cast<size_t>(column)];
    }

    QImage& m_picture;
    const StackDrawing& m_drawing;
    double m_ratio;
    std::vector<Shade> m_shades;
    std::vector<Pixel> m_pixels;
    bool m_hasLine;
    Shade m_line;
    bool m_isOpaque = true;
    std::vector<CoveredEdge> m_edges; ///< of the run: the ground, then each series' upper edge
    double m_left = 0;
    double m_right = 0;
    std::vector<Solid> m_solids; ///< of the strip, per edge and column
    std::vector<Pixel> m_strip;  ///< premultiplied; line by line
    std::vector<Pixel> m_common; ///< per line, the pixel that all of the strip has; 0: it has several
};

} // namespace

void fillStack(QImage& picture, const StackDrawing& drawing, const StackFills& fills)
{
    if (fills.areas.empty())
        return;
    StackFiller filler(picture, drawing, fills);
    for (const auto& run : drawing.runs)
        filler.fill(run);
}

} // namespace slipway
