#pragma once

#include "domain/snapshot.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace slipway
{

/// What a filter looks for in the versions of a snapshot, laid out to be run through: all tags, whatever their case, as
/// one text, and of each digest the first eight digits. A million versions take some twenty bytes each and are searched
/// in a few milliseconds, so that nothing has to be prepared, or to wait for another thread, between a key and the
/// rows.
class SearchIndex final
{
public:
    SearchIndex() = default;
    explicit SearchIndex(const Snapshot& snapshot);

    /// Text as it is compared: without differences of case.
    [[nodiscard]] static QByteArray folded(QStringView text);

    /// Stands behind every tag; at the end of a text that is looked for it means that the tag has to end there.
    static constexpr char kTagEnd = '\0';

    /// The first version in [from, to) that has a tag with this folded text in it; `to` if there is none.
    [[nodiscard]] RowIndex findTag(QByteArrayView folded, RowIndex from, RowIndex to) const;
    /// The first eight digits of a version's digest.
    [[nodiscard]] std::uint32_t digestHead(RowIndex version) const { return m_heads[version]; }
    [[nodiscard]] ManifestKind kindOf(RowIndex version) const { return m_kinds[version]; }

    [[nodiscard]] std::size_t byteTotal() const;
    /// The text that is searched.
    [[nodiscard]] QByteArrayView text() const { return {m_text.data(), static_cast<qsizetype>(m_text.size())}; }

private:
    void appendTag(QByteArrayView utf8);

    std::vector<char> m_text;            ///< each tag followed by kTagEnd, which no tag has in it
    std::vector<std::uint32_t> m_starts; ///< of each version's tags, and one behind the last
    std::vector<std::uint32_t> m_heads;
    std::vector<ManifestKind> m_kinds;
};

} // namespace slipway
