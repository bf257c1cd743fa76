#include "core/errortext.h"
#include "models/cleanuprest.h"
#include "models/cleanuptable.h"
#include "support/fixture.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

PlannedVersion planned(const QString& package, qint64 id, qint64 tree)
{
    PlannedVersion version;
    version.package = {package};
    version.id = {id};
    version.tree = {tree};
    return version;
}

/// Two trees of an application, and a package over a limit.
PlanFile planOf()
{
    PlanFile plan;
    plan.seal = named(u"plan"_s);
    plan.deletions = {planned(u"app"_s, 1, 1), planned(u"app"_s, 2, 1), planned(u"app"_s, 3, 3),
                      planned(u"app"_s, 4, 3), planned(u"big"_s, 5, 5)};
    PlannedLarge large;
    large.package = {u"big"_s};
    plan.needsConfirmation = {large};
    return plan;
}

JournalEntry lineOf(JournalEvent event, qint64 id = 0)
{
    JournalEntry entry;
    entry.event = event;
    entry.id = {id};
    entry.plan = event == JournalEvent::Begun ? named(u"plan"_s) : Digest();
    return entry;
}

class TestCleanupRest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsOpen_data()
    {
        QTest::addColumn<std::vector<JournalEntry>>("journal");
        QTest::addColumn<QSet<VersionId>>("excluded");
        QTest::addColumn<QString>("open"); ///< or why not
        using Lines = std::vector<JournalEntry>;
        const auto begun = lineOf(JournalEvent::Begun);
        const auto gone = [](qint64 id) { return lineOf(JournalEvent::Deleted, id); };
        QTest::newRow("all") << Lines{begun} << QSet<VersionId>() << u"1 2 3 4"_s;
        QTest::newRow("half a tree") << Lines{begun, gone(1)} << QSet<VersionId>() << u"2 3 4"_s;
        QTest::newRow("announced only") << Lines{begun, lineOf(JournalEvent::Intended, 1)} << QSet<VersionId>()
                                        << u"1 2 3 4"_s;
        auto allowing = begun;
        allowing.allowed = {u"big"_s};
        QTest::newRow("over a limit, and named when it was begun")
            << Lines{allowing, begun, gone(1)} << QSet<VersionId>() << u"2 3 4 5"_s;
        QTest::newRow("restored in part")
            << Lines{begun, gone(1), lineOf(JournalEvent::Restored, 1)} << QSet<VersionId>() << u"3 4"_s;
        QTest::newRow("what is done was taken out")
            << Lines{begun, gone(1), gone(2)} << QSet<VersionId>{{1}} << u"3 4"_s;
        QTest::newRow("taken out since") << Lines{begun, gone(1), gone(2)} << QSet<VersionId>{{4}}
                                         << u"Something of this run was taken out"_s;
        QTest::newRow("nothing but what is over a limit")
            << Lines{begun, gone(1), gone(2), gone(3), gone(4)} << QSet<VersionId>() << QString();
        const auto left = [](qint64 id) { return lineOf(JournalEvent::Left, id); };
        const auto back = [](qint64 id) { return lineOf(JournalEvent::Restored, id); };
        QTest::newRow("to be put back: the rest of its tree stays")
            << Lines{begun, gone(1), left(2)} << QSet<VersionId>() << u"3 4, back 1"_s;
        QTest::newRow("put back") << Lines{begun, gone(1), left(2), back(1)} << QSet<VersionId>() << u"3 4"_s;
        auto lacking = back(1);
        lacking.detail = u"not all of its tags"_s;
        QTest::newRow("to have its tags again")
            << Lines{begun, gone(1), left(2), lacking} << QSet<VersionId>() << u"3 4, back 1"_s;
        QTest::newRow("to be put back, taken out since")
            << Lines{begun, gone(1), left(2)} << QSet<VersionId>{{1}} << u"3 4, back 1"_s;
        QTest::newRow("nothing but what is to be put back")
            << Lines{begun, gone(1), left(2), gone(3), gone(4)} << QSet<VersionId>() << u", back 1"_s;
        // A person had it back and wanted no more.
        QTest::newRow("deleted whole, restored in part")
            << Lines{begun, gone(1), gone(2), back(2)} << QSet<VersionId>() << u"3 4"_s;
        QTest::newRow("announced, of a tree that stays")
            << Lines{begun, gone(1), back(1), lineOf(JournalEvent::Intended, 2), gone(3), gone(4)} << QSet<VersionId>()
            << u", back 2 if gone"_s;
        QTest::newRow("announced, found gone when a part of its tree was back")
            << Lines{begun, gone(1), back(1), gone(2), gone(3), gone(4)} << QSet<VersionId>() << u", back 2"_s;
        QTest::newRow("announced, and itself what a person had back")
            << Lines{begun, gone(1), lineOf(JournalEvent::Intended, 2), back(2), gone(3), gone(4)} << QSet<VersionId>()
            << u", back 1"_s;
        QTest::newRow("and put back itself")
            << Lines{begun, gone(1), back(1), gone(2), back(2), gone(3), gone(4)} << QSet<VersionId>() << QString();
        auto other = begun;
        other.plan = named(u"other"_s);
        QTest::newRow("another plan's") << Lines{other} << QSet<VersionId>() << u"The plan beside this journal"_s;
        QTest::newRow("no run's") << Lines{} << QSet<VersionId>() << u"The plan beside this journal"_s;
    }

    void whatIsOpen()
    {
        QFETCH(std::vector<JournalEntry>, journal);
        QFETCH(QSet<VersionId>, excluded);
        QFETCH(QString, open);
        const auto rest = cleanupRestOf(planOf(), journal, excluded);
        if (!rest) {
            QCOMPARE(rest.error().kind, ErrorKind::Refused);
            QVERIFY2(rest.error().subject.startsWith(open), qPrintable(rest.error().subject));
            const QString line = errorLine(rest.error());
            QVERIFY2(line.endsWith(u"). Nothing was changed."_s) && !line.contains(u".."_s), qPrintable(line));
            return;
        }
        QStringList ids;
        for (const auto& version : rest->left.open)
            ids.append(QString::number(version.id.value));
        QString said = ids.join(u' ');
        for (const auto& version : rest->left.toPutBack)
            said += u", back %1"_s.arg(version.id.value);
        for (const auto& version : rest->left.announced)
            said += u", back %1 if gone"_s.arg(version.id.value);
        QCOMPARE(said, open);
        QCOMPARE(rest->isNothing(), open.isEmpty());
        const bool isNamed = rest->allowed.contains({u"big"_s});
        QCOMPARE(rest->left.packagesLeftOut(), isNamed ? QStringList() : QStringList{u"big"_s});
        QCOMPARE(rest->plan.seal, named(u"plan"_s));
    }

    /// What is left, as the table a person saves before going on.
    void whatIsLeftIsListed()
    {
        auto plan = planOf();
        for (auto& version : plan.deletions) {
            version.digest = named(u"image"_s);
            version.tags = {u"pr-%1"_s.arg(version.id.value), u"sha256-"_s + u"a"_s.repeated(64) + u".sig"_s};
            version.rule = u"pr-*"_s;
            version.because = u"unchanged, \"for\" 20 days"_s;
            version.freedBytes = 1000 + version.id.value;
            version.age = std::chrono::days(20);
        }
        const auto rest = cleanupRestOf(plan,
                                        {lineOf(JournalEvent::Begun), lineOf(JournalEvent::Deleted, 1),
                                         lineOf(JournalEvent::Left, 2), lineOf(JournalEvent::Deleted, 3)},
                                        {});
        QVERIFY(rest.has_value());
        const QString line =
            u"%1,pr-%2,"_s + named(u"image"_s).toString() + u",%3,pr-*,\"unchanged, \"\"for\"\" 20 days\",,%4,20"_s;
        const QStringList lines = QString::fromUtf8(cleanupAsCsv(rest->left)).split(u"\r\n"_s);
        QCOMPARE(lines, (QStringList{u"Package,Tags,Digest,Fate,Rule,Why,Protected by,Bytes,Days"_s,
                                     line.arg(u"app"_s, u"4"_s, u"goes"_s, u"1004"_s),
                                     line.arg(u"app"_s, u"1"_s, u"is put back"_s, u"0"_s),
                                     line.arg(u"big"_s, u"5"_s, u"left out"_s, u"0"_s), QString()}));
    }
};

SLIPWAY_TEST_SUITE(TestCleanupRest);

} // namespace

#include "test_cleanuprest.moc"
