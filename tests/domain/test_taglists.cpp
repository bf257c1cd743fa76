#include "domain/taglists.h"
#include "support/suite.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

TagLists::Place put(TagLists& lists, const QStringList& tags)
{
    const auto place = lists.beginList(static_cast<size_t>(tags.size()));
    for (const auto& tag : tags)
        lists.append(tag.toUtf8());
    return place;
}

QStringList textsOf(TagList list)
{
    QStringList texts;
    for (const auto& text : list)
        texts.append(text.toString());
    return texts;
}

class TestTagLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsComeBack()
    {
        QStringList many;
        for (int i = 0; i < 300; ++i)
            many.append(u"v%1"_s.arg(i));
        const QList<QStringList> all{
            {u"latest"_s},           {},   {u"v1"_s, QString(), u"v1"_s}, {QString(127, u'a')}, {QString(128, u'b')},
            {QString(20'000, u'c')}, many, {u"Zürich"_s, u"日本"_s}};
        TagLists lists;
        std::vector<TagLists::Place> places;
        for (const auto& tags : all)
            places.push_back(put(lists, tags));
        for (size_t i = 0; i < places.size(); ++i) {
            QCOMPARE(textsOf(lists.at(places[i])), all[static_cast<qsizetype>(i)]);
            QCOMPARE(qsizetype(lists.at(places[i]).size()), all[static_cast<qsizetype>(i)].size());
        }
        QCOMPARE(places[1], TagLists::kNoTags);
        QVERIFY(lists.at(TagLists::kNoTags).empty());
    }

    void aByteMoreThanTheTextAndOneForTheList()
    {
        TagLists lists;
        const auto before = lists.byteTotal();
        put(lists, {u"v1"_s, u"latest"_s});
        QCOMPARE(lists.byteTotal() - before, 1U + 1 + 2 + 1 + 6);
        put(lists, {});
        QCOMPARE(lists.byteTotal() - before, 1U + 1 + 2 + 1 + 6);
    }

    void listsOfTwoSnapshotsAreCompared()
    {
        TagLists a;
        TagLists b;
        put(b, {u"other"_s});
        const auto inA = put(a, {u"v1"_s, u"v2"_s});
        const auto inB = put(b, {u"v1"_s, u"v2"_s});
        const auto third = put(b, {u"v1"_s, u"v3"_s});
        const auto shorter = put(b, {u"v1"_s});
        QVERIFY(std::ranges::equal(a.at(inA), b.at(inB)));
        QVERIFY(!std::ranges::equal(a.at(inA), b.at(third)));
        QVERIFY(!std::ranges::equal(a.at(inA), b.at(shorter)));
    }
};

SLIPWAY_TEST_SUITE(TestTagLists);

} // namespace

#include "test_taglists.moc"
