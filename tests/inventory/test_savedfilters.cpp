#include "inventory/savedfilters.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

QString lines(const SavedFilters& filters)
{
    QStringList lines;
    for (const auto& filter : filters.filters())
        lines.append(filter.name + u": "_s + filter.expression);
    return lines.join(u'\n');
}

class TestSavedFilters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standByName()
    {
        SavedFilters filters;
        filters.set(u"Unsigned"_s, u"unsigned tagged"_s);
        filters.set(u" big "_s, u" size:>1GiB "_s);
        filters.set(u"old"_s, u"age:>90d"_s);
        filters.set(u"Unsigned"_s, u"unsigned"_s);
        filters.set(u" "_s, u"lost"_s);
        filters.set(u"nothing"_s, u" "_s);
        QCOMPARE(lines(filters), u"big: size:>1GiB\nold: age:>90d\nUnsigned: unsigned"_s);
        filters.remove(u"old"_s);
        filters.remove(u"nobody"_s);
        QCOMPARE(lines(filters), u"big: size:>1GiB\nUnsigned: unsigned"_s);
    }

    void goThroughJson()
    {
        SavedFilters filters;
        filters.set(u"Grün \"quoted\""_s, u"hub:\"a b\" -tag:x*"_s);
        filters.set(u"b"_s, u"b"_s);
        QCOMPARE(SavedFilters::fromJson(filters.toJson()), filters);
        QCOMPARE(SavedFilters::fromJson(SavedFilters().toJson()), SavedFilters());
    }

    void whatIsNoFilterIsLeftOut()
    {
        QCOMPARE(SavedFilters::fromJson("not JSON"), SavedFilters());
        QCOMPARE(SavedFilters::fromJson("{\"name\":\"a\"}"), SavedFilters());
        QCOMPARE(lines(SavedFilters::fromJson(R"([1,{"name":"a"},{"name":"b","filter":"x"},{"filter":"y"},null])")),
                 u"b: x"_s);
    }
};

SLIPWAY_TEST_SUITE(TestSavedFilters);

} // namespace

#include "test_savedfilters.moc"
