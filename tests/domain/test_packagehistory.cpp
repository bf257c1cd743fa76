#include "domain/packagehistory.h"
#include "support/fixture.h"
#include "support/printhistory.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QStringList kNames{u"a"_s, u"b"_s, u"c"_s, u"d"_s};

/// Readings 10, 20 and 30 at the hours 1, 2 and 3, each found true for half an hour more.
std::vector<WholeReading> threeReadings()
{
    std::vector<WholeReading> readings;
    for (int i = 1; i <= 3; ++i) {
        const QDateTime at = fixtureTime().addSecs(3600LL * i);
        readings.push_back({10LL * i, at, at.addSecs(1800)});
    }
    return readings;
}

/// "a 10-20 latest,v1": how a version was listed, from one snapshot until before another.
std::vector<VersionSpan> spansOf(const QStringList& lines)
{
    std::vector<VersionSpan> spans;
    for (const auto& line : lines) {
        const QStringList words = line.split(u' ');
        const QStringList ids = words[1].split(u'-');
        VersionSpan span{{static_cast<std::int64_t>(spans.size())}, named(words[0]), {}, ids[0].toLongLong(), {}};
        if (!ids[1].isEmpty())
            span.until = ids[1].toLongLong();
        for (const auto& tag : words.value(2).split(u',', Qt::SkipEmptyParts))
            span.tags.append(Tag{tag});
        spans.push_back(std::move(span));
    }
    return spans;
}

class TestPackageHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappened_data()
    {
        QTest::addColumn<QStringList>("spans");
        QTest::addColumn<QStringList>("events");
        const auto row = [](const char* name, const QStringList& spans, const QStringList& events) {
            QTest::newRow(name) << spans << events;
        };
        row("nothing", {u"a 10- latest"_s}, {});
        row("a tag moves", {u"a 10-20 v1,latest"_s, u"a 20- v1"_s, u"b 10-20"_s, u"b 20- latest"_s},
            {u"moved latest from a to b, 1 to 2"_s});
        row("tags that move together are one event",
            {u"a 5-30 v1,latest,stable"_s, u"a 30- v1"_s, u"b 30- latest,stable"_s},
            {u"moved latest,stable from a to b, 2 to 3"_s, u"appeared latest,stable: b, 2 to 3"_s});
        row("a tag comes and another goes", {u"a 10-20 x"_s, u"a 20- y"_s},
            {u"added y to a, 1 to 2"_s, u"removed x from a, 1 to 2"_s});
        row("newest first", {u"a 10-20 x"_s, u"a 20-30"_s, u"a 30- x"_s},
            {u"added x to a, 2 to 3"_s, u"removed x from a, 1 to 2"_s});
        row("versions without tags are one event", {u"a 10-30"_s, u"b 10-30 v1"_s, u"c 10-30"_s, u"d 20-"_s},
            {u"gone v1: b, 2 to 3"_s, u"gone: a c, 2 to 3"_s, u"appeared: d, 1 to 2"_s});
        row("tags of a signature are nobody's", {u"a 20- sha256-"_s + named(u"b"_s).hex() + u".sig"_s},
            {u"appeared: a, 1 to 2"_s});
        row("another time of an update is nothing", {u"a 10-20 x"_s, u"a 20- x"_s}, {});
        // Snapshots 11 to 19 were thinned out, or could not read everything.
        row("between two readings", {u"a 11-12 x"_s, u"a 10-11"_s, u"a 12-13 y"_s, u"a 13-"_s}, {});
        row("as the readings saw it", {u"a 10-14 x"_s, u"a 14- "_s, u"b 17- x"_s},
            {u"moved x from a to b, 1 to 2"_s, u"appeared x: b, 1 to 2"_s});
        row("before the first and after the last", {u"a 3-7 x"_s, u"b 7-33 x"_s, u"c 33- x"_s}, {});
    }

    void tellsWhatHappened()
    {
        QFETCH(const QStringList, spans);
        const auto readings = threeReadings();
        QTEST(printHistory(historyEvents(spansOf(spans), readings), kNames), "events");
    }

    /// What was found unchanged half an hour later happened after that.
    void theMomentBeforeIsTheLastThatWasTrue()
    {
        const auto readings = threeReadings();
        const auto events = historyEvents(spansOf({u"a 20- x"_s}), readings);
        QCOMPARE(events.size(), 1U);
        QCOMPARE(events[0].after, fixtureTime().addSecs(3600 + 1800));
        QCOMPARE(events[0].by, fixtureTime().addSecs(7200));
    }

    void withoutTwoReadingsNothingIsSeen()
    {
        const auto readings = threeReadings();
        QVERIFY(historyEvents(spansOf({u"a 10- x"_s}), {}).empty());
        QVERIFY(historyEvents(spansOf({u"a 10-20 x"_s}), std::span(readings).first(1)).empty());
    }

    void knowsWhatIsAboutAVersion()
    {
        const HistoryEvent moved{HistoryKind::TagsMoved, {{u"x"_s}}, named(u"a"_s), named(u"b"_s), {}, {}, {}};
        QVERIFY(concerns(moved, named(u"a"_s), {}));
        QVERIFY(concerns(moved, named(u"b"_s), {}));
        QVERIFY(!concerns(moved, named(u"c"_s), {{u"y"_s}}));
        QVERIFY(concerns(moved, named(u"c"_s), {{u"x"_s}}));
        const HistoryEvent gone{HistoryKind::Gone, {}, {}, {}, {named(u"a"_s), named(u"c"_s)}, {}, {}};
        QVERIFY(concerns(gone, named(u"c"_s), {}));
        QVERIFY(!concerns(gone, named(u"b"_s), {}));
    }
};

SLIPWAY_TEST_SUITE(TestPackageHistory);

} // namespace

#include "test_packagehistory.moc"
