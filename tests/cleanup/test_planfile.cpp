#include "cleanup/packagewatch.h"
#include "cleanup/planfile.h"
#include "cleanup/printplan.h"
#include "support/suite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// A registry of two trees that go and share nothing, one of two indexes that share a child, and what stays.
struct Exported final {
    Fixture fixture = Fixture::parse(uR"(package p
        keep index tags=latest children=k days=9
        k image days=9
        one index tags=pr-1 children=oa,shared days=9
        oa image days=9
        sig signature tags=sha256-{oa}.sig days=9
        shared image days=9
        two index tags=pr-2 children=shared days=9
        three image tags=pr-3 days=9
        unread index tags=hole children=nowhere days=9)"_s);
    SnapshotPtr snapshot = fixture.build();
    CleanupPolicy policy = policyFrom(u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 2, percent: 10}"_s);
    CleanupPlan plan = planOf(*snapshot, policy);
    PlanFile file =
        planFileOf(plan, PlanWords(*snapshot, policy, {}), *snapshot, ReferenceGraph(*snapshot), u"127.0.0.1:4711"_s);

    [[nodiscard]] QString nameOf(const Digest& digest) const { return fixture.nameOf(digest); }
    [[nodiscard]] const PlannedVersion& planned(const QString& name) const
    {
        return *std::ranges::find(file.deletions, named(name), &PlannedVersion::digest);
    }
    [[nodiscard]] std::vector<ListedVersion> rows() const { return fixture.packages.front().versions; }
    [[nodiscard]] PlannedTree tree(const QString& name) const
    {
        const auto trees = treesOf(file.deletions);
        return *std::ranges::find_if(
            trees, [&](PlannedTree one) { return std::ranges::contains(one, named(name), &PlannedVersion::digest); });
    }
};

class TestPlanFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        const Exported exported;
        QVERIFY(!exported.file.needsConfirmation.empty() && !exported.file.brokenBefore.empty());
        const auto read = parsePlanFile(writePlanFile(exported.file), u"plan.json"_s);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        QVERIFY(*read == exported.file);
        const auto& planned = exported.planned(u"one"_s);
        QCOMPARE(planned.tags, QStringList{u"pr-1"_s});
        QCOMPARE(planned.rule, u"pr-*"_s);
        QCOMPARE(planned.updatedAt, exported.rows()[2].updatedAt);
        QCOMPARE(planned.age, std::chrono::days(9));
    }

    void whatHangsTogetherIsOneTree()
    {
        const Exported exported;
        QStringList trees;
        for (const PlannedTree tree : treesOf(exported.file.deletions)) {
            QStringList names;
            for (const auto& planned : tree)
                names.append(exported.nameOf(planned.digest));
            trees.append(names.join(u' '));
        }
        trees.sort();
        QCOMPARE(trees.size(), 2);
        QCOMPARE(trees.first(), u"three"_s);
        const auto names = trees.last().split(u' ');
        QCOMPARE(names.size(), 5);
        // What lists others goes before them, also where two list the same.
        const auto before = [&](const QString& a, const QString& b) { return names.indexOf(a) < names.indexOf(b); };
        QVERIFY(before(u"one"_s, u"oa"_s) && before(u"oa"_s, u"sig"_s));
        QVERIFY(before(u"one"_s, u"shared"_s) && before(u"two"_s, u"shared"_s));
    }

    void badPlansAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray good = writePlanFile(Exported().file);
        QTest::newRow("empty") << QByteArray() << ErrorKind::InvalidFile;
        QTest::newRow("cut off") << good.first(good.size() / 2) << ErrorKind::InvalidFile;
        QTest::newRow("no JSON") << QByteArray("version: 1\n") << ErrorKind::InvalidFile;
        QTest::newRow("something else") << QByteArray("{\"version\":1}") << ErrorKind::InvalidFile;
        QTest::newRow("another version") << QByteArray(good).replace("\"version\": 1", "\"version\": 2")
                                         << ErrorKind::InvalidFile;
        QTest::newRow("one letter changed") << QByteArray(good).replace("pr-1", "pr-7") << ErrorKind::Refused;
        QTest::newRow("another owner written in")
            << QByteArray(good).replace("127.0.0.1:4711", "127.0.0.1:4712") << ErrorKind::Refused;
        auto object = QJsonDocument::fromJson(good).object();
        object.insert(u"extra"_s, true);
        QTest::newRow("a member more") << QJsonDocument(object).toJson() << ErrorKind::Refused;
        object.remove(u"extra"_s);
        object.remove(u"seal"_s);
        QTest::newRow("without its seal") << QJsonDocument(object).toJson() << ErrorKind::InvalidFile;
    }

    void badPlansAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = parsePlanFile(text, u"plan.json"_s);
        QVERIFY(!read.has_value());
        QTEST(read.error().kind, "kind");
        QVERIFY(read.error().subject.contains("plan.json"_L1));
    }

    void spacesAreNoChange()
    {
        const Exported exported;
        const auto compact = QJsonDocument::fromJson(writePlanFile(exported.file)).toJson(QJsonDocument::Compact);
        QVERIFY(parsePlanFile(compact, u"plan.json"_s).value() == exported.file);
    }

    void isGoodForADayAndOneOwner_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("server");
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("isGood");
        const QString here = u"127.0.0.1:4711"_s;
        QTest::newRow("at once") << u"acme"_s << here << 0 << true;
        QTest::newRow("in other letters") << u"ACME"_s << here << 0 << true;
        QTest::newRow("a day later") << u"acme"_s << here << 24 << true;
        QTest::newRow("more than a day later") << u"acme"_s << here << 25 << false;
        QTest::newRow("before it was made") << u"acme"_s << here << -1 << false;
        QTest::newRow("another owner") << u"other"_s << here << 0 << false;
        QTest::newRow("another server") << u"acme"_s << u"127.0.0.1:1"_s << 0 << false;
    }

    void isGoodForADayAndOneOwner()
    {
        QFETCH(QString, owner);
        QFETCH(QString, server);
        QFETCH(int, hours);
        auto file = Exported().file;
        file.owner = u"acme"_s;
        const auto checked = checkPlan(file, server, owner, file.createdAt.addSecs(hours * 3600));
        QTEST(checked.has_value(), "isGood");
        if (!checked)
            QCOMPARE(checked.error().kind, ErrorKind::Refused);
    }

    /// A plan is as old as what it was made of, whenever it was computed.
    void isAsOldAsWhatItWasMadeOf()
    {
        auto file = Exported().file;
        QVERIFY(file.readAt.isValid());
        const auto isGood = [&] {
            file = *parsePlanFile(writePlanFile(file), u"plan"_s);
            return checkPlan(file, file.server, file.owner, file.createdAt.addSecs(3600)).has_value();
        };
        file.readAt = file.createdAt.addSecs(-22 * 3600);
        QVERIFY(isGood());
        QCOMPARE(file.readAt, file.createdAt.addSecs(-22 * 3600));
        file.readAt = file.createdAt.addSecs(-24 * 3600);
        QVERIFY(!isGood());
        file.readAt = {}; // of an older Slipway
        QVERIFY(isGood());
        QVERIFY(!file.readAt.isValid());
    }

    void newRowsThatPointAtATreeKeepIt_data()
    {
        QTest::addColumn<QString>("newcomer"); ///< as fixtures are written; empty: nobody
        QTest::addColumn<QString>("stale");    ///< trees, by a member
        const auto row = [](const char* name, const char* newcomer, const char* stale) {
            QTest::newRow(name) << QString::fromLatin1(newcomer) << QString::fromLatin1(stale);
        };
        row("nothing new", "", "");
        row("an image of its own", "n image tags=v9", "");
        row("an index that lists a child", "n index tags=v9 children=oa", "one");
        row("an index that lists an index", "n index tags=v9 children=two", "one");
        row("a referrer by its subject", "n signature subject=three", "three");
        row("a referrer by its tag", "n signature tags=sha256-{three}.sig", "three");
        row("one of a version that stays", "n signature subject=keep", "");
        row("one that cannot be read", "n unreadable tags=v9", "one three");
    }

    void newRowsThatPointAtATreeKeepIt()
    {
        QFETCH(QString, newcomer);
        const Exported exported;
        PackageWatch watch(exported.file, {u"p"_s});
        QVERIFY(watch.newcomers(exported.rows()).empty());
        if (!newcomer.isEmpty()) {
            const auto fresh = Fixture::parse(u"package p\n "_s + newcomer);
            auto row = fresh.packages.front().versions.front();
            row.id = {99'999};
            const auto rows = std::vector{row};
            QCOMPARE(watch.newcomers(rows).size(), size_t(1));
            watch.learn(row, fresh.manifests.empty() ? Result<Manifest>(failure(ErrorKind::Server, u"n"_s))
                                                     : Result<Manifest>(fresh.manifests.front()));
            QVERIFY(watch.newcomers(rows).empty() && watch.knows(row.id));
        }
        QStringList stale;
        for (const QString& name : {u"one"_s, u"three"_s}) {
            if (watch.staleness(exported.tree(name), {}, exported.rows()))
                stale.append(name);
        }
        QTEST(stale.join(u' '), "stale");
    }

    void whatChangedKeepsItsTree()
    {
        const Exported exported;
        const PackageWatch watch(exported.file, {u"p"_s});
        const auto staleWith = [&](const auto& change) {
            auto rows = exported.rows();
            change(*std::ranges::find(rows, named(u"oa"_s), &ListedVersion::digest));
            QVERIFY(!watch.staleness(exported.tree(u"three"_s), {}, rows));
            QVERIFY(watch.staleness(exported.tree(u"one"_s), {}, rows).has_value());
        };
        staleWith([](ListedVersion& row) { row.tags.append(Tag{u"v1"_s}); });
        staleWith([](ListedVersion& row) { row.updatedAt = row.updatedAt.addSecs(1); });
        staleWith([](ListedVersion& row) { row.updatedAt = {}; });
        staleWith([](ListedVersion& row) { row.createdAt = {}; });
        QVERIFY(!watch.staleness(exported.tree(u"one"_s), {},
                                 {})); // a list that lags behind: its rows are asked one by one
    }
};

SLIPWAY_TEST_SUITE(TestPlanFile);

} // namespace

#include "test_planfile.moc"
