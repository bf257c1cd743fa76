#include "drift/drifttext.h"
#include "drift/lockmaking.h"
#include "drift/lockwriter.h"
#include "drift/printdrift.h"
#include "drift/siblings.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

SharedLayersRule shared(SharedLayersBy by, int count = 0)
{
    SharedLayersRule rule;
    rule.by = by;
    rule.count = count;
    return rule;
}

/// A CPU and a GPU image of these layers, in one family.
QString pairText(const QString& cpu, const QString& gpu)
{
    return u"package app-cpu repo=hub\n c image tags=latest layers=%1 config=cc:1\n"
           "package app-gpu repo=hub\n g image tags=latest layers=%2 config=gc:1\n"_s.arg(cpu, gpu);
}

BuildLock lockOf(const DriftCase& drift)
{
    return makeLock(*drift.snapshot, *drift.graph, drift.classes, drift.policy).lock;
}

} // namespace

class FindDriftTest final : public QObject
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
    void lock_data();
    void lock();
    void bases_data();
    void bases();
    void baseFromLabelBeforeLayers();
    void baseOfAnotherOwner();
    void cuda_data();
    void cuda();
    void sboms();
    void onlyWhatIsAskedFor();
    void chosen_data();
    void chosen();
    void lockOfWhatIsThere();
    void sentences();
};

void FindDriftTest::pairs_data()
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

/// With three layers expected.
void FindDriftTest::pairs()
{
    QFETCH(const QString, cpu);
    QFETCH(const QString, gpu);
    QFETCH(const QStringList, lines);
    DriftCase drift(pairText(cpu, gpu));
    drift.policy.shared = {shared(SharedLayersBy::Count, 3)};
    QCOMPARE(drift.lines({DriftCheck::CpuGpu}), lines);
}

void FindDriftTest::platforms_data()
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

/// With two layers expected.
void FindDriftTest::platforms()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, lines);
    DriftCase drift(text);
    drift.policy.shared = {shared(SharedLayersBy::Count, 2)};
    QCOMPARE(drift.lines({DriftCheck::CpuGpu}), lines);
}

void FindDriftTest::whoIsASibling_data()
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

void FindDriftTest::whoIsASibling()
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

void FindDriftTest::stems_data()
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

void FindDriftTest::stems()
{
    QFETCH(const QString, name);
    QFETCH(const QString, stem);
    QCOMPARE(siblingStem(name), stem);
}

void FindDriftTest::expectations_data()
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

/// A GPU image that shares nothing of what its base, the lock or a rule say it should.
void FindDriftTest::expectations()
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
    if (isLocked)
        drift.lock = lockOf(DriftCase(bases + pairText(u"a:1,b:1,c:1,x:1"_s, u"a:1,b:1,c:1,y:1"_s)));
    const auto report = findDrift(drift.facts(), {DriftCheck::CpuGpu});
    QCOMPARE(report.findings.size(), size_t(count > 0 ? 1 : 0));
    if (count > 0)
        QCOMPARE(report.findings[0].count, count);
}

void FindDriftTest::identical_data()
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

void FindDriftTest::identical()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, lines);
    const DriftCase drift(text);
    QCOMPARE(drift.lines({DriftCheck::Identical}), lines);
}

void FindDriftTest::lock_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("lines");

    const QString one = u"package app\n a image tags=latest,v1 layers=x:1\n"_s;
    QTest::newRow("the same") << one << one << QStringList{};
    QTest::newRow("moved") << one << u"package app\n b image tags=latest layers=x:1\n a image tags=v1 layers=x:1\n"_s
                           << QStringList{u"lock error app:latest expected=a actual=b"_s};
    QTest::newRow("the tag is gone") << u"package app\n a image tags=v1 layers=x:1\n"_s
                                     << u"package app\n a image tags=v2 layers=x:1\n"_s
                                     << QStringList{u"lock error app:v1 expected=a"_s, u"lock error app:v2 actual=a"_s};
    QTest::newRow("the package is gone") << one << QString() << QStringList{u"lock error app:latest expected=a"_s};
    QTest::newRow("not in the lock") << one << one + u"package new\n n image tags=v3 layers=x:1\n"_s
                                     << QStringList{u"lock error new:v3 actual=n"_s};
    QTest::newRow("what cannot be seen is not gone") << u"package app\n a image tags=v1 layers=x:1\n"_s
                                                     << u"package app partial\n"_s << QStringList{u"? lock app:v1"_s};
    QTest::newRow("an image that cannot be read has its digest")
        << one << u"package app\n a unreadable tags=latest\n"_s << QStringList{};
    QTest::newRow("a signature is not pinned")
        << one << one + u"package sig\n s signature tags=sha256-{a}.sig\n"_s << QStringList{};
    QTest::newRow("a chart is not pinned")
        << one << one + u"package chart\n h artifact tags=latest\n"_s << QStringList{};
}

void FindDriftTest::lock()
{
    QFETCH(const QString, before);
    QFETCH(const QString, now);
    QFETCH(const QStringList, lines);
    const DriftCase earlier(before);
    DriftCase drift(now);
    drift.lock = lockOf(earlier);
    QStringList found;
    for (const QString& line : drift.lines({DriftCheck::Lock})) {
        // What only the earlier state knows is named by it.
        QString readable = line;
        for (auto it = earlier.fixture.names.cbegin(); it != earlier.fixture.names.cend(); ++it)
            readable.replace(u'=' + it.key().shortForm(), u'=' + it.value());
        found.append(readable);
    }
    QCOMPARE(found, lines);
}

void FindDriftTest::bases_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("digest");
    QTest::addColumn<int>("follows");
    QTest::addColumn<QStringList>("lines");

    const QString three =
        u"package base-cpu repo=bases\n b3 image tags=v3,latest layers=c:1 days=1\n"
        " b2 image tags=v2 layers=b:1 days=2\n b2x image layers=q:1 days=3\n b1 image tags=v1 layers=a:1 days=4\n"_s;
    const QString name = u"ghcr.io/northquay/base-cpu:"_s;
    const int latest = static_cast<int>(BaseFollows::Latest);
    const int own = static_cast<int>(BaseFollows::Own);
    QTest::newRow("the latest") << three << name + u"v3"_s << u"b3"_s << latest << QStringList{};
    QTest::newRow("one behind") << three << name + u"v2"_s << u"b2"_s << latest
                                << QStringList{
                                       u"base warning app:latest other=base-cpu:v2 expected=b3 actual=b2 count=1"_s};
    QTest::newRow("two behind, untagged ones do not count")
        << three << name + u"v1"_s << u"b1"_s << latest
        << QStringList{u"base warning app:latest other=base-cpu:v1 expected=b3 actual=b1 count=2"_s};
    QTest::newRow("its own tag is where it was") << three << name + u"v1"_s << u"b1"_s << own << QStringList{};
    QTest::newRow("its own tag moved")
        << three << name + u"v2"_s << u"b1"_s << own
        << QStringList{u"base warning app:latest other=base-cpu:v2 expected=b2 actual=b1 count=1"_s};
    QTest::newRow("its own tag is gone") << three << name + u"v9"_s << u"b1"_s << own
                                         << QStringList{u"base warning app:latest other=base-cpu:v9 actual=b1"_s};
    QTest::newRow("a base that is gone") << three << name + u"v1"_s << u"deleted"_s << latest
                                         << QStringList{
                                                u"base warning app:latest other=base-cpu:v1 expected=b3 actual="_s
                                                + named(u"deleted"_s).shortForm()};
    QTest::newRow("a registry with a port")
        << three << u"localhost:5000/northquay/base-cpu"_s << u"b3"_s << latest << QStringList{};
    QTest::newRow("a platform of the latest index")
        << u"package base-cpu repo=bases\n i index tags=latest children=bm@linux/amd64\n bm image layers=c:1\n"_s
        << name + u"latest"_s << u"bm"_s << latest << QStringList{};
}

void FindDriftTest::bases()
{
    QFETCH(const QString, base);
    QFETCH(const QString, name);
    QFETCH(const QString, digest);
    QFETCH(const int, follows);
    QFETCH(const QStringList, lines);
    DriftCase drift(base + u"package app repo=h\n i1 image tags=latest layers=z:1 config=ac:1\n"_s);
    drift.policy.baseFollows = static_cast<BaseFollows>(follows);
    drift.setConfig(u"ac"_s, {},
                    {{u"org.opencontainers.image.base.name"_s, name},
                     {u"org.opencontainers.image.base.digest"_s, named(digest).toString()}});
    QCOMPARE(drift.lines({DriftCheck::Base}), lines);
}

void FindDriftTest::baseFromLabelBeforeLayers()
{
    const QString text = u"package base-cpu repo=bases\n b2 image tags=v2,latest layers=c:1,d:1 days=1\n"
                         " b1 image tags=v1 layers=a:1,b:1 days=2\n"
                         "package app repo=h\n i image tags=latest layers=a:1,b:1,x:1 config=ac:1\n"_s;
    DriftCase drift(text);
    const QStringList behind{u"base warning app:latest other=base-cpu:v1 expected=b2 actual=b1 count=1"_s};
    QCOMPARE(drift.lines({DriftCheck::Base}), behind);
    drift.setConfig(u"ac"_s, {}, {{u"org.opencontainers.image.base.digest"_s, named(u"b2"_s).toString()}});
    QCOMPARE(drift.lines({DriftCheck::Base}), QStringList{});
}

void FindDriftTest::baseOfAnotherOwner()
{
    DriftCase drift(u"package app repo=h\n i image tags=latest layers=x:1 config=ac:1\n"
                    "package debian repo=h\n d image tags=latest layers=d:1\n"_s);
    for (const QString& name : {u"docker.io/library/debian:12"_s, u"ghcr.io/northquayside/debian:1"_s, u"debian"_s}) {
        drift.setConfig(u"ac"_s, {},
                        {{u"org.opencontainers.image.base.name"_s, name},
                         {u"org.opencontainers.image.base.digest"_s, named(u"other"_s).toString()}});
        QCOMPARE(drift.lines({DriftCheck::Base}), QStringList{});
    }
}

void FindDriftTest::cuda_data()
{
    QTest::addColumn<QStringList>("env");
    QTest::addColumn<QString>("pin");
    QTest::addColumn<QStringList>("lines");
    const QString held = u"12.1.*"_s;
    QTest::newRow("held") << QStringList{u"CUDA_VERSION=12.1.1"_s} << held << QStringList{};
    QTest::newRow("without a patch") << QStringList{u"CUDA_VERSION=12.1"_s} << held << QStringList{};
    QTest::newRow("another minor") << QStringList{u"CUDA_VERSION=12.2.0"_s} << held
                                   << QStringList{u"cuda error app-gpu:latest expected=12.1.* actual=12.2.0"_s};
    QTest::newRow("12.10 is not 12.1") << QStringList{u"CUDA_VERSION=12.10.1"_s} << held
                                       << QStringList{u"cuda error app-gpu:latest expected=12.1.* actual=12.10.1"_s};
    QTest::newRow("a requirement") << QStringList{u"NVIDIA_REQUIRE_CUDA=cuda>=11.8 brand=tesla"_s} << held
                                   << QStringList{u"cuda error app-gpu:latest expected=12.1.* actual=11.8"_s};
    QTest::newRow("the version before a requirement")
        << QStringList{u"NVIDIA_REQUIRE_CUDA=cuda>=11.8"_s, u"CUDA_VERSION=12.1.0"_s} << held << QStringList{};
    QTest::newRow("it says nothing") << QStringList{u"PATH=/bin"_s} << held << QStringList{u"? cuda app-gpu:latest"_s};
    QTest::newRow("no pin") << QStringList{u"CUDA_VERSION=9"_s} << QString() << QStringList{};
}

void FindDriftTest::cuda()
{
    QFETCH(const QStringList, env);
    QFETCH(const QString, pin);
    QFETCH(const QStringList, lines);
    DriftCase drift(pairText(u"a:1"_s, u"a:1"_s));
    if (!pin.isEmpty())
        drift.policy.cuda = Glob::parse(pin).value();
    drift.setConfig(u"gc"_s, env);
    QCOMPARE(drift.lines({DriftCheck::Cuda}), lines);
}

void FindDriftTest::sboms()
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

void FindDriftTest::onlyWhatIsAskedFor()
{
    DriftCase drift(pairText(u"a:1,b:1"_s, u"a:1,z:1"_s));
    drift.policy.shared = {shared(SharedLayersBy::Count, 2)};
    drift.lock = BuildLock{};
    QCOMPARE(drift.lines({DriftCheck::CpuGpu}).size(), 1);
    QCOMPARE(drift.lines({DriftCheck::Lock}).size(), 2);
    QCOMPARE(drift.lines().size(), 3);
    QCOMPARE(findDrift(drift.facts()).checked, 2);
}

void FindDriftTest::chosen_data()
{
    QTest::addColumn<QString>("globs");
    QTest::addColumn<QString>("tags");
    const auto row = [](const char* name, const char* globs, const char* tags) {
        QTest::newRow(name) << QString::fromLatin1(globs) << QString::fromLatin1(tags);
    };
    row("latest", "", "a:latest b:beta d:v1");
    row("named", "v1", "a:v1 b:beta d:v1");
    row("globs", "v* latest", "a:latest a:v1 a:v2 b:beta d:v1");
}

void FindDriftTest::chosen()
{
    QFETCH(const QString, globs);
    QFETCH(const QString, tags);
    DriftCase drift(u"package a\n a2 image tags=v2 layers=x:1\n a1 image tags=v1,latest layers=x:1\n"
                    "package b\n b3 image\n bs signature tags=sha256-{b2}.sig\n b2 image tags=beta,rc layers=x:1\n b1 "
                    "image tags=alpha layers=x:1\n"
                    "package c\n c1 cache tags=latest\n"
                    "package d\n d1 image tags=v1 layers=x:1\n"_s);
    for (const QString& glob : globs.split(u' ', Qt::SkipEmptyParts))
        drift.policy.tags.push_back(Glob::parse(glob).value());
    QStringList found;
    for (const auto& image : lockOf(drift).images)
        found.append(image.package.value + u':' + image.tag.value);
    QCOMPARE(found.join(u' '), tags);
}

void FindDriftTest::lockOfWhatIsThere()
{
    DriftCase drift(
        u"package base-cpu repo=bases\n b index tags=latest,12 children=bi@linux/amd64\n bi image layers=o:1,p:1\n"
        "package app-cpu repo=h\n i index tags=latest children=ia@linux/amd64,ir@linux/arm64,at@unknown/unknown>ia\n"
        " ia image layers=o:1,p:1,q:1 config=ac:1\n ir image layers=r:1\n at attestation\n"
        "package gone\n g unreadable tags=latest\n"_s);
    drift.setConfig(u"ac"_s, {},
                    {{u"org.opencontainers.image.revision"_s, u"abc"_s},
                     {u"org.slipway.build.workflow"_s, u"build.yml"_s},
                     {u"org.slipway.build.run-id"_s, u"77"_s}});
    const auto made = makeLock(*drift.snapshot, *drift.graph, drift.classes, drift.policy);
    QCOMPARE(made.lock.owner, u"northquay"_s);
    QCOMPARE(made.lock.generatedAt, fixtureTime());
    QCOMPARE(made.unread, std::vector<PackageName>{{u"gone"_s}});
    QCOMPARE(made.lock.images.size(), size_t{2});
    const auto& app = made.lock.images[0];
    QCOMPARE(app.digest, named(u"i"_s));
    QCOMPARE(app.variant, Variant::Cpu);
    QCOMPARE(app.hub, u"h"_s);
    QCOMPARE(app.family, u"app"_s);
    const std::vector<LockedPlatform> platforms{{u"linux/amd64"_s, named(u"ia"_s), {}},
                                                {u"linux/arm64"_s, named(u"ir"_s), {}}};
    QVERIFY(app.platforms == platforms);
    QVERIFY((app.layers == std::vector{named(u"o"_s), named(u"p"_s), named(u"q"_s)}));
    QVERIFY(app.base);
    QCOMPARE(app.base->digest, named(u"bi"_s));
    QCOMPARE(app.base->ref, u"ghcr.io/northquay/base-cpu:latest"_s);
    const LockedBuild built{u"build.yml"_s, 77, u"abc"_s, {}};
    QVERIFY(app.builtBy == built);
}

void FindDriftTest::sentences()
{
    DriftFinding finding;
    finding.check = DriftCheck::CpuGpu;
    finding.reason = DriftReason::LayersDiverge;
    finding.other = u"app-cpu"_s;
    finding.count = 5;
    finding.divergesAtLayer = 5;
    finding.bytes = 48'234'496;
    QCOMPARE(driftSentence(finding),
             u"Of 5 layers it has to share with app-cpu it shares 4; they diverge at layer 5, and "
             "46.0 MiB are stored twice."_s);
    finding.check = DriftCheck::Sbom;
    finding.differences = {u"a 1, 2"_s, u"b 1, 2"_s, u"c 1, 2"_s, u"d 1, 2"_s};
    QCOMPARE(driftSentence(finding),
             u"Its packages differ from those of app-cpu: a 1, 2; b 1, 2; c 1, 2 and 1 more."_s);
}

SLIPWAY_TEST_SUITE(FindDriftTest);

#include "test_finddrift.moc"
