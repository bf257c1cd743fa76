#include "proposals/markedtext.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestMarkedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPartComesBack_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("content");
        QTest::newRow("plain") << u"lock|asr-cpu|latest||"_s << u"one line"_s;
        QTest::newRow("a comment's end in the key") << u"a-->b c"_s << u"x"_s;
        QTest::newRow("lines, signs of every kind") << u"größe"_s << u"| a | b |\n\n<b>`%1`</b>"_s;
        QTest::newRow("nothing") << u"k"_s << QString();
    }
    void aPartComesBack()
    {
        QFETCH(QString, key);
        QFETCH(QString, content);
        const MarkedPart part{key, content};
        const QString text = withMarkedPart({}, u"finding"_s, part);
        QCOMPARE(markedPart(text, u"finding"_s), part);
        QCOMPARE(text.count(u"-->"_s), 2);
        QVERIFY(!markedPart(text, u"proposal"_s));
        // GitHub's editor ends lines its own way.
        QCOMPARE(markedPart(QString(text).replace(u"\n"_s, u"\r\n"_s), u"finding"_s), part);
    }

    void whatPeopleWroteStays()
    {
        const QString mine = withMarkedPart(u"Look at this."_s, u"finding"_s, {u"k"_s, u"one"_s});
        const QString both = mine + u"\n\nI did."_s;
        const QString later = withMarkedPart(both, u"finding"_s, {u"k"_s, u"two"_s});
        QVERIFY(later.startsWith(u"Look at this.\n\n<!--"_s) && later.endsWith(u"-->\n\nI did."_s));
        QVERIFY(later.contains(u"two"_s) && !later.contains(u"one"_s));
    }

    void halfAPartIsNone()
    {
        QVERIFY(!markedPart(u"<!-- slipway:finding k -->\ntext"_s, u"finding"_s));
        QVERIFY(!markedPart(u"text\n<!-- /slipway:finding -->"_s, u"finding"_s));
    }
};

SLIPWAY_TEST_SUITE(TestMarkedText);
#include "test_markedtext.moc"
