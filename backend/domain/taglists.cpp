#include "domain/taglists.h"

namespace slipway
{

namespace
{

/// Numbers stand in groups of seven bits, the lowest first; all but the last have the eighth bit.
std::size_t takeNumber(const char*& next)
{
    std::size_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<std::uint8_t>(*next++);
        number |= std::size_t{byte & 0x7FU} << shift;
        if (byte < 0x80)
            return number;
    }
}

} // namespace

TagList::TagList(const char* list)
    : m_first(list)
    , m_size(takeNumber(m_first))
{
}

TagText TagList::Iterator::operator*() const
{
    const char* next = m_next;
    const auto length = static_cast<qsizetype>(takeNumber(next));
    return {{next, length}};
}

TagList::Iterator& TagList::Iterator::operator++()
{
    const std::size_t length = takeNumber(m_next);
    m_next += length;
    --m_left;
    return *this;
}

TagLists::Place TagLists::beginList(std::size_t tagTotal)
{
    if (tagTotal == 0)
        return kNoTags;
    const auto place = static_cast<Place>(m_bytes.size());
    appendNumber(tagTotal);
    return place;
}

void TagLists::append(QByteArrayView utf8)
{
    appendNumber(static_cast<std::size_t>(utf8.size()));
    m_bytes.insert(m_bytes.end(), utf8.begin(), utf8.end());
}

void TagLists::appendNumber(std::size_t number)
{
    for (; number >= 0x80; number >>= 7U)
        m_bytes.push_back(static_cast<char>(number | 0x80U));
    m_bytes.push_back(static_cast<char>(number));
}

} // namespace slipway
