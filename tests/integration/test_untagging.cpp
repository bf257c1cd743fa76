#include "cleanup/cleanupjournal.h"
#include "integration/cleaning.h"
#include "support/suite.h"

#include <QCoroTask>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Organisation organisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"one"_s, {u"pr-1"_s, u"latest"_s}, {u"base"_s, u"one"_s})
        .image(u"two"_s, {u"pr-2"_s}, {u"base"_s, u"two"_s})
        .package(u"lone"_s)
        .image(u"three"_s, {u"only"_s}, {u"base"_s, u"three"_s});
}

const QString kBefore = u"one:pr-1,latest three:only two:pr-2"_s;

class TestUntagging final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTagGoesAndTheVersionStays_data()
    {
        QTest::addColumn<int>("stale");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("after");
        QTest::newRow("one of two") << 0 << u"pr-1"_s << u"one:latest three:only two:pr-2"_s;
        QTest::newRow("the only one of its version") << 0 << u"pr-2"_s << u"one:pr-1,latest three:only"_s;
        // The list after the push shows the tag where it was: whoever trusts it deletes the version of `latest`.
        QTest::newRow("case 18: lists lag behind twice") << 2 << u"pr-1"_s << u"one:latest three:only two:pr-2"_s;
    }

    void oneTagGoesAndTheVersionStays()
    {
        QFETCH(int, stale);
        QFETCH(QString, tag);
        SimulatorOptions options;
        options.staleLists = stale;
        Cleaning cleaning(organisation(), options);
        const auto untagged = cleaning.untag(u"app"_s, tag);
        QVERIFY2(untagged.has_value(), untagged ? "" : qPrintable(untagged.error().subject));
        QTEST(cleaning.tagged(), "after");
        QCOMPARE(cleaning.left(), u"one three two"_s);
        QCOMPARE(untagged->remainingTags, tag == "pr-1"_L1 ? QStringList{u"latest"_s} : QStringList());
        QCOMPARE(cleaning.deletionsAsked(), 1);
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    void whatCannotBeUntaggedIsRefused_data()
    {
        QTest::addColumn<QString>("package");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("no such tag") << u"app"_s << u"pr-9"_s << ErrorKind::NotFound;
        QTest::newRow("no such package") << u"nothing"_s << u"pr-1"_s << ErrorKind::NotFound;
        QTest::newRow("the last tag of its package") << u"lone"_s << u"only"_s << ErrorKind::Refused;
        QTest::newRow("a referrer tag") << u"app"_s << u"sha256-"_s + QString(64, u'a') + u".sig"_s
                                        << ErrorKind::Refused;
    }

    void whatCannotBeUntaggedIsRefused()
    {
        QFETCH(QString, package);
        QFETCH(QString, tag);
        Cleaning cleaning(organisation());
        const auto untagged = cleaning.untag(package, tag);
        QVERIFY(!untagged.has_value());
        QTEST(untagged.error().kind, "kind");
        QCOMPARE(cleaning.tagged(), kBefore);
        QCOMPARE(cleaning.owner().requestsFor(u"/manifests/"_s, "PUT"), 0);
    }

    /// A list of before shows the tag where it was: the newer version must not lose it unseen.
    void whatWasJustMovedIsLeft()
    {
        SimulatorOptions options;
        options.staleLists = 1;
        Cleaning cleaning(organisation(), options);
        const CleanupTools tools = cleaning.tools();
        const Repository repository{tools.owner.login, {u"app"_s}};
        const auto two = QCoro::waitFor(tools.registry.resolve(repository, u"pr-2"_s, CallContext(std::stop_token())));
        QVERIFY(two && *two);
        const auto document =
            QCoro::waitFor(tools.registry.manifest(repository, **two, CallContext(std::stop_token())));
        QVERIFY(document.has_value());
        QVERIFY(QCoro::waitFor(
            tools.registry.putManifest(repository, {u"pr-1"_s}, *document, CallContext(std::stop_token()))));
        const QString moved = cleaning.tagged();
        const auto untagged = cleaning.untag(u"app"_s, u"pr-1"_s);
        QVERIFY(!untagged.has_value());
        QCOMPARE(untagged.error().kind, ErrorKind::Refused);
        QVERIFY2(untagged.error().subject.contains(u"was just moved"_s), qPrintable(untagged.error().subject));
        QCOMPARE(cleaning.tagged(), moved);
        QCOMPARE(cleaning.deletionsAsked(), 0);
        // Once the list has caught up.
        const auto again = cleaning.untag(u"app"_s, u"pr-1"_s);
        QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().subject));
        QCOMPARE(again->digest, **two);
    }

    void faultsOnTheWay_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"status=500,method=PUT,count=1", "reset,method=PUT,moment=after,count=1",
                                  "status=500,method=DELETE,count=1", "reset,method=DELETE,moment=after,count=1",
                                  "throttle,method=DELETE,count=1", "throttle,method=PUT,count=1"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void faultsOnTheWay()
    {
        QFETCH(QString, fault);
        Cleaning cleaning(organisation());
        cleaning.owner().hurry();
        cleaning.owner().governor().setLongestPause(std::chrono::seconds(5));
        cleaning.owner().server().addFault(*parseFault(fault));
        const auto untagged = cleaning.untag(u"app"_s, u"pr-1"_s);
        QVERIFY2(untagged.has_value(), untagged ? "" : qPrintable(untagged.error().subject));
        QCOMPARE(cleaning.tagged(), u"one:latest three:only two:pr-2"_s);
        QCOMPARE(cleaning.left(), u"one three two"_s);
    }

    /// A token that may push but not delete: the tag stays where it is, whatever shows that, and nobody else is held
    /// up.
    void whoMayNotDeleteUntagsNothing_data()
    {
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("puts");
        const QStringList all{u"read:packages"_s, u"write:packages"_s, u"delete:packages"_s};
        QTest::newRow("without the scope") << all.first(2) << QString() << ErrorKind::Refused << 0;
        QTest::newRow("without the role")
            << all << u"status=404,method=DELETE,route=*/app/*"_s << ErrorKind::Forbidden << 2;
    }

    void whoMayNotDeleteUntagsNothing()
    {
        QFETCH(QStringList, scopes);
        QFETCH(QString, fault);
        SimulatorOptions options;
        options.scopes = scopes;
        Cleaning cleaning(organisation().package(u"more"_s).image(u"four"_s, {u"a"_s, u"b"_s}, {u"base"_s, u"four"_s}),
                          options);
        const QString before = cleaning.tagged();
        if (!fault.isEmpty())
            cleaning.owner().server().addFault(*parseFault(fault));
        const auto untagged = cleaning.untag(u"app"_s, u"pr-1"_s);
        QVERIFY(!untagged.has_value());
        QTEST(untagged.error().kind, "kind");
        // The order of its tags is that in which they came.
        QCOMPARE(cleaning.tagged().replace(u"latest,pr-1"_s, u"pr-1,latest"_s), before);
        QTEST(cleaning.owner().requestsFor(u"/manifests/"_s, "PUT"), "puts");
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
        if (fault.isEmpty())
            return;
        // What is left of it in one package is in nobody's way in another.
        const auto other = cleaning.untag(u"more"_s, u"a"_s);
        QVERIFY2(other.has_value(), other ? "" : qPrintable(other.error().subject));
        cleaning.owner().server().clearFaults();
        QVERIFY(QCoro::waitFor(mendUntagging(cleaning.tools(), {})).has_value());
        QCOMPARE(cleaning.left(), u"four one three two"_s);
    }

    /// A registry that shows nothing for a while has not lost the manifest that a tag was put on.
    void aRegistryThatHidesIsNotBelieved()
    {
        Cleaning cleaning(organisation());
        std::stop_source stop;
        const auto connection =
            QObject::connect(&cleaning.owner().transport(), &NetworkTransport::requestFinished, this, [&] {
                if (cleaning.owner().requestsFor(u"/manifests/"_s, "PUT") > 0)
                    stop.request_stop();
            });
        QVERIFY(!cleaning.untag(u"app"_s, u"pr-1"_s, stop.get_token()).has_value());
        QObject::disconnect(connection);
        cleaning.owner().restart();
        QVERIFY2(cleaning.left().contains(u'+'), qPrintable(cleaning.left()));
        cleaning.owner().server().addFault(*parseFault(u"status=404,method=HEAD"_s));
        const auto mended = QCoro::waitFor(mendUntagging(cleaning.tools(), {}));
        QVERIFY2(mended.has_value(), mended ? "" : qPrintable(mended.error().subject));
        QCOMPARE(*mended, 1);
        QCOMPARE(cleaning.left(), u"one three two"_s);
    }

    /// Wherever it was stopped, the next run leaves no tag on a manifest made for this.
    void case19_whatWasInterruptedIsMended()
    {
        for (int requests = 1; requests < 14; ++requests) {
            Cleaning cleaning(organisation());
            std::stop_source stop;
            int seen = 0;
            const auto connection =
                QObject::connect(&cleaning.owner().transport(), &NetworkTransport::requestFinished, this, [&] {
                    if (++seen == requests)
                        stop.request_stop();
                });
            const auto interrupted = cleaning.untag(u"app"_s, u"pr-1"_s, stop.get_token());
            QObject::disconnect(connection);
            QVERIFY(interrupted.has_value() || interrupted.error().kind == ErrorKind::Cancelled);
            cleaning.owner().restart();
            const auto mended = QCoro::waitFor(mendUntagging(cleaning.tools(), {}));
            QVERIFY2(mended.has_value(), mended ? "" : qPrintable(mended.error().subject));
            QCOMPARE(cleaning.left(), u"one three two"_s);
            QVERIFY2(cleaning.tagged() == kBefore || cleaning.tagged() == "one:latest three:only two:pr-2"_L1,
                     qPrintable(cleaning.tagged()));
            QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
        }
    }
};

SLIPWAY_TEST_SUITE(TestUntagging);

} // namespace

#include "test_untagging.moc"
