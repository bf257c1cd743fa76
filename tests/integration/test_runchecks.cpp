#include "cleanup/runchecks.h"
#include "integration/cleaning.h"
#include "support/suite.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QString problemOf(const Result<void>& checked)
{
    return checked ? QString() : checked.error().subject;
}

const QString kBoth = u"read:packages write:packages delete:packages"_s;

/// What must be so before a registry is changed: the clock, and the scopes of the token.
class TestRunChecks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clocksMayBeFiveMinutesApart_data()
    {
        QTest::addColumn<int>("ahead");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("the same") << 0 << true;
        QTest::newRow("five minutes ahead") << 300 << true;
        QTest::newRow("more than that") << 301 << false;
        QTest::newRow("two hours ahead") << 7200 << false;
        QTest::newRow("five minutes behind") << -300 << true;
        QTest::newRow("a day behind") << -86400 << false;
    }

    void clocksMayBeFiveMinutesApart()
    {
        QFETCH(int, ahead);
        const auto served = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);
        const auto checked = checkClock(served.addSecs(ahead), served, u"api.github.com"_s);
        QTEST(checked.has_value(), "isRight");
        if (!checked) {
            QCOMPARE(checked.error().kind, ErrorKind::Refused);
            QVERIFY(checked.error().subject.contains(u"2025-11-21T14:32:00Z"_s));
            QVERIFY(checked.error().subject.contains(u"api.github.com"_s));
        }
    }

    void aServerThatDoesNotTellTheTimeIsNotCleanedUp()
    {
        const auto checked = checkClock(QDateTime::currentDateTimeUtc(), {}, u"api.github.com"_s);
        QCOMPARE(problemOf(checked), u"api.github.com does not say what time it is"_s);
    }

    void scopes_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<QString>("scopes");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, RegistryChange change, const QString& scopes, const QString& problem) {
            QTest::newRow(name) << static_cast<int>(change) << scopes << problem;
        };
        const QString noWrite = u"The token lacks write:packages"_s;
        const QString noDelete = u"The token lacks delete:packages"_s;
        const QString none = u"The token lacks write:packages, delete:packages"_s;
        row("a cleanup with both", RegistryChange::Cleanup, kBoth, {});
        row("a cleanup that could put nothing back", RegistryChange::Cleanup, u"delete:packages"_s, noWrite);
        row("a cleanup that could delete nothing", RegistryChange::Cleanup, u"write:packages"_s, noDelete);
        row("a cleanup by who reads", RegistryChange::Cleanup, u"read:packages"_s, none);
        row("a cleanup by a token without any", RegistryChange::Cleanup, u""_s, none);
        row("restoring", RegistryChange::Restoration, u"write:packages"_s, {});
        row("restoring by who deletes", RegistryChange::Restoration, u"delete:packages"_s, noWrite);
        row("untagging", RegistryChange::Untagging, kBoth, {});
        row("untagging by who pushes", RegistryChange::Untagging, u"write:packages"_s, noDelete);
    }

    void scopes()
    {
        QFETCH(int, change);
        QFETCH(QString, scopes);
        const auto kind = static_cast<RegistryChange>(change);
        const auto checked = checkScopes(kind, scopes.split(u' ', Qt::SkipEmptyParts));
        QTEST(problemOf(checked), "problem");
        QVERIFY(checkScopes(kind, std::nullopt).has_value()); // a token that has none is tried
    }

    /// The image was pushed half an hour ago; by a clock two hours ahead it is out of its grace period.
    void aClockAheadDeletesNothing()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto right = cleaning.now();
        cleaning.push(u"pr-3"_s, {u"v1"_s});
        cleaning.setClock(right.addSecs(1800));
        const QString policy = u"rules: [{tags: 'pr-3', olderThan: 1h}]\nlimits: {versions: 500, percent: 100}"_s;
        QCOMPARE(cleaning.plan(policy).deletions.size(), size_t(0));
        cleaning.setClockHere(right.addSecs(7200));
        const auto plan = cleaning.plan(policy);
        QCOMPARE(plan.deletions.size(), size_t(1));
        const auto outcome = cleaning.apply(plan);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::Refused);
        QCOMPARE(outcome.error().subject,
                 u"The clock is wrong: here it is %1, at test it is %2"_s.arg(
                     right.addSecs(7200).toString(Qt::ISODate), right.addSecs(1800).toString(Qt::ISODate)));
        QCOMPARE(cleaning.deletionsAsked(), 0);
        QVERIFY(!QFile::exists(journalPathOf(cleaning.folder(), plan)));
        // Set right, the plan comes from the future.
        cleaning.setClockHere(right.addSecs(1800));
        QCOMPARE(cleaning.apply(plan).error().subject, u"This plan comes from the future"_s);
        // Later what it selects is as old as it claims.
        cleaning.setClock(right.addSecs(7300));
        QVERIFY(cleaning.apply(plan).has_value());
        QCOMPARE(cleaning.left(), kReleaseAndPullRequests);
    }

    /// A tree that turns out not to go whole could not be put back by such a token.
    void aTokenThatCannotPutBackDeletesNothing()
    {
        SimulatorOptions options;
        options.scopes = {u"read:packages"_s, u"delete:packages"_s};
        Cleaning cleaning(releaseAndPullRequests(), options);
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto outcome = cleaning.apply(plan);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::Refused);
        QCOMPARE(outcome.error().subject, u"The token lacks write:packages"_s);
        QCOMPARE(cleaning.deletionsAsked(), 0);
        QCOMPARE(cleaning.left(), kReleaseAndPullRequests);
    }

    /// Who cannot be asked is no refusal: the run stops, and tells what runs before have done.
    void aServerThatIsDownStopsTheRun()
    {
        Cleaning cleaning(releaseAndPullRequests());
        cleaning.owner().hurry();
        const auto plan = cleaning.plan(pullRequestPolicy());
        std::stop_source stop;
        const auto first = cleaning.apply(plan, stop.get_token(), [&](const CleanupProgress& progress) {
            if (progress.deleted == 1)
                stop.request_stop();
        });
        QVERIFY(first.has_value());
        QCOMPARE(first->deleted.size(), size_t(1));
        cleaning.owner().setApiUrl(QUrl(u"http://127.0.0.1:9"_s));
        const auto second = cleaning.apply(plan);
        QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().subject));
        QVERIFY(second->stopped);
        QCOMPARE(second->stopped->kind, ErrorKind::Network);
        QCOMPARE(second->deleted.size(), size_t(1));
    }
};

SLIPWAY_TEST_SUITE(TestRunChecks);

} // namespace

#include "test_runchecks.moc"
