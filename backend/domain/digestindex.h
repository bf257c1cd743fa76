#pragma once

#include "domain/snapshot.h"

#include <bit>

namespace slipway
{

/// Finds the rows of a table by their digest. Open addressing with four bytes a slot: the row's index and, in the bits
/// that it leaves, a piece of the digest, so that a miss is seldom looked up in the table. The digests stand in the
/// table alone, which is why every call is given it.
template<typename Row>
class DigestIndex final
{
public:
    /// Makes room for this many rows in all.
    void reserve(const std::vector<Row>& rows, size_t total)
    {
        m_slots.assign(std::max<size_t>(16, total + total / 3), kEmpty);
        m_rowBits = static_cast<unsigned>(std::bit_width(m_slots.size()));
        m_limit = m_slots.size() - m_slots.size() / 4;
        for (size_t row = 0; row < rows.size(); ++row)
            place(rows[row].digest, static_cast<RowIndex>(row));
    }

    /// kNoRow if there is none.
    [[nodiscard]] RowIndex find(const std::vector<Row>& rows, const Digest& digest) const
    {
        if (m_slots.empty())
            return kNoRow;
        const auto piece = pieceOf(digest);
        for (size_t at = slotOf(digest); m_slots[at] != kEmpty; at = at + 1 == m_slots.size() ? 0 : at + 1) {
            const RowIndex row = m_slots[at] & rowMask();
            if ((m_slots[at] & ~rowMask()) == piece && rows[row].digest == digest)
                return row;
        }
        return kNoRow;
    }

    /// Takes in the row that was put at the end of the table; its digest was not there before.
    void insertLast(const std::vector<Row>& rows)
    {
        if (rows.size() > m_limit)
            reserve(rows, rows.size() * 2);
        else
            place(rows.back().digest, static_cast<RowIndex>(rows.size() - 1));
    }

    /// Fetches the memory that find() will look at first.
    void prefetch(const Digest& digest) const
    {
        if (!m_slots.empty())
            __builtin_prefetch(&m_slots[slotOf(digest)]);
    }

private:
    static constexpr RowIndex kEmpty = kNoRow;

    // The digests are uniformly distributed: their first bytes are hash enough.
    [[nodiscard]] size_t slotOf(const Digest& digest) const { return ((qHash(digest) >> 32U) * m_slots.size()) >> 32U; }
    [[nodiscard]] RowIndex rowMask() const { return (RowIndex{1} << m_rowBits) - 1; }
    [[nodiscard]] RowIndex pieceOf(const Digest& digest) const
    {
        return static_cast<RowIndex>(qHash(digest)) & ~rowMask();
    }

    void place(const Digest& digest, RowIndex row)
    {
        size_t at = slotOf(digest);
        while (m_slots[at] != kEmpty)
            at = at + 1 == m_slots.size() ? 0 : at + 1;
        m_slots[at] = pieceOf(digest) | row;
    }

    std::vector<RowIndex> m_slots;
    size_t m_limit = 0;     ///< rows before it grows
    unsigned m_rowBits = 0; ///< bits of a slot that are the row
};

} // namespace slipway
