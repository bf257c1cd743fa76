#include "inventory/listmerge.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// "5 tag,tag @7": version 5 with these tags, last changed at minute 7 (its own number, if not said).
ListedVersion versionFrom(const QString& text)
{
    const auto parts = text.split(u' ', Qt::SkipEmptyParts);
    const int id = parts[0].toInt();
    int minute = id;
    ListedVersion version;
    version.id = {id};
    version.digest = Digest::of(QByteArray::number(id));
    for (const auto& part : parts.sliced(1)) {
        if (part.startsWith(u'@'))
            minute = part.sliced(1).toInt();
        else
            for (const auto& tag : part.split(u','))
                version.tags.append({tag});
    }
    version.createdAt = QDateTime::fromSecsSinceEpoch(id * 60, QTimeZone::UTC);
    version.updatedAt = QDateTime::fromSecsSinceEpoch(minute * 60, QTimeZone::UTC);
    return version;
}

std::vector<ListedVersion> versionsFrom(const QStringList& texts)
{
    std::vector<ListedVersion> versions;
    for (const auto& text : texts)
        versions.push_back(versionFrom(text));
    return versions;
}

QStringList toTexts(const std::vector<ListedVersion>& versions)
{
    QStringList texts;
    for (const auto& version : versions) {
        QStringList tags;
        for (const auto& tag : version.tags)
            tags.append(tag.value);
        texts.append(u"%1 %2"_s.arg(version.id.value).arg(tags.join(u',')).trimmed());
    }
    return texts;
}

class TestListMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data()
    {
        const QStringList known{u"4 latest"_s, u"3"_s, u"2 v2"_s, u"1 v1"_s};
        QTest::addColumn<QStringList>("known");
        QTest::addColumn<QStringList>("newest");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QStringList>("merged");
        const auto row = [&](const char* name, const QStringList& newest, int count, ListVerdict verdict,
                             const QStringList& merged = {}) {
            QTest::newRow(name) << known << newest << count << int(verdict) << merged;
        };
        row("one pushed", {u"5"_s, u"4 latest"_s}, 5, ListVerdict::Agrees,
            {u"5"_s, u"4 latest"_s, u"3"_s, u"2 v2"_s, u"1 v1"_s});
        row("the page ends in new rows", {u"6"_s, u"5"_s}, 6, ListVerdict::NeedsMore);
        row("the last row has changed", {u"5"_s, u"4 beta @9"_s}, 5, ListVerdict::NeedsMore);
        row("a tag moved to a new row", {u"5 v1"_s, u"4 latest"_s}, 5, ListVerdict::Agrees,
            {u"5 v1"_s, u"4 latest"_s, u"3"_s, u"2 v2"_s, u"1"_s});
        row("a tag moved between new rows", {u"5 latest"_s, u"4 @5"_s, u"3"_s}, 5, ListVerdict::Agrees,
            {u"5 latest"_s, u"4"_s, u"3"_s, u"2 v2"_s, u"1 v1"_s});
        row("a tag went further down", {u"4 @9"_s, u"3"_s}, 4, ListVerdict::Disagrees);
        row("a tag went further down from below a new row", {u"5 v3"_s, u"4 @9"_s, u"3"_s}, 5, ListVerdict::Disagrees);
        row("a tag went down within what was read", {u"4 @9"_s, u"3 latest @9"_s, u"2 v2"_s}, 4, ListVerdict::Agrees,
            {u"4"_s, u"3 latest"_s, u"2 v2"_s, u"1 v1"_s});
        row("one deleted further down", {u"5"_s, u"4 latest"_s}, 4, ListVerdict::Disagrees);
        row("one restored further down", {u"5"_s, u"4 latest"_s}, 6, ListVerdict::Disagrees);
        row("nothing new", {u"4 latest"_s, u"3"_s}, 4, ListVerdict::Disagrees);
        row("nothing at all", {}, 4, ListVerdict::NeedsMore);
        row("the list lags behind the count", {u"5"_s, u"4 latest"_s}, 7, ListVerdict::Disagrees);
    }

    /// `known` is in the snapshot's order, by change or creation; the list is by creation, or by change.
    void tellsWhatIsGone_data()
    {
        QTest::addColumn<QStringList>("known");
        QTest::addColumn<QStringList>("newest");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QStringList>("merged");
        const auto row = [](const char* name, const QStringList& known, const QStringList& newest, int count,
                            ListVerdict verdict, const QStringList& merged = {}) {
            QTest::newRow(name) << known << newest << count << int(verdict) << merged;
        };
        row("gone above, restored below", {u"4"_s, u"3"_s, u"2"_s}, {u"5"_s, u"3"_s}, 4, ListVerdict::Disagrees);
        row("a far row was updated late", {u"1 v1 @9"_s, u"4"_s, u"3"_s, u"2"_s}, {u"10"_s, u"4"_s}, 5,
            ListVerdict::Agrees, {u"10"_s, u"4"_s, u"1 v1"_s, u"3"_s, u"2"_s});
        row("the last row was updated late, one is gone above it", {u"3 v1 @9"_s, u"4"_s, u"2"_s},
            {u"10"_s, u"3 v1 @9"_s}, 4, ListVerdict::Disagrees);
        row("by change", {u"6 @7"_s, u"5"_s, u"1"_s}, {u"3 @8"_s, u"6 @7"_s}, 4, ListVerdict::Agrees,
            {u"3"_s, u"6"_s, u"5"_s, u"1"_s});
        row("by change, one is gone above", {u"1 @9"_s, u"2 @7"_s, u"4"_s}, {u"3 @12"_s, u"5 @10"_s, u"2 @7"_s}, 5,
            ListVerdict::Disagrees);
        row("in no order that can be told", {u"3 @9"_s, u"5"_s, u"1"_s}, {u"4 @4"_s, u"6 @2"_s, u"5"_s}, 5,
            ListVerdict::Disagrees);
    }

    void tellsWhatIsGone() { merges(); }

    void rowOfNoTimeMayHaveStoodAnywhere()
    {
        auto known = versionsFrom({u"4"_s, u"3"_s, u"2"_s});
        const auto newest = versionsFrom({u"5"_s, u"4"_s});
        QCOMPARE(int(mergeNewest(known, newest, 4).verdict), int(ListVerdict::Agrees));
        known[2].createdAt = {};
        QCOMPARE(int(mergeNewest(known, newest, 4).verdict), int(ListVerdict::Disagrees));
    }

    void merges()
    {
        QFETCH(QStringList, known);
        QFETCH(QStringList, newest);
        QFETCH(int, count);
        const auto merge = mergeNewest(versionsFrom(known), versionsFrom(newest), count);
        QTEST(int(merge.verdict), "verdict");
        QTEST(toTexts(merge.versions), "merged");
    }

    void sameRowsInAnyOrder()
    {
        const auto rows = versionsFrom({u"1 a"_s, u"2"_s, u"3"_s});
        QVERIFY(haveSameRows(rows, versionsFrom({u"3"_s, u"1 a"_s, u"2"_s})));
        QVERIFY(!haveSameRows(rows, versionsFrom({u"1 a"_s, u"2"_s})));
        QVERIFY(!haveSameRows(rows, versionsFrom({u"1 b"_s, u"2"_s, u"3"_s})));
        QVERIFY(!haveSameRows(rows, versionsFrom({u"1 a"_s, u"2 @9"_s, u"3"_s})));
        QVERIFY(!haveSameRows(rows, versionsFrom({u"1 a"_s, u"2"_s, u"4"_s})));
    }

    void theLastReadingOfARowCounts()
    {
        const auto rows = withoutRepeats(versionsFrom({u"1 a"_s, u"2"_s, u"1 b @9"_s}));
        QCOMPARE(toTexts(rows), (QStringList{u"1 b"_s, u"2"_s}));
    }
};

SLIPWAY_TEST_SUITE(TestListMerge);

} // namespace

#include "test_listmerge.moc"
