#include "drift/chosentags.h"
#include "drift/drifttext.h"
#include "drift/lockmaking.h"
#include "drift/printdrift.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// Tags against the lock, bases and CUDA, and what is looked at.
class FindDriftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lock_data();
    void lock();
    void bases_data();
    void bases();
    void baseFromLabelBeforeLayers();
    void baseOfAnotherOwner();
    void cuda_data();
    void cuda();
    void onlyWhatIsAskedFor();
    void chosen_data();
    void chosen();
    void lockOfWhatWasReadInPart_data();
    void lockOfWhatWasReadInPart();
    void partialListHidesNoPackage();
    void lockOfWhatIsThere();
    void sentences();
};

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
    QTest::newRow("a base read in part, its latest not among it")
        << u"package base-cpu partial repo=bases\n b1 image tags=v1 layers=a:1\n"_s << name + u"v1"_s << u"b1"_s
        << latest << QStringList{u"? base app:latest"_s};
    QTest::newRow("a base read in part, its own tag among it")
        << u"package base-cpu partial repo=bases\n b1 image tags=v1 layers=a:1\n"_s << name + u"v1"_s << u"b1"_s << own
        << QStringList{};
    QTest::newRow("a registry with a port")
        << three << u"localhost:5000/northquay/base-cpu"_s << u"b3"_s << latest << QStringList{};
    QTest::newRow("a package of this name elsewhere")
        << three << u"docker.io/northquay/base-cpu:v1"_s << u"theirs"_s << latest << QStringList{};
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

void FindDriftTest::lockOfWhatWasReadInPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("globs");
    QTest::addColumn<QStringList>("pinned");
    const QString index = u"package app\n i index tags=latest children=ia@linux/amd64,ir@linux/arm64\n"
                          " ir image layers=r:1\n ia "_s;
    QTest::newRow("every platform") << index + u"image layers=a:1\n"_s << QString() << QStringList{u"latest"_s};
    QTest::newRow("a platform could not be read") << index + u"unreadable\n"_s << QString() << QStringList{};
    QTest::newRow("a platform is gone") << index + u"missing\n"_s << QString() << QStringList{u"latest"_s};
    QTest::newRow("the config could not be read")
        << u"package app\n i image tags=latest layers=a:1 config=c:1\n"_s << QString() << QStringList{};
    const QString part = u"package app partial\n i image tags=dev layers=a:1\n"_s;
    QTest::newRow("the newest of a part") << part << QString() << QStringList{};
    QTest::newRow("no tag of the policy in a part") << part << u"v*"_s << QStringList{};
    QTest::newRow("a tag of the policy in a part") << part << u"d*"_s << QStringList{u"dev"_s};
    QTest::newRow("latest in a part") << part + u" j image tags=latest layers=a:1\n"_s << QString()
                                      << QStringList{u"latest"_s};
}

/// Nothing is pinned of a guess; the package is told as unread wherever something of it is missing.
void FindDriftTest::lockOfWhatWasReadInPart()
{
    QFETCH(const QString, text);
    QFETCH(const QString, globs);
    QFETCH(const QStringList, pinned);
    DriftCase drift(text);
    if (!globs.isEmpty())
        drift.policy.tags.push_back(Glob::parse(globs).value());
    const auto made = makeLock(*drift.snapshot, *drift.graph, drift.classes, drift.policy);
    QStringList tags;
    for (const auto& image : made.lock.images)
        tags.append(image.tag.value);
    QCOMPARE(tags, pinned);
    const bool isPart = pinned.isEmpty() || text.contains(u"partial"_s);
    QCOMPARE(made.unread, isPart ? std::vector<PackageName>{{u"app"_s}} : std::vector<PackageName>());
    QVERIFY(!made.listed);
}

/// What is locked and not on the pages that were read is a gap, and stays in the lock.
void FindDriftTest::partialListHidesNoPackage()
{
    const DriftCase earlier(
        u"package app\n a image tags=latest layers=x:1\npackage zoo\n z image tags=v1 layers=x:1\n"_s);
    DriftCase drift(u"package app\n a image tags=latest layers=x:1\n"_s);
    Snapshot partial = *drift.snapshot;
    partial.isListWhole = false;
    partial.complete = false;
    drift.snapshot = std::make_shared<const Snapshot>(std::move(partial));
    drift.graph = std::make_shared<ReferenceGraph>(*drift.snapshot);
    drift.lock = lockOf(earlier);
    QCOMPARE(drift.lines({DriftCheck::Lock}), QStringList{u"? lock zoo:v1"_s});
    const auto made = makeLock(*drift.snapshot, *drift.graph, drift.classes, drift.policy);
    QCOMPARE(made.listed, std::vector<PackageName>{{u"app"_s}});
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
