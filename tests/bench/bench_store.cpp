#include "bench/barerows.h"
#include "bench/measure.h"
#include "bench/organization.h"
#include "domain/classification.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <thread>
#include <tuple>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

const StoreScope& scope()
{
    static const StoreScope value{u"api.github.com"_s, {u"bench"_s, 1, OwnerKind::Organization}};
    return value;
}

std::unique_ptr<Store> openStore(const QString& path)
{
    auto store = Store::open(path);
    if (!store)
        qFatal("no store: %s", qUtf8Printable(store.error().detail));
    return std::move(*store);
}

SnapshotPtr load(Store& store)
{
    const auto snapshot = store.latestSnapshot(scope().apiHost, scope().owner.login);
    if (!snapshot || !*snapshot)
        qFatal("no snapshot");
    return *snapshot;
}

void save(Store& store, const Snapshot& snapshot)
{
    if (const auto saved = store.saveSnapshot(scope(), snapshot); !saved)
        qFatal("not saved: %s", qUtf8Printable(saved.error().detail));
}

qint64 peakKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

/// What a process of its own says of its peak memory: with `path`, while it loads the snapshot and holds it.
qint64 peakOfChild(const QString& path)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--peak"_s, path});
    child.waitForFinished(-1);
    return child.readAllStandardOutput().trimmed().toLongLong();
}

int tellPeak(const QString& path)
{
    if (!path.isEmpty()) {
        const auto store = openStore(path);
        const auto snapshot = load(*store);
        std::printf("%lld\n", peakKilobytes());
        return snapshot->versions.empty() ? 1 : 0;
    }
    std::printf("%lld\n", peakKilobytes());
    return 0;
}

/// The config of one image, so that a load has one to take in.
void saveOneConfig(Store& store, const Snapshot& snapshot)
{
    const RowIndex blob = currentConfig(snapshot, snapshot.packages.front());
    const StoredDocument config{R"({"os":"linux","architecture":"amd64","config":{}})", {}};
    if (blob == kNoRow || !store.saveDocument(snapshot.blobs[blob].digest, config, nullptr))
        qFatal("no config");
}

/// The longest that anything went on after a stop, over eight moments of a time that it takes whole.
template<typename Work>
double longestAfterStop(double wholeMs, Work work)
{
    constexpr int kMoments = 8;
    double longest = 0;
    for (int moment = 0; moment < kMoments; ++moment) {
        std::stop_source stop;
        QElapsedTimer sinceStop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(wholeMs * (moment + 0.5) / kMoments));
            sinceStop.start();
            stop.request_stop();
        });
        work(stop.get_token());
        stopper.join();
        longest = std::max(longest, static_cast<double>(sinceStop.nsecsElapsed()) / 1e6);
    }
    return longest;
}

void measureStops(const QTemporaryDir& folder, const Snapshot& snapshot, double saveMs, double loadMs)
{
    int run = 0;
    row("stopped while it saves, closed: longest", longestAfterStop(saveMs, [&](const std::stop_token& stop) {
            const auto store = openStore(folder.filePath(u"stop-%1.db"_s.arg(run++)));
            std::ignore = store->saveSnapshot(scope(), snapshot, stop);
        }));
    const auto store = openStore(folder.filePath(u"s0-0.db"_s));
    row("stopped while it loads: longest", longestAfterStop(loadMs, [&](const std::stop_token& stop) {
            std::ignore = store->latestSnapshot(scope().apiHost, scope().owner.login, stop);
        }));
}

/// One version more in one package, as a refresh finds it.
SnapshotPtr withOneMore(const Snapshot& snapshot)
{
    const auto& package = snapshot.packages[snapshot.packages.size() / 2];
    auto builder = SnapshotBuilder::continuing(snapshot, {package.name}, snapshot.fetchedAt.addSecs(60));
    std::vector<ListedVersion> versions;
    for (const auto& row : snapshot.versionsOf(package)) {
        const auto tags = snapshot.tagsOf(row);
        versions.push_back(
            {row.id, snapshot.digestOf(row), row.createdAt(), row.updatedAt(), QList<Tag>(tags.begin(), tags.end())});
    }
    versions.push_back({{1'000'000'000'000}, Digest::of("one more"), snapshot.fetchedAt, snapshot.fetchedAt, {}});
    builder.addPackage({package.name, package.id, package.visibility, package.versionCount + 1, package.repository,
                        package.createdAt, package.updatedAt},
                       std::move(versions), Completeness::Whole);
    return std::move(builder).build();
}

void measure(const char* name, Shape shape, int packages, int versions)
{
    constexpr int kRuns = 3;
    const auto snapshot = makeOrganization(shape, packages, versions);
    const auto total = static_cast<double>(snapshot->versions.size());
    std::printf("\n%s: %d packages, %zu versions, %zu blobs, %zu layer references\n", name, packages,
                snapshot->versions.size(), snapshot->blobs.size(), snapshot->layers.size());
    const QTemporaryDir folder;
    const BareRows bare(*snapshot);
    for (const auto& [label, columns] :
         {std::pair{"with manifest facts", Columns::WithFacts}, std::pair{"list rows alone", Columns::ListAlone}}) {
        const QString path = folder.filePath(u"bare-%1.db"_s.arg(int(columns)));
        const double insert = medianMs(kRuns, [&] {
            QFile::remove(path);
            bare.insert(path, columns);
        });
        const double select = medianMs(kRuns, [&] { bare.select(path, columns); });
        std::printf("bare rows, %s: insert %.0f ms, select %.0f ms, %.0f bytes a version on disk\n", label, insert,
                    select, static_cast<double>(QFile(path).size()) / total);
        int run = 0;
        const double written = medianMs(kRuns, [&] {
            const auto store = openStore(folder.filePath(u"s%1-%2.db"_s.arg(int(columns)).arg(run++)));
            save(*store, *snapshot);
            saveOneConfig(*store, *snapshot);
        });
        row("save everything", written, "bare insert", written / insert);
        const auto store = openStore(folder.filePath(u"s%1-0.db"_s.arg(int(columns))));
        SnapshotPtr loaded;
        const double read = medianMs(kRuns, [&] {
            loaded.reset();
            loaded = load(*store);
        });
        row("load", read, "bare select", read / select);
        if (columns == Columns::WithFacts)
            measureStops(folder, *snapshot, written, read);
        if (loaded->versions.size() != snapshot->versions.size() || loaded->layers.size() != snapshot->layers.size()
            || loaded->configs.size() != 1)
            qFatal("another snapshot came back");
    }
    const QString path = folder.filePath(u"s0-0.db"_s);
    std::printf("on disk: %.0f bytes a version\n", static_cast<double>(QFile(path).size()) / total);
    std::printf("peak memory while loading and holding: %.0f bytes a version over the empty process\n",
                static_cast<double>(peakOfChild(path) - peakOfChild({})) * 1024 / total);
    const auto store = openStore(path);
    row("save it again, nothing changed", medianMs(1, [&] { save(*store, *snapshot); }));
    SnapshotPtr more;
    row("continue it with one version more", medianMs(1, [&] { more = withOneMore(*snapshot); }));
    row("save that", medianMs(1, [&] { save(*store, *more); }));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--peak")
        return tellPeak(QString::fromLocal8Bit(argv[2]));
    measure("as buildx pushes: index, two platforms, two attestations, some signed", Shape::Buildx, 100, 10'000);
    measure("ten layers a version, two and the config its own", Shape::Dense, 1'000, 1'000);
    return 0;
}
