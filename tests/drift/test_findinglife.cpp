#include "drift/findinglife.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

#include <random>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

DriftFinding finding(const QString& image, const QString& actual = u"1"_s, DriftCheck check = DriftCheck::Cuda)
{
    DriftFinding made;
    made.check = check;
    made.image = image;
    made.tag = u"latest"_s;
    made.actual = actual;
    return made;
}

QDateTime day(int number)
{
    return fixtureTime().addDays(number);
}

LookedFor all()
{
    return {{DriftCheck::Lock, DriftCheck::Cuda}, true, {}};
}

QStringList linesOf(const std::vector<FindingLife>& lives)
{
    static const QStringList kEvents{u"opened"_s, u"changed"_s, u"acknowledged"_s, u"expired"_s, u"resolved"_s};
    QStringList lines;
    for (const auto& life : lives) {
        QStringList events;
        for (const auto& event : life.events)
            events.append(kEvents[static_cast<int>(event.kind)] + QString::number(fixtureTime().daysTo(event.at)));
        lines.append(u"%1 %2: %3"_s.arg(life.finding.image, findingStateName(life.state), events.join(u' ')));
    }
    return lines;
}

} // namespace

class FindingLifeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensGoesOnAndEnds()
    {
        auto lives = advanceFindings({}, {finding(u"a"_s), finding(u"b"_s)}, all(), day(0));
        QCOMPARE(linesOf(lives), (QStringList{u"a open: opened0"_s, u"b open: opened0"_s}));
        lives = advanceFindings(lives, {finding(u"a"_s, u"2"_s)}, all(), day(1));
        QCOMPARE(linesOf(lives), (QStringList{u"a open: opened0 changed1"_s, u"b resolved: opened0 resolved1"_s}));
        QCOMPARE(lives[0].firstSeenAt, day(0));
        QCOMPARE(lives[0].lastSeenAt, day(1));
        QCOMPARE(lives[0].finding.actual, u"2"_s);
        // What comes back is another life.
        lives = advanceFindings(lives, {finding(u"a"_s, u"2"_s), finding(u"b"_s)}, all(), day(2));
        QCOMPARE(linesOf(lives), (QStringList{u"a open: opened0 changed1"_s, u"b resolved: opened0 resolved1"_s,
                                              u"b open: opened2"_s}));
    }

    void isNotGoneWhereNobodyLooked()
    {
        const auto lives = advanceFindings({}, {finding(u"a"_s)}, all(), day(0));
        const QStringList same{u"a open: opened0"_s};
        QCOMPARE(linesOf(advanceFindings(lives, {}, {{DriftCheck::Lock}, true, {}}, day(1))), same);
        QCOMPARE(linesOf(advanceFindings(lives, {}, {{DriftCheck::Cuda}, false, {}}, day(1))), same);
        const DriftGap gap{DriftCheck::Cuda, DriftGapReason::NotRead, u"a"_s, u"latest"_s};
        QCOMPARE(linesOf(advanceFindings(lives, {}, {{DriftCheck::Cuda}, true, {gap}}, day(1))), same);
        QCOMPARE(linesOf(advanceFindings(lives, {}, all(), day(1))), QStringList{u"a resolved: opened0 resolved1"_s});
    }

    void isAcknowledgedUntilATime()
    {
        auto lives = advanceFindings({}, {finding(u"a"_s)}, all(), day(0));
        const auto noted = acknowledged(lives[0], u" known "_s, day(3), day(1));
        QVERIFY(noted);
        QCOMPARE(noted->reason, u"known"_s);
        lives = advanceFindings({*noted}, {finding(u"a"_s)}, all(), day(2));
        QCOMPARE(linesOf(lives), QStringList{u"a acknowledged: opened0 acknowledged1"_s});
        lives = advanceFindings(lives, {finding(u"a"_s)}, all(), day(3));
        QCOMPARE(linesOf(lives), QStringList{u"a open: opened0 acknowledged1 expired3"_s});
        QVERIFY(lives[0].reason.isEmpty());
    }

    void acknowledgingNeedsAReasonAndATime_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QDateTime>("until");
        QTest::newRow("no reason") << u"  "_s << day(9);
        QTest::newRow("no time") << u"why"_s << QDateTime();
        QTest::newRow("a time that has passed") << u"why"_s << day(1);
    }

    void acknowledgingNeedsAReasonAndATime()
    {
        QFETCH(const QString, reason);
        QFETCH(const QDateTime, until);
        const auto lives = advanceFindings({}, {finding(u"a"_s)}, all(), day(0));
        const auto refused = acknowledged(lives[0], reason, until, day(1));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::InvalidArgument);
    }

    void whatIsResolvedIsNotAcknowledged()
    {
        const auto lives = advanceFindings(advanceFindings({}, {finding(u"a"_s)}, all(), day(0)), {}, all(), day(1));
        QVERIFY(!acknowledged(lives[0], u"why"_s, day(9), day(2)));
    }

    void comesBackFromTheStore()
    {
        auto lives = advanceFindings({}, {finding(u"a"_s)}, all(), day(0));
        lives[0].finding.differences = {u"numpy 1, 2"_s};
        lives[0].finding.bytes = 5;
        const auto noted = acknowledged(lives[0], u"why"_s, day(3), day(1)).value();
        const QByteArray bytes = packFinding(noted);
        QVERIFY(unpackFinding(bytes) == noted);
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!unpackFinding(bytes.first(length)));
        QVERIFY(!unpackFinding(bytes + 'x'));
        // Damage anywhere gives another finding or none, and nothing worse.
        std::mt19937 random(1);
        for (int round = 0; round < 2000; ++round) {
            QByteArray damaged = bytes;
            damaged[static_cast<qsizetype>(random() % static_cast<unsigned long>(bytes.size()))] =
                static_cast<char>(random());
            [[maybe_unused]] const auto read = unpackFinding(damaged);
        }
    }
};

SLIPWAY_TEST_SUITE(FindingLifeTest);

#include "test_findinglife.moc"
