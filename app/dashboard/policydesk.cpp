#include "app/dashboard/policydesk.h"

#include "app/dashboard/cleanupchoice.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/policyproposing.h"
#include "app/session/lockproposal.h"
#include "cleanup/policynaming.h"
#include "cleanup/policyreader.h"
#include "core/poolrun.h"
#include "core/threadrun.h"
#include "models/operationsmodel.h"

#include <QFile>
#include <QSaveFile>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Result<PolicyOrigin> readOrigin(const QString& path)
{
    PolicyOrigin origin{path, std::nullopt};
    QFile file(path);
    if (path.isEmpty() || !file.exists())
        return origin;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    origin.seen = file.readAll();
    if (file.error() != QFile::NoError)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return origin;
}

Result<PolicySaving> writeOrigin(const PolicyOrigin& origin, const QByteArray& text)
{
    const auto there = readOrigin(origin.file);
    if (!there)
        return std::unexpected(there.error());
    if (there->seen != origin.seen)
        return PolicySaving::Changed;
    QSaveFile file(origin.file);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(ErrorKind::FileAccess, origin.file, file.errorString());
    return PolicySaving::Saved;
}

/// The registry by which people write images down.
QString registryOf(const Target& target)
{
    return target.demo.isEmpty() ? target.registryUrl.authority() : u"ghcr.io"_s;
}

/// What a trial is made of.
struct TrialTask {
    QByteArray text;
    std::size_t policy = 0;
    QString file;
    Profile profile;
    Target target;
    InventoryPtr inventory;
};

PolicyTrialPtr tryPolicy(const TrialTask& task, const std::stop_token& stop)
{
    auto trial = std::make_shared<PolicyTrial>();
    trial->text = task.text;
    const auto policy = parseCleanupPolicy(task.text, task.file.isEmpty() ? u"cleanup.yaml"_s : task.file);
    if (!policy) {
        trial->fault = policy.error();
        return trial;
    }
    if (!task.inventory)
        return trial;
    const auto terms = cleanupTermsWith(task.profile, task.target, task.policy, *policy);
    if (terms)
        trial->sheet = makeCleanupSheet(task.inventory, *terms, task.target.clock.now(), stop);
    else
        trial->obstacle = terms.error();
    return trial;
}

} // namespace

PolicyDesk::PolicyDesk(DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

bool PolicyDesk::isOpen() const
{
    return m_session.connection() && !m_session.stopToken().stop_requested();
}

QString PolicyDesk::file() const
{
    const auto& policies = m_session.connection()->profile().policies;
    return static_cast<std::size_t>(m_policy) < policies.size() ? policies[static_cast<std::size_t>(m_policy)].path
                                                                : QString();
}

void PolicyDesk::close()
{
    m_trial.request_stop();
    m_inventory.reset();
    m_policy = 0;
    m_isTrying = false;
    setUnsaved(false, {});
}

void PolicyDesk::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    if (m_isTrying)
        tryOut(m_text);
}

void PolicyDesk::choose(int policy)
{
    m_policy = policy;
}

void PolicyDesk::load(const QString& path)
{
    if (isOpen())
        runLoad(path.isEmpty() ? file() : path);
}

Task<void> PolicyDesk::runLoad(QString file)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto origin = co_await runInPool(readOrigin, file);
    if (stop.stop_requested())
        co_return;
    if (origin)
        Q_EMIT read(*origin);
    else
        Q_EMIT readFailed(origin.error());
}

void PolicyDesk::tryOut(const QByteArray& text)
{
    m_text = text;
    m_isTrying = true;
    m_trial.request_stop();
    m_trial = std::stop_source();
    if (isOpen())
        runTrial(text, m_trial);
}

Task<void> PolicyDesk::runTrial(QByteArray text, std::stop_source newer)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [newer]() mutable { newer.request_stop(); });
    const auto& connection = *m_session.connection();
    TrialTask task{text,       static_cast<std::size_t>(m_policy), file(), connection.profile(), connection.target(),
                   m_inventory};
    const auto trial = co_await runInPool(tryPolicy, std::move(task), newer.get_token());
    if (!newer.stop_requested())
        Q_EMIT tried(trial);
}

void PolicyDesk::save(const PolicyOrigin& origin, const QByteArray& text)
{
    if (isOpen())
        runSave(origin, text);
}

Task<void> PolicyDesk::runSave(PolicyOrigin origin, QByteArray text)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto done = co_await runInPool(writeOrigin, origin, text);
    if (stop.stop_requested())
        co_return;
    Q_EMIT saved(done && *done == PolicySaving::Saved ? PolicyOrigin{origin.file, text} : origin, done);
}

PolicyGround PolicyDesk::ground() const
{
    if (!isOpen())
        return {};
    PolicyGround ground{{}, m_session.connection()->profilePath(), {}};
    for (const auto& policy : m_session.connection()->profile().policies)
        ground.policies.append(policy.path);
    return ground;
}

void PolicyDesk::name(const QString& file)
{
    if (isOpen())
        runNaming(m_session.connection()->profilePath(), file);
}

Task<void> PolicyDesk::runNaming(QString profile, QString file)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto done = co_await runInPool(namePolicyInProfile, profile, file);
    if (!stop.stop_requested())
        Q_EMIT named(file, done);
}

void PolicyDesk::propose(const PolicyOrigin& origin, const QByteArray& text)
{
    if (isOpen() && m_inventory)
        runPreview(origin.file, text, m_inventory->snapshot);
}

Task<void> PolicyDesk::runPreview(QString file, QByteArray text, SnapshotPtr snapshot)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    auto* connection = m_session.connection();
    const auto proposal =
        policyProposal(connection->profile(), *snapshot, registryOf(connection->target()), file, text);
    if (!proposal) {
        Q_EMIT previewed(std::unexpected(proposal.error()));
        co_return;
    }
    const auto ground = co_await runOn(m_session.readingContext(), [connection, proposal = *proposal, stop] {
        return lookAtProposal(proposalToolsOf(*connection, u"slipway"_s), proposal, stop);
    });
    if (stop.stop_requested())
        co_return;
    if (!ground) {
        Q_EMIT previewed(std::unexpected(ground.error()));
        co_return;
    }
    const auto preview = co_await runInPool(policyPreview, *proposal, *ground);
    if (!stop.stop_requested())
        Q_EMIT previewed(preview);
}

void PolicyDesk::setUnsaved(bool isUnsaved, const QString& name)
{
    if (isUnsaved == !m_unsaved.isNull())
        return;
    if (!isUnsaved) {
        auto* operation = std::exchange(m_unsaved, nullptr).data();
        operation->finish();
        operation->deleteLater();
        return;
    }
    m_unsaved = new Operation(u"cleanup.unsavedPolicy"_s, tr("Unsaved changes of %1").arg(name), this);
    m_unsaved->setConsequence(tr("What was typed into the policy is lost."));
    m_session.operations().add(m_unsaved);
    connect(m_unsaved, &Operation::changed, this, [this] {
        if (m_unsaved && m_unsaved->isCancelRequested())
            Q_EMIT dropped();
    });
}

} // namespace slipway
