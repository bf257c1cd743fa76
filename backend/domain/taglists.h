#pragma once

#include "core/names.h"

#include <QByteArrayView>

#include <cstdint>
#include <iterator>
#include <vector>

namespace slipway
{

/// A tag where a snapshot keeps it: comparing needs no Tag, and it becomes one where that is wanted.
struct TagText final {
    QByteArrayView utf8;

    [[nodiscard]] QString toString() const { return QString::fromUtf8(utf8); }
    operator Tag() const { return {toString()}; } // NOLINT(google-explicit-constructor): the same thing elsewhere
    friend bool operator==(TagText a, TagText b) { return a.utf8 == b.utf8; }
};

/// The tags of one version, in the list's order. Lives as long as the snapshot.
class TagList final
{
public:
    class Iterator final
    {
    public:
        using value_type = TagText;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        using pointer = void;
        using reference = TagText;

        Iterator() = default;
        TagText operator*() const;
        Iterator& operator++();
        Iterator operator++(int)
        {
            const Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_left == b.m_left; }

    private:
        friend class TagList;
        Iterator(const char* next, std::size_t left)
            : m_next(next)
            , m_left(left)
        {
        }

        const char* m_next = nullptr;
        std::size_t m_left = 0;
    };

    [[nodiscard]] Iterator begin() const { return {m_first, m_size}; }
    [[nodiscard]] static Iterator end() { return {}; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] TagText front() const { return *begin(); }

private:
    friend class TagLists;
    explicit TagList(const char* list);

    const char* m_first = nullptr;
    std::size_t m_size = 0;
};

/// The tags of many versions, one after another as UTF-8 in one block: a tag takes a byte more than its text, where a
/// string of its own takes seventy.
class TagLists final
{
public:
    /// Where a list is.
    using Place = std::uint32_t;
    /// The list of a version without tags.
    static constexpr Place kNoTags = 0;

    /// Begins a list of so many tags, which are appended next.
    [[nodiscard]] Place beginList(std::size_t tagTotal);
    void append(QByteArrayView utf8);

    [[nodiscard]] TagList at(Place place) const { return TagList(m_bytes.data() + place); }
    [[nodiscard]] std::size_t byteTotal() const { return m_bytes.size(); }
    void reserve(std::size_t byteTotal) { m_bytes.reserve(byteTotal); }

private:
    void appendNumber(std::size_t number);

    // A list is the number of its tags, and for each its length and its text. The first is the one without tags.
    std::vector<char> m_bytes{'\0'};
};

} // namespace slipway
