#include "models/rowmoves.h"
#include "support/suite.h"

#include <QTest>

#include <numeric>
#include <random>

namespace slipway::test
{

namespace
{

template<typename Row>
void moveRow(std::vector<Row>& rows, RowMove move)
{
    const Row moved = rows[static_cast<size_t>(move.from)];
    rows.erase(rows.begin() + move.from);
    rows.insert(rows.begin() + move.to, moved);
}

/// The length of the longest run of rising places, by trying every set of rows.
int longestRise(const std::vector<int>& places)
{
    int longest = 0;
    for (unsigned set = 0; set < 1U << places.size(); ++set) {
        int last = -1;
        int length = 0;
        for (size_t row = 0; row < places.size(); ++row) {
            if (!(set >> row & 1U))
                continue;
            length = places[row] > last ? length + 1 : -100;
            last = places[row];
        }
        longest = std::max(longest, length);
    }
    return longest;
}

std::vector<int> rows(int count)
{
    std::vector<int> rows(static_cast<size_t>(count));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

class TestRowMoves final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOrderOfSevenTakesTheFewestMoves();
    void longOrders();
    void amongOthers();
    void notMoreThanAsked();
    void notARearrangement();
};

void TestRowMoves::everyOrderOfSevenTakesTheFewestMoves()
{
    std::vector<int> places = rows(7);
    do {
        const auto moves = movesIntoOrder(places, 7);
        QVERIFY(moves);
        std::vector<int> moved = places;
        for (const RowMove move : *moves)
            moveRow(moved, move);
        QCOMPARE(moved, rows(7));
        QCOMPARE(static_cast<int>(moves->size()), 7 - longestRise(places));
    } while (std::ranges::next_permutation(places).found);
}

void TestRowMoves::longOrders()
{
    std::mt19937 random(20261122);
    for (int round = 0; round < 50; ++round) {
        std::vector<int> places = rows(300);
        std::ranges::shuffle(places, random);
        const auto moves = movesIntoOrder(places, 300);
        QVERIFY(moves);
        for (const RowMove move : *moves)
            moveRow(places, move);
        QCOMPARE(places, rows(300));
    }
}

/// What is wanted holds more than there is: the moves order what is there, the rest comes later.
void TestRowMoves::amongOthers()
{
    std::mt19937 random(20261122);
    for (int round = 0; round < 200; ++round) {
        std::vector<int> wanted = rows(40);
        std::ranges::shuffle(wanted, random);
        std::vector<int> current;
        std::ranges::sample(rows(40), std::back_inserter(current), 25, random);
        if (round % 2 == 0)
            std::ranges::shuffle(current, random);
        const auto moves = movesIntoOrder(current, wanted, 40);
        QVERIFY(moves);
        std::erase_if(wanted, [&](int key) { return !std::ranges::contains(current, key); });
        for (const RowMove move : *moves)
            moveRow(current, move);
        QCOMPARE(current, wanted);
    }
}

void TestRowMoves::notMoreThanAsked()
{
    const std::vector<int> reversed{4, 3, 2, 1, 0};
    QVERIFY(!movesIntoOrder(reversed, 3));
    QCOMPARE(movesIntoOrder(reversed, 4)->size(), size_t{4});
    const auto far = movesIntoOrder(std::vector<int>{1, 2, 3, 4, 0}, 1);
    QVERIFY(far);
    QCOMPARE(*far, std::vector<RowMove>({{4, 0}}));
    const auto down = movesIntoOrder(std::vector<int>{4, 0, 1, 2, 3}, 1);
    QVERIFY(down);
    QCOMPARE(*down, std::vector<RowMove>({{0, 4}}));
    QCOMPARE(movesIntoOrder(rows(5), 0)->size(), size_t{0});
    QCOMPARE(movesIntoOrder(std::vector<int>(), 0)->size(), size_t{0});
}

void TestRowMoves::notARearrangement()
{
    const std::vector<int> twice{1, 2, 1};
    QVERIFY(!movesIntoOrder(twice, std::vector<int>{2, 1}, 9));
    QVERIFY(!movesIntoOrder(std::vector<int>{1, 2, 3}, std::vector<int>{2, 1}, 9));
}

SLIPWAY_TEST_SUITE(TestRowMoves);

} // namespace slipway::test

#include "test_rowmoves.moc"
