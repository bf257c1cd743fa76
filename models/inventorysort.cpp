#include "models/inventorysort.h"

#include "models/inventorydata.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace slipway
{

namespace
{

constexpr std::uint64_t kSign = 1ULL << 63U;

/// Signed numbers in the order of unsigned ones; turned round for the other direction, so that equals keep theirs.
std::uint64_t keyOf(std::int64_t value, Qt::SortOrder order)
{
    const std::uint64_t key = static_cast<std::uint64_t>(value) ^ kSign;
    return order == Qt::AscendingOrder ? key : ~key;
}

bool isNumeric(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::Size:
    case InventoryColumn::Unique:
    case InventoryColumn::Age:
    case InventoryColumn::Signed:
    case InventoryColumn::Sbom:
        return true;
    case InventoryColumn::Name:
    case InventoryColumn::Variant:
    case InventoryColumn::Tags:
    case InventoryColumn::Digest:
    case InventoryColumn::Kind:
        break;
    }
    return false;
}

std::int64_t ageOf(std::int64_t newestMs)
{
    // The younger is the smaller age; what has none comes last.
    return newestMs == VersionRow::kNoTime ? std::numeric_limits<std::int64_t>::max() : -newestMs;
}

std::int64_t numberOf(const InventoryItem& item, InventoryColumn column)
{
    if (column == InventoryColumn::Size)
        return item.size().stored;
    if (column == InventoryColumn::Unique)
        return item.size().exclusive;
    if (column == InventoryColumn::Age) {
        const QDateTime newest = item.newest();
        return ageOf(newest.isValid() ? newest.toMSecsSinceEpoch() : VersionRow::kNoTime);
    }
    return inventoryData(item, column, PresenceRole, {}).toInt();
}

QString textOf(const InventoryItem& item, InventoryColumn column)
{
    const int role = column == InventoryColumn::Digest ? int{DigestRole} : int{Qt::DisplayRole};
    return inventoryData(item, column, role, {}).toString();
}

std::vector<std::uint32_t> placesOf(std::vector<NumberedPlace> numbers)
{
    sortByKey(numbers);
    std::vector<std::uint32_t> places(numbers.size());
    std::ranges::transform(numbers, places.begin(), &NumberedPlace::place);
    return places;
}

/// A version's number without going through an item.
std::int64_t numberOf(const Inventory& inventory, RowIndex row, InventoryColumn column)
{
    if (column == InventoryColumn::Size)
        return inventory.facts[row].size;
    if (column == InventoryColumn::Unique)
        return inventory.facts[row].exclusiveSize;
    const auto& version = inventory.snapshot->versions[row];
    return ageOf(std::max(version.createdMs, version.updatedMs));
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Takes a number off the front; leading zeros aside.
QStringView takeNumber(QStringView& text)
{
    qsizetype end = 0;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    QStringView digits = text.first(end);
    text = text.sliced(end);
    while (digits.size() > 1 && digits[0] == u'0')
        digits = digits.sliced(1);
    return digits;
}

} // namespace

int compareNaturally(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        if (isDigit(a[0]) && isDigit(b[0])) {
            const QStringView left = takeNumber(a);
            const QStringView right = takeNumber(b);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const int difference = left.compare(right); difference != 0)
                return difference;
            continue;
        }
        const QChar left = a[0].toCaseFolded();
        const QChar right = b[0].toCaseFolded();
        if (left != right)
            return left < right ? -1 : 1;
        a = a.sliced(1);
        b = b.sliced(1);
    }
    return a.isEmpty() ? (b.isEmpty() ? 0 : -1) : 1;
}

/// Least significant digit first, eleven bits at a time; digits that are the same in all numbers are left out, so that
/// sizes, of which forty bits say all, take four passes.
void sortByKey(std::vector<NumberedPlace>& numbers)
{
    constexpr std::size_t kFew = 512;
    if (numbers.size() < kFew) {
        std::ranges::stable_sort(numbers, {}, &NumberedPlace::key);
        return;
    }
    constexpr unsigned kBits = 11;
    constexpr std::uint64_t kMask = (1U << kBits) - 1;
    std::uint64_t differing = 0;
    for (const auto& number : numbers)
        differing |= number.key ^ numbers.front().key;
    std::vector<NumberedPlace> other(numbers.size());
    for (unsigned shift = 0; shift < 64; shift += kBits) {
        if ((differing >> shift & kMask) == 0)
            continue;
        std::array<std::uint32_t, kMask + 1> begins{};
        for (const auto& number : numbers)
            ++begins[number.key >> shift & kMask];
        std::exclusive_scan(begins.begin(), begins.end(), begins.begin(), 0U);
        for (const auto& number : numbers)
            other[begins[number.key >> shift & kMask]++] = number;
        numbers.swap(other);
    }
}

std::vector<std::uint32_t> sortedOrder(std::span<const InventoryItem> items, InventorySort sort)
{
    if (isNumeric(sort.column)) {
        std::vector<NumberedPlace> numbers;
        numbers.reserve(items.size());
        for (const auto& item : items)
            numbers.push_back(
                {keyOf(numberOf(item, sort.column), sort.order), static_cast<std::uint32_t>(numbers.size())});
        return placesOf(std::move(numbers));
    }
    std::vector<QString> texts;
    texts.reserve(items.size());
    for (const auto& item : items)
        texts.push_back(textOf(item, sort.column));
    std::vector<std::uint32_t> places(items.size());
    std::iota(places.begin(), places.end(), 0U);
    std::ranges::stable_sort(places, [&](std::uint32_t a, std::uint32_t b) {
        const int difference = compareNaturally(texts[a], texts[b]);
        return sort.order == Qt::AscendingOrder ? difference < 0 : difference > 0;
    });
    return places;
}

void sortVersions(std::vector<RowIndex>& rows, const Inventory& inventory, const VersionPlace& place,
                  InventorySort sort)
{
    const bool isQuick = sort.column == InventoryColumn::Size || sort.column == InventoryColumn::Unique
                         || sort.column == InventoryColumn::Age;
    if (isQuick) {
        std::vector<NumberedPlace> numbers;
        numbers.reserve(rows.size());
        for (const RowIndex row : rows)
            numbers.push_back({keyOf(numberOf(inventory, row, sort.column), sort.order), row});
        sortByKey(numbers);
        std::ranges::transform(numbers, rows.begin(), &NumberedPlace::place);
        return;
    }
    std::vector<InventoryItem> items;
    items.reserve(rows.size());
    for (const RowIndex row : rows)
        items.push_back({&inventory, InventoryLevel::Version, place.hub, place.family, place.image, row, place.parent});
    std::vector<RowIndex> sorted;
    sorted.reserve(rows.size());
    for (const auto at : sortedOrder(items, sort))
        sorted.push_back(rows[at]);
    rows = std::move(sorted);
}

} // namespace slipway
