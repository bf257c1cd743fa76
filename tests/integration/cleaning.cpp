#include "integration/cleaning.h"

#include "cleanup/policyreader.h"
#include "integration/process.h"

#include <QCoroTask>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

Cleaning::Cleaning(const Organisation& organisation, SimulatorOptions options)
    : m_keys(organisation.keys())
    , m_owner(organisation.json(), std::move(options))
    , m_now(QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate))
{
    m_owner.setClock(Clock(m_now));
}

void Cleaning::setClock(const QDateTime& now)
{
    m_now = now;
    m_owner.server().setClock(Clock(now));
}

CleanupTools Cleaning::tools()
{
    const auto& owner = m_owner.server().state().owner;
    return {m_owner.github(),
            m_owner.registry(),
            m_owner.store(),
            nullptr,
            Clock(m_now),
            {owner.login, owner.id, OwnerKind::Organization},
            u"test"_s,
            m_folder.path(),
            u"a test"_s,
            m_folder.filePath(u"audit.jsonl"_s),
            m_wall};
}

PlanFile Cleaning::plan(const QString& policy, const CleanupProtections& protections)
{
    const auto read = parseCleanupPolicy("version: 1\n" + policy.toUtf8(), u"policy"_s);
    if (!read)
        qFatal("%s: %s", qPrintable(read.error().subject), qPrintable(read.error().detail));
    const auto snapshot = m_owner.scan();
    if (!snapshot)
        qFatal("%s", qPrintable(snapshot.error().subject));
    const ReferenceGraph graph(**snapshot);
    const auto plan = planCleanup({**snapshot, graph, BlobUsage(**snapshot).references()}, *read, protections, m_now);
    return planFileOf(plan, PlanWords(**snapshot, *read, protections), **snapshot, graph, u"test"_s, m_now);
}

Result<CleanupOutcome> Cleaning::apply(const PlanFile& plan, std::stop_token stop, CleanupProgressSink progress)
{
    CleanupRequest request{plan, {}, m_owner.stored()};
    if (m_isLargeAllowed) {
        for (const auto& large : plan.needsConfirmation)
            request.allowedLarge.insert(large.package);
    }
    return QCoro::waitFor(applyCleanup(tools(), std::move(request), {}, std::move(progress), std::move(stop)));
}

Result<RestoreOutcome> Cleaning::restore(const QString& journal, std::vector<VersionId> only)
{
    return QCoro::waitFor(restoreDeleted(tools(), journal, std::move(only), {}, {}));
}

Result<UntagOutcome> Cleaning::untag(const QString& package, const QString& tag, std::stop_token stop)
{
    return QCoro::waitFor(untagOne(tools(), {package}, {tag}, std::move(stop)));
}

CleanupProof Cleaning::proof(const PlanFile& plan, SnapshotPtr after)
{
    if (!after) {
        const auto snapshot = m_owner.scan(ScanDepth::Full);
        if (!snapshot)
            return {{}, {}, {snapshot.error()}};
        after = *snapshot;
    }
    const QString path = journalPathOf(folder(), plan);
    const auto text = QFile::exists(path) ? readJournal(path) : JournalText();
    if (!text)
        return {{}, {}, {text.error()}};
    const auto done = stateOf(text->entries);
    return QCoro::waitFor(proveKept(tools(), plan, done, after, {}));
}

QString Cleaning::nameOf(std::int64_t id) const
{
    return m_keys.value(id, u"?"_s);
}

QString Cleaning::left() const
{
    QStringList names;
    for (const auto& package : m_owner.server().state().packages) {
        for (const auto row : package->active()) {
            const auto& version = package->row(row);
            names.append(m_keys.contains(version.id) ? nameOf(version.id) : u'+' + version.tags.join(u','));
        }
    }
    names.sort();
    return names.join(u' ');
}

QString Cleaning::tagged() const
{
    QStringList names;
    for (const auto& package : m_owner.server().state().packages) {
        for (const auto row : package->active()) {
            const auto& version = package->row(row);
            if (!version.tags.isEmpty())
                names.append(nameOf(version.id) + u':' + version.tags.join(u','));
        }
    }
    names.sort();
    return names.join(u' ');
}

QString Cleaning::named(const std::vector<PlannedVersion>& versions) const
{
    QStringList names;
    for (const auto& version : versions)
        names.append(nameOf(version.id.value));
    return names.join(u' ');
}

QStringList Cleaning::named(const std::vector<LeftVersion>& versions) const
{
    QStringList names;
    for (const auto& version : versions)
        names.append(nameOf(version.id.value) + u": "_s + version.reason);
    names.sort();
    return names;
}

VersionId Cleaning::idOf(const QString& key) const
{
    return {m_keys.key(key)};
}

SimPackage& Cleaning::package(const QString& name) const
{
    return *m_owner.server().state().findPackage(name);
}

void Cleaning::push(const QString& tag, const QStringList& children)
{
    QJsonArray manifests;
    for (const QString& key : children) {
        manifests.append(QJsonObject{{u"mediaType"_s, u"application/vnd.oci.image.manifest.v1+json"_s},
                                     {u"digest"_s, package().findId(idOf(key).value)->digest.toString()},
                                     {u"size"_s, 500}});
    }
    const QString type = u"application/vnd.oci.image.index.v1+json"_s;
    const QJsonObject index{{u"schemaVersion"_s, 2}, {u"mediaType"_s, type}, {u"manifests"_s, manifests}};
    const auto put = QCoro::waitFor(m_owner.registry().putManifest(
        {u"acme"_s, {u"app"_s}}, {tag}, {QJsonDocument(index).toJson(QJsonDocument::Compact), type}, {}));
    if (!put)
        qFatal("%s", qPrintable(put.error().detail));
}

void Cleaning::moveTag(const QString& tag, const QString& key)
{
    const Digest digest = package().findId(idOf(key).value)->digest;
    const auto stored = m_owner.server().state().content.manifest(digest);
    const auto put = QCoro::waitFor(m_owner.registry().putManifest(
        {u"acme"_s, {u"app"_s}}, {tag}, {stored->bytes, QString::fromLatin1(stored->mediaType)}, {}));
    if (!put)
        qFatal("%s", qPrintable(put.error().detail));
}

QString pullRequestPolicy()
{
    return u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 500, percent: 100}"_s;
}

Organisation releaseAndPullRequests()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
        .image(u"amd"_s, {}, {u"base"_s, u"p1"_s})
        .index(u"p1"_s, {u"pr-1"_s, u"pr-one"_s}, {u"amd"_s})
        .signature(u"sig"_s, u"amd"_s)
        .image(u"p2"_s, {u"pr-2"_s}, {u"base"_s, u"p2"_s});
}

void rewriteJournal(const QString& path, const std::vector<JournalEntry>& entries)
{
    QVERIFY(QFile::remove(path));
    auto journal = CleanupJournal::open(path);
    QVERIFY(journal.has_value());
    for (const auto& entry : entries)
        QVERIFY(journal->append(entry, CleanupJournal::Reaches::File).has_value());
}

QString pullWhole(const SimulatorServer& server, const QString& package, const QString& tag)
{
    const QTemporaryDir folder;
    const QString image = u"docker://%1/acme/%2:%3"_s.arg(server.registryUrl().authority(), package, tag);
    const auto pulled = run(u"skopeo"_s, {u"copy"_s, u"--all"_s, u"--src-tls-verify=false"_s, u"--src-creds"_s,
                                          u"any:ghp_testtesttest"_s, image, u"dir:"_s + folder.filePath(u"image"_s)});
    return pulled.code == 0 ? QString() : image + u": "_s + QString::fromUtf8(pulled.errors);
}

QString pullEverything(const SimulatorServer& server, const SimulatorState& state)
{
    bool hasTags = false;
    for (const auto& package : state.packages) {
        for (const auto row : package->active()) {
            for (const QString& tag : package->row(row).tags) {
                hasTags = true;
                if (const QString trouble = pullWhole(server, package->facts().name, tag); !trouble.isEmpty())
                    return trouble;
            }
        }
    }
    return hasTags ? QString() : u"there is no tag"_s;
}

} // namespace slipway::test
