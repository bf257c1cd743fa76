#include "domain/referencegraph.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "support/apiversion.h"

#include <QCoroTask>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kNowhere = u"sha256:"_s + QString(64, u'a');

QByteArray smallOrganisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"amd"_s, {}, {u"base"_s, u"app-amd"_s})
        .image(u"arm"_s, {}, {u"base"_s, u"app-arm"_s}, u"linux/arm64"_s)
        .index(u"v1"_s, {u"v1"_s, u"latest"_s}, {u"amd"_s, u"arm@linux/arm64"_s})
        .signature(u"sig"_s, u"v1"_s)
        .package(u"team/tool"_s)
        .image(u"t"_s, {u"v2"_s}, {u"base"_s, u"tool"_s})
        .json();
}

const QStringList kSmallLines{u"app image"_s, u"app image"_s, u"app index v1 latest"_s, u"app signature ~.sig"_s,
                              u"team/tool image v2"_s};

} // namespace

class ScanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void neverAsksForAManifestTwice();
    void followsAllPages();
    void asksOnceForWhatIsMissing();
    void asksAgainForWhatWasMissing();
    void seesAChildThatIsDeletedLater();
    void packagesThatShareAManifest();
    void readsConfigsOnlyWhereNamesDoNotTell();
    void stoppedScanLeavesTheLastSnapshot_data();
    void stoppedScanLeavesTheLastSnapshot();
    void keepsWhatWasKnownOfAnUnreadablePackage();
    void keepsPackagesOfAMissingPage();
    void knowsThatAPageOfTheFirstListIsMissing();
    void followsRedirectsOfItsHost_data();
    void followsRedirectsOfItsHost();
    void followsNoRedirectToAnotherHost();
    void reportsProgressToTheEnd();
};

void ScanTest::readsEverything()
{
    ServedOwner owner(smallOrganisation());
    const auto snapshot = owner.scan();
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().detail));
    QCOMPARE(linesOf(**snapshot), kSmallLines);
    QVERIFY((*snapshot)->complete);
    QCOMPARE((*snapshot)->owner.kind, OwnerKind::Organization);
    // base once; three layers of their own, three configs; the signature's empty config and its payload.
    QCOMPARE((*snapshot)->blobs.size(), 1U + 3U + 3U + 2U);
    QCOMPARE(linesOf(*owner.stored()), kSmallLines);
}

void ScanTest::neverAsksForAManifestTwice()
{
    ServedOwner owner(smallOrganisation());
    QVERIFY(owner.scan());
    QCOMPARE(owner.requestsFor(u"/manifests/"_s), 5);
    owner.restart();
    owner.server().clearRequests();
    const auto again = owner.scan();
    QVERIFY(again);
    QCOMPARE(linesOf(**again), kSmallLines);
    QCOMPARE(owner.requestsFor(u"/manifests/"_s), 0);
    QCOMPARE(owner.requestsFor(u"/v2/"_s), 0);
    QCOMPARE(owner.requestsFor(u"/versions"_s), 0);
    QVERIFY(!owner.hasChanged());
    // Nor when every list is read again.
    const auto whole = owner.scan(ScanDepth::Full);
    QVERIFY(whole);
    QCOMPARE(linesOf(**whole), kSmallLines);
    QCOMPARE(owner.requestsFor(u"/v2/"_s), 0);
    QCOMPARE(owner.requestsFor(u"/versions"_s), 2);
}

void ScanTest::followsAllPages()
{
    ServedOwner owner(Organisation().package(u"big"_s).many(350, u"m"_s).json());
    const auto snapshot = owner.scan();
    QVERIFY(snapshot);
    QVERIFY((*snapshot)->complete);
    QCOMPARE((*snapshot)->versions.size(), 350U);
    QCOMPARE(owner.requestsFor(u"/versions"_s), 4);
}

void ScanTest::asksOnceForWhatIsMissing()
{
    ServedOwner owner(Organisation()
                          .package(u"app"_s)
                          .listedOnly({u"gone"_s}, kNowhere)
                          .indexOfNothing({u"half"_s}, u"sha256:"_s + QString(64, u'b'))
                          .raw(u"text"_s, {u"odd"_s}, u"application/vnd.oci.image.manifest.v1+json"_s, u"<html>"_s)
                          .json());
    const auto first = owner.scan();
    QVERIFY(first);
    QVERIFY(!(*first)->complete);
    QCOMPARE(linesOf(**first), (QStringList{u"app index half"_s, u"app unreadable gone"_s, u"app unreadable odd"_s,
                                            u"! manifest-invalid app"_s, u"! manifest-missing app"_s}));
    owner.restart();
    owner.server().clearRequests();
    const auto second = owner.scan();
    QVERIFY(second);
    QCOMPARE(linesOf(**second), linesOf(**first));
    QCOMPARE(owner.requestsFor(u"/manifests/"_s), 0);
    // A full scan asks for what was missing, not for what is known to be damaged.
    QVERIFY(owner.scan(ScanDepth::Full));
    QCOMPARE(owner.requestsFor(u"/manifests/"_s), 1);
}

void ScanTest::asksAgainForWhatWasMissing()
{
    const auto monday = QDateTime::fromString(u"2025-11-17T08:00:00Z"_s, Qt::ISODate);
    ServedOwner owner(Organisation().package(u"app"_s).listedOnly({u"gone"_s}, kNowhere).json());
    owner.setClock(Clock(monday));
    QVERIFY(owner.scan());
    owner.server().clearRequests();
    // After half a minute, then four times as long after each answer that was no better.
    for (const auto& [seconds, requests] : {std::pair{29, 0}, {31, 1}, {31 + 119, 1}, {31 + 121, 2}}) {
        owner.setClock(Clock(monday.addSecs(seconds)));
        QVERIFY(owner.scan());
        QCOMPARE(owner.requestsFor(u"/manifests/"_s), requests);
    }
}

void ScanTest::seesAChildThatIsDeletedLater()
{
    ServedOwner owner(smallOrganisation());
    const auto before = owner.scan();
    QVERIFY(before);
    const auto& rows = (*before)->versions;
    const auto child = std::ranges::find_if(
        rows, [&](const VersionRow& row) { return (*before)->kindOf(row) == ManifestKind::Image; });
    HttpRequest request;
    request.method = HttpMethod::Delete;
    request.url = owner.server().apiUrl();
    request.url.setPath(u"/orgs/acme/packages/container/app/versions/%1"_s.arg(child->id.value));
    request.headers = {{"Authorization"_ba, "Bearer ghp_testtesttest"_ba},
                       {"Accept"_ba, "application/vnd.github+json"_ba},
                       {"X-GitHub-Api-Version"_ba, apiVersion()}};
    const auto deleted = QCoro::waitFor(owner.transport().send(request, {}));
    QVERIFY(deleted && deleted->status == 204);

    owner.server().clearRequests();
    const auto after = owner.scan();
    QVERIFY(after);
    QVERIFY((*after)->complete);
    QCOMPARE(owner.requestsFor(u"/manifests/"_s), 0);
    for (const auto& snapshot : {*after, owner.stored()}) {
        const ReferenceGraph graph(*snapshot);
        QList<Digest> missing;
        for (RowIndex row = 0; row < snapshot->versions.size(); ++row) {
            for (const Digest& digest : graph.missing(row))
                missing.append(digest);
        }
        QCOMPARE(missing, QList<Digest>{(*before)->digestOf(*child)});
    }
}

void ScanTest::packagesThatShareAManifest()
{
    // The same image in two packages; in the first its repository does not have it any more.
    Organisation organisation;
    organisation.package(u"a-copy-cpu"_s).image(u"x"_s, {u"v1"_s}, {u"base"_s});
    organisation.package(u"b-copy-cpu"_s).image(u"x"_s, {u"v1"_s}, {u"base"_s});
    {
        ServedOwner owner(organisation.json());
        const auto snapshot = owner.scan();
        QVERIFY(snapshot && (*snapshot)->complete);
        QCOMPARE((*snapshot)->digestOf(0), (*snapshot)->digestOf(1));
        QCOMPARE(owner.requestsFor(u"/manifests/"_s), 1);
    }
    ServedOwner owner(organisation.json());
    const auto fault = parseFault(u"status=404,route=/v2/acme/a-copy-cpu/manifests/*"_s);
    QVERIFY(fault);
    owner.server().addFault(*fault);
    const auto snapshot = owner.scan();
    QVERIFY(snapshot);
    // It is known through the other package, and that this one could not give it is said.
    QCOMPARE(linesOf(**snapshot).filter(u" image v1"_s).size(), 2);
    QCOMPARE((*snapshot)->problems.size(), 1U);
    QVERIFY(!(*snapshot)->complete);
}

void ScanTest::readsConfigsOnlyWhereNamesDoNotTell()
{
    ServedOwner owner(Organisation()
                          .package(u"app-gpu"_s)
                          .image(u"a"_s, {u"latest"_s}, {u"base"_s})
                          .package(u"plain"_s)
                          .image(u"b"_s, {u"latest"_s}, {u"base"_s, u"b"_s})
                          .json());
    const auto snapshot = owner.scan();
    QVERIFY(snapshot);
    QCOMPARE(owner.requestsFor(u"/blobs/"_s), 1);
    QCOMPARE((*snapshot)->configs.size(), 1);
    QCOMPARE((*snapshot)->configs.begin()->labels.value(u"key"_s), u"b"_s);
    owner.restart();
    owner.server().clearRequests();
    const auto again = owner.scan();
    QVERIFY(again);
    QCOMPARE((*again)->configs.size(), 1);
    QCOMPARE(owner.requestsFor(u"/blobs/"_s), 0);
}

void ScanTest::stoppedScanLeavesTheLastSnapshot_data()
{
    QTest::addColumn<int>("afterReports");
    for (const int reports : {0, 1, 2, 5, 13, 21})
        QTest::addRow("after %d reports", reports) << reports;
}

void ScanTest::stoppedScanLeavesTheLastSnapshot()
{
    QFETCH(const int, afterReports);
    ServedOwner owner(
        Organisation().package(u"one-cpu"_s).many(20, u"a"_s).package(u"two-cpu"_s).many(20, u"b"_s).json());
    // The last good snapshot is a partial one: one package's list could not be read then.
    const auto fault = parseFault(u"status=404,route=*/two-cpu/versions*,count=1"_s);
    QVERIFY(fault);
    owner.server().addFault(*fault);
    const auto good = owner.scan();
    QVERIFY(good);
    QCOMPARE((*good)->versions.size(), 20U);

    owner.restart();
    std::stop_source stop;
    int reports = 0;
    const auto stopInTime = [&](const ScanProgress&) {
        if (reports++ == afterReports)
            stop.request_stop();
    };
    const auto stopped = owner.scan(ScanDepth::Usual, stop.get_token(), stopInTime);
    QVERIFY2(reports > afterReports, "the scan was over before it was stopped");
    QVERIFY2(!stopped, "a stopped scan gave a snapshot");
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QCOMPARE(linesOf(*owner.stored()), linesOf(**good));

    owner.restart();
    const auto whole = owner.scan();
    QVERIFY(whole);
    QVERIFY((*whole)->complete);
    QCOMPARE((*whole)->versions.size(), 40U);
    QVERIFY2(owner.transport().tally().registry <= 1 + 20, "asked for more than is new");
}

void ScanTest::keepsWhatWasKnownOfAnUnreadablePackage()
{
    ServedOwner owner(smallOrganisation());
    QVERIFY(owner.scan());
    const auto fault = parseFault(u"status=500,route=*/app/versions*"_s);
    QVERIFY(fault);
    owner.server().addFault(*fault);
    owner.restart();
    const auto partial = owner.scan(ScanDepth::Full);
    QVERIFY(partial);
    QVERIFY(!(*partial)->complete);
    QCOMPARE(linesOf(**partial), kSmallLines + QStringList{u"! server the versions of app"_s});
    QVERIFY(!(*partial)->packages[0].complete);
    QVERIFY((*partial)->packages[1].complete);
}

void ScanTest::keepsPackagesOfAMissingPage()
{
    Organisation organisation;
    for (int i = 0; i < 130; ++i)
        organisation.package(u"p%1"_s.arg(i, 3, 10, QLatin1Char('0'))).image(u"k"_s, {u"v1"_s}, {u"base"_s});
    ServedOwner owner(organisation.json());
    QVERIFY(owner.scan());
    const auto fault = parseFault(u"status=502,route=/org*/packages,skip=1"_s);
    QVERIFY(fault);
    owner.server().addFault(*fault);
    const auto partial = owner.scan();
    QVERIFY(partial);
    QCOMPARE((*partial)->packages.size(), 130U);
    QCOMPARE((*partial)->versions.size(), 130U);
    QVERIFY(!(*partial)->complete);
    QVERIFY(!(*partial)->isListWhole);
}

/// Every package it knows of was read whole, and yet it is not all there is.
void ScanTest::knowsThatAPageOfTheFirstListIsMissing()
{
    Organisation organisation;
    for (int i = 0; i < 130; ++i)
        organisation.package(u"p%1"_s.arg(i, 3, 10, QLatin1Char('0'))).image(u"k"_s, {u"v1"_s}, {u"base"_s});
    ServedOwner owner(organisation.json());
    const auto fault = parseFault(u"status=502,route=/org*/packages,skip=1"_s);
    QVERIFY(fault);
    owner.server().addFault(*fault);
    const auto partial = owner.scan();
    QVERIFY(partial);
    QCOMPARE((*partial)->packages.size(), 100U);
    QVERIFY(std::ranges::all_of((*partial)->packages, &PackageRow::complete));
    QVERIFY(!(*partial)->complete);
    QVERIFY(!(*partial)->isListWhole);
    owner.server().clearFaults();
    const auto whole = owner.scan();
    QVERIFY(whole);
    QCOMPARE((*whole)->packages.size(), 130U);
    QVERIFY((*whole)->isListWhole && (*whole)->complete);
}

void ScanTest::followsRedirectsOfItsHost_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("owner") << u"redirect,status=301,route=/users/*,count=1"_s;
    QTest::newRow("packages") << u"redirect,status=302,route=/orgs/*/packages*,count=1"_s;
    QTest::newRow("versions") << u"redirect,status=307,route=*/versions*,count=2"_s;
}

void ScanTest::followsRedirectsOfItsHost()
{
    QFETCH(const QString, fault);
    ServedOwner owner(smallOrganisation());
    owner.server().addFault(parseFault(fault).value());
    const auto snapshot = owner.scan();
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().detail));
    QCOMPARE(linesOf(**snapshot), kSmallLines);
}

/// Another port is another host: nothing of ours goes there.
void ScanTest::followsNoRedirectToAnotherHost()
{
    ServedOwner owner(smallOrganisation());
    const ServedOwner elsewhere(smallOrganisation());
    const QString address = elsewhere.server().apiUrl().toString();
    owner.server().addFault(parseFault(u"redirect,route=/orgs/*/packages*,to="_s + address).value());
    const auto snapshot = owner.scan();
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, ErrorKind::ForeignHost);
    QVERIFY(elsewhere.server().requests().isEmpty());
}

void ScanTest::reportsProgressToTheEnd()
{
    ServedOwner owner(smallOrganisation());
    ScanProgress last;
    bool isGrowing = true;
    QVERIFY(owner.scan(ScanDepth::Usual, {}, [&](const ScanProgress& now) {
        isGrowing = isGrowing && now.manifestsDone >= last.manifestsDone && now.packagesDone >= last.packagesDone;
        last = now;
    }));
    QVERIFY(isGrowing);
    QCOMPARE(last.packagesDone, 2);
    QCOMPARE(last.packagesTotal, 2);
    QCOMPARE(last.manifestsDone, 5);
    QCOMPARE(last.manifestsTotal, 5);
}

QTEST_GUILESS_MAIN(ScanTest)
#include "tst_scan.moc"
