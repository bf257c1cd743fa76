#include "core/cbormap.h"
#include "support/suite.h"

#include <QCborArray>
#include <QCborValue>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

class TestCborMap final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isGivenWhole()
    {
        QCOMPARE(cborMapFrom(bytes()), map());
        QCOMPARE(cborMapFrom(QCborValue(QCborMap()).toCbor()), QCborMap());
    }

    void ofWhatEndsEarlyThereIsNone()
    {
        for (qsizetype length = 0; length < bytes().size(); ++length)
            QVERIFY(!cborMapFrom(bytes().first(length)));
    }

    void nothingElseIsOne()
    {
        QVERIFY(!cborMapFrom(bytes() + '\0'));
        QVERIFY(!cborMapFrom(QCborValue(QCborArray{1}).toCbor()));
        QVERIFY(!cborMapFrom("{}"));
    }

private:
    [[nodiscard]] static QCborMap map()
    {
        return {{u"complete"_s, true}, {u"stored"_s, qint64{1} << 40}, {u"hubs"_s, QCborArray{u"gpu"_s, u"cpu"_s}}};
    }
    [[nodiscard]] static QByteArray bytes() { return QCborValue(map()).toCbor(); }
};

SLIPWAY_TEST_SUITE(TestCborMap);

#include "test_cbormap.moc"
