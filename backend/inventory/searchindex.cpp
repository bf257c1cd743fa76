#include "inventory/searchindex.h"

#include <algorithm>
#include <cstring>

namespace slipway
{

namespace
{

bool isPlain(QByteArrayView utf8)
{
    return std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

SearchIndex::SearchIndex(const Snapshot& snapshot)
{
    const auto total = snapshot.versions.size();
    m_text.reserve(snapshot.tags.byteTotal());
    m_starts.reserve(total + 1);
    m_heads.reserve(total);
    m_kinds.reserve(total);
    for (const auto& version : snapshot.versions) {
        m_starts.push_back(static_cast<std::uint32_t>(m_text.size()));
        m_heads.push_back(snapshot.digestOf(version).head());
        m_kinds.push_back(snapshot.kindOf(version));
        for (const TagText tag : snapshot.tagsOf(version))
            appendTag(tag.utf8);
    }
    m_starts.push_back(static_cast<std::uint32_t>(m_text.size()));
}

void SearchIndex::appendTag(QByteArrayView utf8)
{
    if (isPlain(utf8)) {
        for (const char c : utf8)
            m_text.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    } else {
        const QByteArray text = folded(QString::fromUtf8(utf8));
        m_text.insert(m_text.end(), text.begin(), text.end());
    }
    m_text.push_back(kTagEnd);
}

QByteArray SearchIndex::folded(QStringView text)
{
    return text.toString().toCaseFolded().toUtf8();
}

RowIndex SearchIndex::findTag(QByteArrayView folded, RowIndex from, RowIndex to) const
{
    const auto tagEnd = folded.indexOf(kTagEnd);
    if (from >= to || (tagEnd >= 0 && tagEnd < folded.size() - 1))
        return to;
    // A word without a letter is part of every tag, but a version has to have one.
    const char* const text = m_text.data();
    const char* const begin = text + m_starts[from];
    const char* const end = text + m_starts[to];
    const auto* hit = static_cast<const char*>(
        memmem(begin, static_cast<size_t>(end - begin), folded.data(), static_cast<size_t>(folded.size())));
    if (!hit || hit == end)
        return to;
    const auto place = static_cast<std::uint32_t>(hit - text);
    // Mostly it is near: the first that begins behind the hit is looked for in steps that grow.
    RowIndex low = from;
    RowIndex step = 1;
    while (low + step < to && m_starts[low + step] <= place) {
        low += step;
        step *= 2;
    }
    const auto first = m_starts.begin() + low;
    const auto last = m_starts.begin() + std::min(low + step, to);
    return static_cast<RowIndex>(std::upper_bound(first, last, place) - m_starts.begin()) - 1;
}

std::size_t SearchIndex::byteTotal() const
{
    return m_text.capacity() + m_starts.capacity() * sizeof(std::uint32_t) + m_heads.capacity() * sizeof(std::uint32_t)
           + m_kinds.capacity();
}

} // namespace slipway
