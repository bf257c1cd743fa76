#include "integration/cleaning.h"
#include "integration/randomorganisation.h"
#include "support/suite.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Registries of a run; CONTRIBUTING.md tells how more are tried.
unsigned registries()
{
    const int wanted = qEnvironmentVariableIntValue("SLIPWAY_REGISTRIES");
    return wanted > 0 ? static_cast<unsigned>(wanted) : 100;
}

/// What the packages hold, by the server's own tables and the manifests' JSON: nothing of the product's graph.
struct Held final {
    std::map<QString, std::int64_t> ids;            ///< of active rows, by "package digest"
    std::map<QString, std::set<QString>> needed;    ///< what each lists and what hangs on it, as far as it was there
    std::map<QString, QString> tagged;              ///< "package digest" of each "package tag"
    std::map<QString, std::map<QString, Bytes>> in; ///< the blobs of each, with their sizes
    std::set<QString> indexes;
    std::set<QString> halves; ///< lists what is not there, or is not there itself
};

Held heldBy(const SimulatorState& state)
{
    Held held;
    for (const auto& package : state.packages) {
        const QString name = package->facts().name + u' ';
        for (const auto row : package->active()) {
            const auto& version = package->row(row);
            held.ids.emplace(name + version.digest.toString(), version.id);
        }
    }
    for (const auto& package : state.packages) {
        const QString name = package->facts().name + u' ';
        for (const auto row : package->active()) {
            const auto& version = package->row(row);
            const QString own = name + version.digest.toString();
            const auto note = [&](const QString& from, const QString& to) {
                if (held.ids.contains(from) && held.ids.contains(to))
                    held.needed[from].insert(to);
            };
            for (const QString& tag : version.tags) {
                held.tagged.emplace(name + tag, own);
                if (tag.startsWith("sha256-"_L1))
                    note(name + u"sha256:"_s + tag.mid(7, 64), own);
            }
            const auto stored = state.content.manifest(version.digest);
            if (!stored) {
                held.halves.insert(own);
                continue;
            }
            const auto json = QJsonDocument::fromJson(stored->bytes).object();
            if (json.contains(u"manifests"_s))
                held.indexes.insert(own);
            for (const auto& child : json[u"manifests"_s].toArray()) {
                const QString listed = name + child[u"digest"_s].toString();
                note(own, listed);
                if (!held.ids.contains(listed))
                    held.halves.insert(own);
            }
            note(name + json[u"subject"_s][u"digest"_s].toString(), own);
            auto blobs = json[u"layers"_s].toArray();
            blobs.append(json[u"config"_s]);
            for (const auto& blob : blobs) {
                if (blob.isObject())
                    held.in[own].emplace(blob[u"digest"_s].toString(), blob[u"size"_s].toInteger());
            }
        }
    }
    return held;
}

/// Whether everything below it is there.
bool isWhole(const Held& held, const QString& name)
{
    const auto needed = held.needed.find(name);
    return held.ids.contains(name) && !held.halves.contains(name)
           && (needed == held.needed.end()
               || std::ranges::all_of(needed->second, [&](const QString& other) { return isWhole(held, other); }));
}

/// skopeo pulls no index that lists another.
bool isIndexOfIndexes(const Held& held, const QString& name)
{
    const auto needed = held.needed.find(name);
    return needed != held.needed.end() && held.indexes.contains(name)
           && std::ranges::any_of(needed->second, [&](const QString& other) { return held.indexes.contains(other); });
}

/// Bytes of the blobs that some of `before` have and none of `after`.
Bytes freedBetween(const Held& before, const Held& after)
{
    std::map<QString, Bytes> freed;
    for (const auto& [name, blobs] : before.in)
        freed.insert(blobs.begin(), blobs.end());
    for (const auto& [name, blobs] : after.in) {
        for (const auto& [blob, size] : blobs)
            freed.erase(blob);
    }
    Bytes bytes = 0;
    for (const auto& [blob, size] : freed)
        bytes += size;
    return bytes;
}

Digest anyOf(const SimPackage& package, std::mt19937& random)
{
    const auto& active = package.active();
    return package.row(active[random() % active.size()]).digest;
}

/// What is deployed, locked, taken out of the plan or refused once, by chance.
CleanupProtections randomProtections(const Cleaning& cleaning, std::mt19937& random)
{
    const auto& app = cleaning.package();
    CleanupProtections protections;
    if (random() % 4 == 0) {
        protections.targets = 1;
        protections.deployed.push_back({anyOf(app, random), u"demo"_s, DeployedRole::Running});
        protections.deployed.push_back({anyOf(app, random), u"demo"_s, DeployedRole::Rollback, 1});
    }
    if (random() % 4 == 0)
        protections.locks.push_back({u"build-lock.json"_s, {anyOf(app, random)}});
    if (random() % 4 == 0)
        protections.excluded.push_back({app.rows()[random() % app.rows().size()].id});
    if (random() % 4 == 0)
        protections.undeletable.push_back(anyOf(app, random));
    return protections;
}

std::set<Digest> protectedBy(const Cleaning& cleaning, const CleanupProtections& protections)
{
    std::set<Digest> digests(protections.undeletable.begin(), protections.undeletable.end());
    for (const auto& deployed : protections.deployed)
        digests.insert(deployed.digest);
    for (const auto& lock : protections.locks)
        digests.insert(lock.digests.begin(), lock.digests.end());
    for (const auto& id : protections.excluded)
        digests.insert(cleaning.package().findId(id.value)->digest);
    return digests;
}

/// Somebody else works there, too, most often just where the cleanup does. Where lists lag behind nobody can see what
/// was pushed just now, so there only tags move.
void interfere(Cleaning& cleaning, const PlanFile& plan, std::mt19937& random, Held& held, bool doListsLag)
{
    auto& app = cleaning.package();
    const auto& active = app.active();
    Digest digest = app.row(active[random() % active.size()]).digest;
    if (!plan.deletions.empty()) {
        const auto& planned = plan.deletions[random() % plan.deletions.size()];
        if (planned.package.value == "app"_L1 && app.findDigest(planned.digest) != nullptr)
            digest = planned.digest;
    }
    switch (doListsLag ? 0 : random() % 3) {
    case 0:
        app.moveTag(u"moved"_s, digest, cleaning.now().addSecs(1));
        break;
    case 1: {
        const QJsonObject entry{{u"mediaType"_s, u"application/vnd.oci.image.manifest.v1+json"_s},
                                {u"digest"_s, digest.toString()},
                                {u"size"_s, 500}};
        const QString type = u"application/vnd.oci.image.index.v1+json"_s;
        const QJsonObject index{{u"schemaVersion"_s, 2},
                                {u"mediaType"_s, type},
                                {u"manifests"_s, QJsonArray{entry}},
                                {u"annotations"_s, QJsonObject{{u"n"_s, QString::number(random())}}}};
        const RegistryDocument manifest{QJsonDocument(index).toJson(QJsonDocument::Compact), type, true};
        // One that a fault refuses is no push.
        [[maybe_unused]] const auto pushed = QCoro::waitFor(
            cleaning.owner().registry().putManifest({u"acme"_s, {u"app"_s}}, {u"pushed"_s}, manifest, {}));
        break;
    }
    default:
        return;
    }
    const Held now = heldBy(cleaning.owner().server().state());
    for (const auto& [from, needed] : now.needed)
        held.needed[from].insert(needed.begin(), needed.end());
    for (const auto& tag : {u"app moved"_s, u"app pushed"_s}) {
        if (const auto at = now.tagged.find(tag); at != now.tagged.end())
            held.tagged[tag] = at->second;
    }
}

class TestCleanupRandom final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whatever fails, whoever interferes, wherever it is stopped: what stays is whole, trees go whole or not at all,
    /// only what was planned goes, and what is told to be deleted is what is gone.
    void whatStaysIsWhole()
    {
        size_t deleted = 0;
        size_t kept = 0;
        const unsigned count = registries();
        const auto first = static_cast<unsigned>(std::max(1, qEnvironmentVariableIntValue("SLIPWAY_SEED")));
        for (unsigned seed = first; seed < first + count; ++seed) {
            clean(seed, deleted, kept);
            if (QTest::currentTestFailed())
                return;
        }
        const auto sum = u"deleted %1, kept of the planned %2"_s.arg(deleted).arg(kept);
        QVERIFY2(count < 100 || (deleted > count && kept > count / 4), qPrintable(sum));
    }

private:
    void clean(unsigned seed, size_t& deleted, size_t& kept)
    {
        std::mt19937 random(seed);
        SimulatorOptions options;
        options.staleLists = random() % 4 == 0 ? 1 + static_cast<int>(random() % 2) : 0;
        Cleaning cleaning(randomOrganisation(random), options);
        cleaning.owner().hurry();
        cleaning.owner().governor().setLongestPause(std::chrono::seconds(5));
        cleaning.allowLarge(random() % 4 > 0);
        const auto protections = randomProtections(cleaning, random);
        const auto plan = cleaning.plan(randomCleanup(random), protections);
        const auto& state = cleaning.owner().server().state();
        Held held = heldBy(state);
        const auto mayNotGo = protectedBy(cleaning, protections);
        for (const auto& planned : plan.deletions)
            QVERIFY2(!mayNotGo.contains(planned.digest), qPrintable(u"seed %1: %2"_s.arg(seed).arg(planned.because)));
        if (random() % 4 == 0) {
            auto& app = cleaning.package();
            app.facts().visibility = SimVisibility::Public;
            app.setDownloads(*app.findDigest(anyOf(app, random)), 5001);
        }
        if (random() % 2 == 0)
            interfere(cleaning, plan, random, held, options.staleLists > 0);
        for (const QString& fault : randomFaults(random))
            cleaning.owner().server().addFault(*parseFault(fault));
        std::optional<Result<CleanupOutcome>> outcome;
        for (int run = 0; run < 8; ++run) {
            const bool isLast = run == 7;
            if (isLast || run > 3)
                cleaning.owner().server().clearFaults();
            std::stop_source stop;
            int left = 1 + static_cast<int>(random() % 30);
            const auto connection =
                QObject::connect(&cleaning.owner().transport(), &NetworkTransport::requestFinished, this, [&] {
                    if (run < 3 && --left == 0)
                        stop.request_stop();
                });
            outcome = cleaning.apply(plan, stop.get_token());
            QObject::disconnect(connection);
            const auto where = u"seed %1, run %2: %3"_s.arg(seed).arg(run).arg(
                outcome->has_value() ? QString() : outcome->error().subject);
            QVERIFY2(outcome->has_value(), qPrintable(where));
            if (!(*outcome)->stopped && run > 3)
                break;
            if (random() % 3 == 0 && run < 3)
                interfere(cleaning, plan, random, held, options.staleLists > 0);
            if (random() % 2 == 0)
                cleaning.owner().restart();
        }
        const auto& stopped = (*outcome)->stopped;
        QVERIFY2(!stopped, qPrintable(u"seed %1: %2"_s.arg(seed).arg(stopped ? stopped->detail : QString())));
        check(seed, cleaning, plan, held, **outcome);
        if (seed % 40 == 0)
            pull(seed, cleaning, held);
        deleted += (*outcome)->deleted.size();
        kept += plan.deletions.size() - (*outcome)->deleted.size();
    }

    static void check(unsigned seed, Cleaning& cleaning, const PlanFile& plan, const Held& held,
                      const CleanupOutcome& outcome)
    {
        const auto& state = cleaning.owner().server().state();
        const Held now = heldBy(state);
        std::set<std::int64_t> gone;
        for (const auto& [name, id] : held.ids) {
            if (!now.ids.contains(name))
                gone.insert(id);
        }
        std::set<std::int64_t> told;
        for (const auto& version : outcome.deleted)
            told.insert(version.id.value);
        const auto where = u"seed %1: left %2; skipped %3; failed %4"_s.arg(seed).arg(
            cleaning.left(), cleaning.named(outcome.skipped).join(u", "_s),
            cleaning.named(outcome.failed).join(u", "_s));
        QVERIFY2(told == gone, qPrintable(where));
        for (const auto id : gone)
            QVERIFY2(std::ranges::contains(plan.deletions, VersionId{id}, &PlannedVersion::id), qPrintable(where));
        for (const auto& [name, needed] : held.needed) {
            if (!now.ids.contains(name))
                continue;
            for (const QString& other : needed)
                QVERIFY2(now.ids.contains(other), qPrintable(where + u"; "_s + name + u" lacks "_s + other));
        }
        for (const auto& [tag, name] : held.tagged) {
            const auto at = now.tagged.find(tag);
            const auto id = held.ids.find(name);
            if (id != held.ids.end() && gone.contains(id->second)) {
                // A version goes with the tags it was planned with, and with no other.
                const auto planned = std::ranges::find(plan.deletions, VersionId{id->second}, &PlannedVersion::id);
                QVERIFY2(planned->tags.contains(tag.section(u' ', 1)), qPrintable(where + u"; lost "_s + tag));
                QVERIFY2(at == now.tagged.end(), qPrintable(where + u"; elsewhere: "_s + tag));
                continue;
            }
            QVERIFY2(at != now.tagged.end(), qPrintable(where + u"; lost "_s + tag));
            QVERIFY2(at->second == name, qPrintable(where + u"; elsewhere: "_s + tag));
        }
        for (const auto& large : plan.needsConfirmation) {
            for (const auto& planned : plan.deletions)
                QVERIFY2(cleaning.isLargeAllowed() || planned.package != large.package
                             || !gone.contains(planned.id.value),
                         qPrintable(where + u"; was not allowed: "_s + large.package.value));
        }
        const Bytes freed = freedBetween(held, now);
        QVERIFY2(outcome.isFreedAtLeast ? outcome.freedBytes <= freed : outcome.freedBytes == freed,
                 qPrintable(where + u"; freed %1 and not %2"_s.arg(freed).arg(outcome.freedBytes)));
        std::map<std::int64_t, std::set<bool>> trees;
        for (const auto& planned : plan.deletions)
            trees[planned.tree.value].insert(gone.contains(planned.id.value));
        for (const auto& [tree, fates] : trees)
            QVERIFY2(fates.size() == 1, qPrintable(where + u"; half of tree %1"_s.arg(tree)));
    }

    /// What could be pulled before and was not to go, still can, by somebody else's program.
    static void pull(unsigned seed, Cleaning& cleaning, const Held& held)
    {
        auto& server = cleaning.owner().server();
        const Held now = heldBy(server.state());
        for (const auto& [tag, name] : held.tagged) {
            if (!now.ids.contains(name) || !isWhole(held, name) || isIndexOfIndexes(now, name))
                continue;
            const QString trouble = pullWhole(server, tag.section(u' ', 0, 0), tag.section(u' ', 1));
            QVERIFY2(trouble.isEmpty(), qPrintable(u"seed %1: "_s.arg(seed) + trouble));
        }
    }
};

SLIPWAY_TEST_SUITE(TestCleanupRandom);

} // namespace

#include "test_cleanuprandom.moc"
