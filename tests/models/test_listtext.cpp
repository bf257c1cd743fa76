#include "models/listtext.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

class TestListText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsMadeReadsAsItWas_data()
    {
        QTest::addColumn<QStringList>("items");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QStringList() << QString();
        QTest::newRow("two") << QStringList{u"latest"_s, u"v*"_s} << u"latest, v*"_s;
        QTest::newRow("a comma") << QStringList{u"[a,b]-*"_s, u"x"_s} << u"\"[a,b]-*\", x"_s;
        QTest::newRow("spaces") << QStringList{u" a "_s, u"b c"_s} << u"\" a \", b c"_s;
        QTest::newRow("nothing") << QStringList{QString(), u"a"_s} << u"\"\", a"_s;
        QTest::newRow("quotes") << QStringList{u"\"a\""_s, u"b\"c"_s, u"d\",e"_s}
                                << u"\"\"\"a\"\"\", b\"c, \"d\"\",e\""_s;
    }
    void whatIsMadeReadsAsItWas()
    {
        QFETCH(const QStringList, items);
        QFETCH(const QString, text);
        QCOMPARE(listText(items), text);
        QCOMPARE(listFromText(text), items);
    }

    void whatIsBeingTypedReads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("items");
        QTest::newRow("another to come") << u"latest, "_s << QStringList{u"latest"_s};
        QTest::newRow("commas alone") << u" ,, ,"_s << QStringList();
        QTest::newRow("an open quote") << u"a, \"b, c"_s << QStringList{u"a"_s, u"\"b"_s, u"c"_s};
        QTest::newRow("an open quote before others")
            << u"\"latest, v*, \"a,b\""_s << QStringList{u"\"latest"_s, u"v*"_s, u"a,b"_s};
        QTest::newRow("a quote alone") << u"a, \""_s << QStringList{u"a"_s, u"\""_s};
        QTest::newRow("behind a quote") << u"\"a\"b , c"_s << QStringList{u"\"a\"b"_s, u"c"_s};
        QTest::newRow("spaces behind a quote") << u"\"a,b\" , c"_s << QStringList{u"a,b"_s, u"c"_s};
    }
    void whatIsBeingTypedReads()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, items);
        QCOMPARE(listFromText(text), items);
    }
};

SLIPWAY_TEST_SUITE(TestListText);

} // namespace

#include "test_listtext.moc"
