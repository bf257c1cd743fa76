#include "storage/storagestack.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

#include <numeric>
#include <set>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// An owner's past as layers that add up.
class TestStorageStack final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void partsAddUp();
    void aNewHubChangesFewColours();
    void missingDaysAreGaps();
    void unchangedDaysAreKnown();
    void theLastReadingOfADayCounts();
    void incompleteAndEarlierAreLeftOut();
    void furtherHubsAreJoined();
    void nothingMakesNoStack();
    void hubsKeepTheirColours();
};

namespace
{

QDateTime at(int day, int hour)
{
    return {QDate(2025, 11, day), QTime(hour, 0), QTimeZone::UTC};
}

/// 100 stored: the base holds 40, alone 10; one has 30 of its own, two 20; so 10 are shared by one and two.
StorageSample sampleAt(const QDateTime& from, const QDateTime& until)
{
    StorageSample sample;
    sample.from = from;
    sample.until = until;
    sample.stored = 100;
    sample.hubs = {{u"Base and infrastructure"_s, 40, 10}, {u"one"_s, 60, 30}, {u"two"_s, 50, 20}};
    return sample;
}

StorageSample sampleOf(int day, const QStringList& hubs)
{
    StorageSample sample;
    sample.from = sample.until = at(day, 8);
    for (const auto& hub : hubs)
        sample.hubs.push_back({hub, 10, 10});
    sample.stored = 10 * static_cast<Bytes>(sample.hubs.size());
    return sample;
}

QStringList names(const StorageStack& stack)
{
    QStringList names;
    for (const auto& series : stack.series)
        names.append(series.kind == StackKind::Shared   ? u"shared"_s
                     : series.kind == StackKind::Others ? u"others"_s
                                                        : u"%1 %2"_s.arg(series.hub).arg(series.place.value_or(-1)));
    return names;
}

} // namespace

void TestStorageStack::partsAddUp()
{
    const auto stack = storageStack(std::vector{sampleAt(at(1, 8), at(1, 8))}, at(1, 0).date());
    QCOMPARE(names(stack), (QStringList{u"Base and infrastructure 0"_s, u"shared"_s, u"one 2"_s, u"two 1"_s}));
    QCOMPARE(stack.days.size(), size_t{1});
    QCOMPARE(stack.days[0].parts, (std::vector<Bytes>{40, 10, 30, 20}));
    QCOMPARE(std::reduce(stack.days[0].parts.begin(), stack.days[0].parts.end()), stack.days[0].stored);
}

void TestStorageStack::hubsKeepTheirColours()
{
    const auto print = [](const std::map<QString, int>& places) {
        QStringList lines;
        for (const auto& [hub, place] : places)
            lines.append(hub + u' ' + QString::number(place));
        return lines.join(u", "_s);
    };
    // The design's own: c1 to c6 and c8, which is the seventh a hub can have.
    const QStringList design{u"vision_perception_hub"_s,     u"speech_synthesis_studio"_s,
                             u"real_time_audio_pipeline"_s,  u"memory_context_store"_s,
                             u"multimodal_fusion_gateway"_s, u"language_reasoning_core"_s,
                             u"Base and infrastructure"_s,   u"affective_processing_center"_s};
    QCOMPARE(print(hubPlaces(std::vector{sampleOf(1, design)})),
             u"affective_processing_center 1, language_reasoning_core 2, memory_context_store 5, "
             "multimodal_fusion_gateway 4, real_time_audio_pipeline 7, speech_synthesis_studio 6, "
             "vision_perception_hub 3"_s);
    // Names without such a word ask by their letters; who comes too late has the next free one.
    const auto first = sampleOf(1, {u"one"_s, u"zoo"_s, QString()});
    const auto second = sampleOf(2, {u"ant"_s, u"affective"_s, u"audio"_s, u"zoo"_s});
    const auto places = hubPlaces(std::vector{first, second});
    QCOMPARE(places.at(u"affective"_s), 1);
    QCOMPARE(places.at(u"audio"_s), 7);
    std::set<int> all;
    for (const auto& [hub, place] : places)
        all.insert(place);
    QCOMPARE(all.size(), places.size());
    // Which reading saw a hub first is nothing to its colour, for the history is thinned.
    QCOMPARE(hubPlaces(std::vector{second, first}), places);
    QCOMPARE(hubPlaces(std::vector{sampleOf(1, {u"zoo"_s}), sampleOf(2, {u"ant"_s, u"affective"_s}),
                                   sampleOf(3, {QString(), u"audio"_s, u"one"_s})}),
             places);
    // A hub that is gone, or not shown, does not give up its own.
    const std::vector later{first, second, sampleOf(3, {u"ant"_s})};
    QCOMPARE(names(storageStack(later, at(3, 0).date())), QStringList{u"ant %1"_s.arg(places.at(u"ant"_s))});
}

/// Of many names the colours of those that were there stay, but for one whose place the new one takes.
void TestStorageStack::aNewHubChangesFewColours()
{
    const QStringList hubs{u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s};
    const auto before = hubPlaces(std::vector{sampleOf(1, hubs)});
    int kept = 0;
    for (int i = 0; i < 100; ++i) {
        const auto after = hubPlaces(std::vector{sampleOf(1, hubs), sampleOf(2, {u"new%1"_s.arg(i)})});
        for (const auto& name : hubs)
            kept += after.at(name) == before.at(name) ? 1 : 0;
    }
    QVERIFY2(kept >= 360, qPrintable(QString::number(kept)));
}

void TestStorageStack::missingDaysAreGaps()
{
    const auto stack =
        storageStack(std::vector{sampleAt(at(1, 8), at(1, 8)), sampleAt(at(4, 8), at(4, 9))}, at(1, 0).date());
    QCOMPARE(stack.days.size(), size_t{2});
    QCOMPARE(stack.days[1].day, QDate(2025, 11, 4));
}

void TestStorageStack::unchangedDaysAreKnown()
{
    const auto stack = storageStack(std::vector{sampleAt(at(1, 8), at(4, 9))}, at(1, 0).date());
    QCOMPARE(stack.days.size(), size_t{4});
}

void TestStorageStack::theLastReadingOfADayCounts()
{
    auto later = sampleAt(at(1, 20), at(1, 20));
    later.stored = 110;
    later.hubs[1].exclusive = 40;
    const auto stack = storageStack(std::vector{sampleAt(at(1, 8), at(1, 8)), later}, at(1, 0).date());
    QCOMPARE(stack.days.size(), size_t{1});
    QCOMPARE(stack.days[0].stored, Bytes{110});
    QCOMPARE(stack.days[0].parts, (std::vector<Bytes>{40, 10, 40, 20}));
}

void TestStorageStack::incompleteAndEarlierAreLeftOut()
{
    auto incomplete = sampleAt(at(5, 8), at(5, 8));
    incomplete.isComplete = false;
    const auto stack = storageStack(std::vector{sampleAt(at(1, 8), at(3, 8)), incomplete}, at(3, 0).date());
    QCOMPARE(stack.days.size(), size_t{1});
    QCOMPARE(stack.days[0].day, QDate(2025, 11, 3));
}

void TestStorageStack::furtherHubsAreJoined()
{
    auto sample = sampleAt(at(1, 8), at(1, 8));
    sample.stored = 40 + 45;
    sample.hubs.resize(1);
    for (int i = 1; i <= 9; ++i)
        sample.hubs.push_back({i == 1 ? QString() : u"hub%1"_s.arg(i), i, i});
    const auto stack = storageStack(std::vector{sample}, at(1, 0).date());
    // The seven largest have a layer each, the two that hold the least one together. No shared layer where that is 0.
    QCOMPARE(names(stack), (QStringList{u"Base and infrastructure 0"_s, u"hub9 8"_s, u"hub8 4"_s, u"hub7 2"_s,
                                        u"hub6 1"_s, u"hub5 3"_s, u"hub4 6"_s, u"hub3 5"_s, u"others"_s}));
    QCOMPARE(stack.days[0].parts.back(), Bytes{3});
    sample.hubs.pop_back();
    const auto one = storageStack(std::vector{sample}, at(1, 0).date());
    QCOMPARE(one.series.back(), (StackSeries{StackKind::Hub, QString(), {}}));
    QCOMPARE(one.days[0].parts.back(), Bytes{1});
}

void TestStorageStack::nothingMakesNoStack()
{
    QVERIFY(storageStack({}, QDate(2025, 11, 1)).days.empty());
    QVERIFY(storageStack({}, QDate(2025, 11, 1)).series.empty());
}

SLIPWAY_TEST_SUITE(TestStorageStack);

} // namespace slipway::test

#include "test_storagestack.moc"
