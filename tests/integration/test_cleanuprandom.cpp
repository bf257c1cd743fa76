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

/// What a package holds, by the server's own tables and the manifests' JSON: nothing of the product's graph.
struct Held final {
    std::map<QString, std::int64_t> ids;         ///< of active rows, by "package digest"
    std::map<QString, std::set<QString>> needed; ///< what each lists and what hangs on it, as far as it was there
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
            const auto json = QJsonDocument::fromJson(state.content.manifest(version.digest)->bytes).object();
            for (const auto& child : json[u"manifests"_s].toArray())
                note(own, name + child[u"digest"_s].toString());
            note(name + json[u"subject"_s][u"digest"_s].toString(), own);
            for (const QString& tag : version.tags) {
                if (tag.startsWith("sha256-"_L1))
                    note(name + u"sha256:"_s + tag.mid(7, 64), own);
            }
        }
    }
    return held;
}

/// Somebody else works there, too, most often just where the cleanup does.
void interfere(Cleaning& cleaning, const PlanFile& plan, std::mt19937& random, Held& held)
{
    auto& app = cleaning.package();
    const auto& active = app.active();
    Digest digest = app.row(active[random() % active.size()]).digest;
    if (!plan.deletions.empty()) {
        const auto& planned = plan.deletions[random() % plan.deletions.size()];
        if (planned.package.value == "app"_L1 && app.findDigest(planned.digest) != nullptr)
            digest = planned.digest;
    }
    switch (random() % 3) {
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
    for (auto& [from, needed] : heldBy(cleaning.owner().server().state()).needed)
        held.needed[from].insert(needed.begin(), needed.end());
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
        Cleaning cleaning(randomOrganisation(random));
        cleaning.owner().hurry();
        cleaning.owner().governor().setLongestPause(std::chrono::seconds(5));
        const auto plan = cleaning.plan(randomCleanup(random));
        const auto& state = cleaning.owner().server().state();
        Held held = heldBy(state);
        if (random() % 2 == 0)
            interfere(cleaning, plan, random, held);
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
                interfere(cleaning, plan, random, held);
            if (random() % 2 == 0)
                cleaning.owner().restart();
        }
        const auto& stopped = (*outcome)->stopped;
        QVERIFY2(!stopped, qPrintable(u"seed %1: %2"_s.arg(seed).arg(stopped ? stopped->detail : QString())));
        check(seed, cleaning, plan, held, **outcome);
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
        std::map<std::int64_t, std::set<bool>> trees;
        for (const auto& planned : plan.deletions)
            trees[planned.tree.value].insert(gone.contains(planned.id.value));
        for (const auto& [tree, fates] : trees)
            QVERIFY2(fates.size() == 1, qPrintable(where + u"; half of tree %1"_s.arg(tree)));
    }
};

SLIPWAY_TEST_SUITE(TestCleanupRandom);

} // namespace

#include "test_cleanuprandom.moc"
