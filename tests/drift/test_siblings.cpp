#include "drift/lockmaking.h"
#include "drift/printdrift.h"
#include "drift/siblings.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// What CPU and GPU images of one thing have to share, and what they may not.
class SiblingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data();
    void pairs();
    void platforms_data();
    void platforms();
    void whoIsASibling_data();
    void whoIsASibling();
    void stems_data();
    void stems();
    void expectations_data();
    void expectations();
    void identical_data();
    void identical();
    void sboms();
};

void SiblingsTest::pairs_data()
{
    QTest::addColumn<QString>("cpu");
    QTest::addColumn<QString>("gpu");
    QTest::addColumn<QStringList>("lines");

    const auto row = [](const char* name, const QString& cpu, const QString& gpu, const QStringList& lines) {
        QTest::newRow(name) << cpu << gpu << lines;
    };
    const auto diverges = [](const char* rest) {
        return QStringList{u"cpu-gpu error app-gpu:latest other=app-cpu "_s + QString::fromLatin1(rest)};
    };
    row("the same three", u"a:1,b:2,c:3,x:4"_s, u"a:1,b:2,c:3,y:5"_s, {});
    row("only what is expected", u"a:1,b:2,c:3"_s, u"a:1,b:2,c:3"_s, {});
    row("diverging at the first", u"a:1,b:2,c:3"_s, u"z:9,b:2,c:3"_s,
        diverges("expected=a actual=z layer=1 count=3 bytes=14"));
    row("diverging at the third", u"a:1,b:2,c:3"_s, u"a:1,b:2,z:9"_s,
        diverges("expected=c actual=z layer=3 count=3 bytes=9"));
    row("reordered", u"a:1,b:2,c:3"_s, u"a:1,c:3,b:2"_s, diverges("expected=b actual=c layer=2 count=3 bytes=5"));
    row("CPU has too few", u"a:1,b:2"_s, u"a:1,b:2,c:3"_s, diverges("actual=c layer=3 count=3 bytes=3"));
    row("GPU has too few", u"a:1,b:2,c:3"_s, u"a:1,b:2"_s, diverges("expected=c layer=3 count=3"));
    row("GPU has none", u"a:1,b:2,c:3"_s, QString(), diverges("expected=a layer=1 count=3"));
    row("CPU has none", QString(), u"a:1"_s, diverges("actual=a layer=1 count=3 bytes=1"));
    row("a layer twice", u"a:1,a:1,b:2,x:1"_s, u"a:1,a:1,b:2,y:1"_s, {});
    row("a layer once instead of twice", u"a:1,a:1,b:2"_s, u"a:1,b:2"_s,
        diverges("expected=a actual=b layer=2 count=3 bytes=2"));
    row("a size nobody told", u"a:1,b:2,c:3"_s, u"a:1,b:2,z:?"_s, diverges("expected=c actual=z layer=3 count=3"));
}

void SiblingsTest::pairs()
{
    QFETCH(const QString, cpu);
    QFETCH(const QString, gpu);
    QFETCH(const QStringList, lines);
    DriftCase drift(pairText(cpu, gpu));
    drift.policy.shared = {shared(SharedLayersBy::Count, 3)};
    QCOMPARE(drift.lines({DriftCheck::CpuGpu}), lines);
}

void SiblingsTest::platforms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");

    QTest::newRow("each platform by itself")
        << u"package app-cpu repo=hub\n ci index tags=latest children=ca@linux/amd64,cr@linux/arm64\n"
           " ca image layers=a:1,b:1\n cr image layers=r:1,s:1\n"
           "package app-gpu repo=hub\n gi index tags=latest children=ga@linux/amd64,gr@linux/arm64/v8\n"
           " ga image layers=a:1,b:1,x:1\n gr image layers=r:1,z:1\n"_s
        << QStringList{
               u"cpu-gpu error app-gpu:latest other=app-cpu platform=linux/arm64 expected=s actual=z layer=2 count=2 bytes=1"_s};
    QTest::newRow("a platform that one side lacks")
        << u"package app-cpu repo=hub\n ci index tags=latest children=ca@linux/amd64,cr@linux/arm64\n"
           " ca image layers=a:1,b:1\n cr image layers=r:1,s:1\n"
           "package app-gpu repo=hub\n gi index tags=latest children=ga@linux/amd64\n ga image layers=a:1,b:1\n"_s
        << QStringList{};
    QTest::newRow("nothing in common")
        << u"package app-cpu repo=hub\n ci index tags=latest children=cr@linux/arm64\n cr image layers=r:1\n"
           "package app-gpu repo=hub\n gi index tags=latest children=ga@linux/amd64\n ga image layers=a:1\n"_s
        << QStringList{};
    QTest::newRow("a nested index")
        << u"package app-cpu repo=hub\n outer index tags=latest children=inner\n"
           " inner index children=ca@linux/amd64\n ca image layers=a:1,b:1\n"
           "package app-gpu repo=hub\n g image tags=latest layers=a:1,z:7\n"_s
        << QStringList{u"cpu-gpu error app-gpu:latest other=app-cpu expected=b actual=z layer=2 count=2 bytes=7"_s};
    QTest::newRow("an attestation is no image")
        << u"package app-cpu repo=hub\n ci index tags=latest children=ca@linux/amd64,at@unknown/unknown>ca\n"
           " ca image layers=a:1,b:1\n at attestation layers=p:1\n"
           "package app-gpu repo=hub\n g image tags=latest layers=a:1,b:1\n"_s
        << QStringList{};
    QTest::newRow("one side is missing") << u"package app-cpu repo=hub\n ci index tags=latest children=ca@linux/amd64\n"
                                            " ca missing\n"
                                            "package app-gpu repo=hub\n g image tags=latest layers=a:1\n"_s
                                         << QStringList{};
    QTest::newRow("one side could not be read") << u"package app-cpu repo=hub\n c unreadable tags=latest\n"
                                                   "package app-gpu repo=hub\n g image tags=latest layers=a:1\n"_s
                                                << QStringList{u"? cpu-gpu app-gpu:latest"_s};
}

void SiblingsTest::platforms()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, lines);
    DriftCase drift(text);
    drift.policy.shared = {shared(SharedLayersBy::Count, 2)};
    QCOMPARE(drift.lines({DriftCheck::CpuGpu}), lines);
}

void SiblingsTest::whoIsASibling_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("pairs");

    const auto package = [](const QString& name, const QString& tags, const QString& hub = u"hub"_s) {
        return u"package %1 repo=%2\n %1-%3 image tags=%3 layers=a:1\n"_s.arg(name, hub, tags);
    };
    QTest::newRow("by name") << package(u"a-cpu"_s, u"latest"_s) + package(u"a-gpu"_s, u"latest"_s)
                                    + package(u"b-cpu"_s, u"latest"_s) + package(u"b-gpu"_s, u"latest"_s)
                             << QStringList{u"a-cpu a-gpu latest"_s, u"b-cpu b-gpu latest"_s};
    QTest::newRow("CUDA with a version") << package(u"a-cpu"_s, u"latest"_s) + package(u"a-cuda12.1"_s, u"latest"_s)
                                         << QStringList{u"a-cpu a-cuda12.1 latest"_s};
    QTest::newRow("another hub") << package(u"a-cpu"_s, u"latest"_s) + package(u"a-gpu"_s, u"latest"_s, u"other"_s)
                                 << QStringList{};
    QTest::newRow("no tag in common") << package(u"a-cpu"_s, u"v1"_s) + package(u"a-gpu"_s, u"v2"_s) << QStringList{};
    QTest::newRow("the newest common tag")
        << u"package a-cpu repo=h\n c2 image tags=v2 layers=a:1\n c1 image tags=v1 layers=a:1\n"
           "package a-gpu repo=h\n g3 image tags=v3 layers=a:1\n g2 image tags=v2 layers=a:1\n g1 image tags=v1 layers=a:1\n"_s
        << QStringList{u"a-cpu a-gpu v2"_s};
    QTest::newRow("a signature's tag is none")
        << u"package a-cpu repo=h\n c image tags=sha256-{x} layers=a:1\npackage a-gpu repo=h\n g image tags=sha256-{x} layers=a:1\n"_s
        << QStringList{};
    QTest::newRow("without a CPU image") << package(u"a-gpu"_s, u"latest"_s) << QStringList{};
}

void SiblingsTest::whoIsASibling()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, pairs);
    const DriftCase drift(text);
    QStringList found;
    for (const auto& pair : siblingPairs(drift.facts(), LockIndex(*drift.snapshot, nullptr))) {
        found.append(u"%1 %2 %3"_s.arg(drift.snapshot->packages[pair.cpu].name.value,
                                       drift.snapshot->packages[pair.gpu].name.value, pair.tag));
    }
    QCOMPARE(found, pairs);
}

void SiblingsTest::stems_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stem");
    QTest::newRow("plain") << u"app"_s << u"app"_s;
    QTest::newRow("suffix") << u"app-gpu"_s << u"app"_s;
    QTest::newRow("prefix") << u"CPU_app"_s << u"app"_s;
    QTest::newRow("between") << u"my-cuda12-app"_s << u"my-app"_s;
    QTest::newRow("folder") << u"team/gpu/app"_s << u"team-app"_s;
    QTest::newRow("only that") << u"gpu"_s << QString();
    QTest::newRow("within a word") << u"gpus-scpu"_s << u"gpus-scpu"_s;
    QTest::newRow("separators") << u"--a..b--"_s << u"a-b"_s;
}

void SiblingsTest::stems()
{
    QFETCH(const QString, name);
    QFETCH(const QString, stem);
    QCOMPARE(siblingStem(name), stem);
}

void SiblingsTest::expectations_data()
{
    QTest::addColumn<QList<int>>("by");
    QTest::addColumn<bool>("isLocked");
    QTest::addColumn<QString>("hub");
    QTest::addColumn<int>("count"); // of the finding; 0 for none

    const auto number = [](SharedLayersBy by) { return static_cast<int>(by); };
    QTest::newRow("nothing said: the base's") << QList<int>{} << false << u"*"_s << 2;
    QTest::newRow("nothing said: the lock's before the base's") << QList<int>{} << true << u"*"_s << 3;
    QTest::newRow("a number before both") << QList<int>{number(SharedLayersBy::Count)} << true << u"*"_s << 4;
    QTest::newRow("the base's") << QList<int>{number(SharedLayersBy::Base)} << true << u"*"_s << 2;
    QTest::newRow("the lock's") << QList<int>{number(SharedLayersBy::Lock)} << true << u"*"_s << 3;
    QTest::newRow("the lock's without a lock") << QList<int>{number(SharedLayersBy::Lock)} << false << u"*"_s << 0;
    QTest::newRow("none") << QList<int>{number(SharedLayersBy::None)} << true << u"*"_s << 0;
    QTest::newRow("the first that matches")
        << QList<int>{number(SharedLayersBy::None), number(SharedLayersBy::Count)} << true << u"*"_s << 0;
    QTest::newRow("of another hub") << QList<int>{number(SharedLayersBy::None)} << true << u"other"_s << 3;
}

void SiblingsTest::expectations()
{
    QFETCH(const QList<int>, by);
    QFETCH(const bool, isLocked);
    QFETCH(const QString, hub);
    QFETCH(const int, count);
    const QString bases = u"package base-cpu repo=bases\n bc image tags=latest layers=a:1,b:1\n"_s;
    DriftCase drift(bases + pairText(u"a:1,b:1,c:1,d:1"_s, u"z:1"_s));
    const auto glob = Glob::parse(hub).value();
    for (const int each : by) {
        auto rule = shared(static_cast<SharedLayersBy>(each), 4);
        rule.hub = glob;
        drift.policy.shared.push_back(rule);
    }
    if (isLocked) {
        DriftCase earlier(bases + pairText(u"a:1,b:1,c:1,x:1"_s, u"a:1,b:1,c:1,y:1"_s));
        earlier.setConfig(u"cc"_s, {});
        earlier.setConfig(u"gc"_s, {});
        drift.lock = lockOf(earlier);
    }
    const auto report = findDrift(drift.facts(), {DriftCheck::CpuGpu});
    QCOMPARE(report.findings.size(), size_t(count > 0 ? 1 : 0));
    if (count > 0)
        QCOMPARE(report.findings[0].count, count);
}

void SiblingsTest::identical_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("lines");
    const auto line = [](const char* rest) {
        return QStringList{u"identical error app-gpu:latest other=app-cpu "_s + QString::fromLatin1(rest)};
    };
    QTest::newRow("the same image") << u"package app-cpu repo=h\n i image tags=latest layers=a:1\n"
                                       "package app-gpu repo=h\n i again tags=latest\n"_s
                                    << line("actual=i");
    QTest::newRow("the same layers in another image") << pairText(u"a:1"_s, u"a:1"_s) << QStringList{};
    QTest::newRow("the same image in two indexes")
        << u"package app-cpu repo=h\n ci index tags=latest children=i@linux/amd64,r@linux/arm64\n i image layers=a:1\n "
           u"r image layers=r:1\n"
           "package app-gpu repo=h\n gi index tags=latest children=i@linux/amd64,s@linux/arm64\n i again\n s image layers=s:1\n"_s
        << line("platform=linux/amd64 actual=i");
}

void SiblingsTest::identical()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, lines);
    const DriftCase drift(text);
    QCOMPARE(drift.lines({DriftCheck::Identical}), lines);
}

void SiblingsTest::sboms()
{
    DriftCase drift(pairText(u"a:1"_s, u"b:1"_s));
    QCOMPARE(drift.lines({DriftCheck::Sbom}), QStringList{});
    drift.sboms.emplace();
    drift.sboms->sboms.insert(named(u"c"_s),
                              {{{u"numpy"_s, u"1.26.4"_s}, {u"onednn"_s, u"3"_s}, {u"torch"_s, u"2.3.1+cpu"_s}}});
    drift.sboms->sboms.insert(
        named(u"g"_s), {{{u"numpy"_s, u"2.0.2"_s}, {u"nvidia-cublas"_s, u"12"_s}, {u"torch"_s, u"2.3.1+cu121"_s}}});
    QCOMPARE(
        drift.lines({DriftCheck::Sbom}),
        QStringList{u"sbom warning app-gpu:latest other=app-cpu expected=numpy 1.26.4 actual=numpy 2.0.2 count=2"_s});
    drift.policy.sbomExpected = {Glob::parse(u"n*"_s).value()};
    QCOMPARE(drift.lines({DriftCheck::Sbom}),
             QStringList{u"sbom warning app-gpu:latest other=app-cpu expected=onednn 3 count=1"_s});
    drift.policy.sbomExpected.push_back(Glob::parse(u"onednn"_s).value());
    QCOMPARE(drift.lines({DriftCheck::Sbom}), QStringList{});
    drift.sboms->unread.insert(named(u"g"_s));
    QCOMPARE(drift.lines({DriftCheck::Sbom}), QStringList{u"? sbom app-gpu:latest"_s});
}

SLIPWAY_TEST_SUITE(SiblingsTest);

#include "test_siblings.moc"
