#include "app/dashboard/cleanupdesk.h"

#include "app/dashboard/cleanupchoice.h"
#include "app/dashboard/dashboardsession.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "core/poolrun.h"
#include "models/cleanuptable.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace slipway
{

namespace
{

QStringList namesOf(const std::vector<CleanupTerms>& all)
{
    QStringList names;
    for (const auto& terms : all)
        names.append(QFileInfo(terms.file).fileName());
    return names;
}

Result<void> writePlan(const CleanupSheetPtr& sheet, const QString& path)
{
    const QByteArray bytes = writePlanFile(planFileOf(*sheet));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return {};
}

QString asText(const CleanupSheetPtr& sheet)
{
    return QString::fromUtf8(cleanupAsCsv(*sheet));
}

CleanupShare shareOfSheet(const CleanupSheetPtr& sheet, const QSet<PackageName>& leftOut)
{
    return shareOf(*sheet, leftOut);
}

std::vector<CleanupAnswer> answersOf(const CleanupSheetPtr& sheet, const QString& meant, const std::stop_token& stop)
{
    return whyKept(*sheet, meant, stop);
}

} // namespace

CleanupDesk::CleanupDesk(DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &DashboardSession::checked, this, &CleanupDesk::noteChecked);
}

bool CleanupDesk::isOpen() const
{
    return m_session.connection() && !m_session.stopToken().stop_requested();
}

void CleanupDesk::noteChecked(const QDateTime& at)
{
    m_checkedAt = at;
    // A reading that finds nothing new brings no inventory to plan for.
    if (isOpen() && m_readAt.isValid() && at > m_readAt
        && isPlanTooOld(m_readAt, {}, m_session.connection()->target().clock.now()))
        plan();
}

void CleanupDesk::close()
{
    m_planning.request_stop();
    m_asking.request_stop();
    m_inventory.reset();
    m_sheet.reset();
    m_excluded.clear();
    m_policy = 0;
    m_readAt = {};
    m_checkedAt = {};
}

void CleanupDesk::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    if (m_isWanted)
        plan();
}

void CleanupDesk::want()
{
    if (!std::exchange(m_isWanted, true))
        plan();
}

void CleanupDesk::plan()
{
    m_isWanted = true;
    m_planning.request_stop();
    m_planning = std::stop_source();
    m_readAt = {};
    if (m_inventory && isOpen())
        runPlan(m_inventory, m_planning);
}

void CleanupDesk::choosePolicy(int policy)
{
    if (std::exchange(m_policy, policy) == policy)
        return;
    plan();
}

void CleanupDesk::exclude(const QList<VersionId>& versions, bool isExcluded)
{
    for (const VersionId id : versions) {
        if (isExcluded)
            m_excluded.insert(id);
        else
            m_excluded.remove(id);
    }
    plan();
}

Task<void> CleanupDesk::runPlan(InventoryPtr inventory, std::stop_source newer)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [newer]() mutable { newer.request_stop(); });
    const auto& connection = *m_session.connection();
    Q_EMIT planStarted();
    const auto all = co_await runInPool(cleanupTermsOf, connection.profile(), connection.target());
    if (newer.stop_requested())
        co_return;
    if (!all) {
        qCWarning(logSession, "no cleanup is planned: %s", qUtf8Printable(errorLine(all.error())));
        m_sheet.reset();
        Q_EMIT planFailed(all.error());
        co_return;
    }
    m_policy = std::clamp(m_policy, 0, static_cast<int>(all->size()) - 1);
    Q_EMIT policiesKnown(namesOf(*all), m_policy);
    CleanupTerms terms = (*all)[static_cast<std::size_t>(m_policy)];
    // What was found unchanged since it was read is true of that later moment.
    m_readAt = std::max(m_checkedAt, inventory->snapshot->fetchedAt);
    terms.readAt = m_readAt;
    terms.protections.excluded.assign(m_excluded.cbegin(), m_excluded.cend());
    std::ranges::sort(terms.protections.excluded);
    const auto sheet =
        co_await runInPool(makeCleanupSheet, inventory, terms, connection.target().clock.now(), newer.get_token());
    if (!sheet || newer.stop_requested())
        co_return;
    m_sheet = sheet;
    Q_EMIT planned(sheet);
}

void CleanupDesk::copy()
{
    if (m_sheet && isOpen())
        runCopy(m_sheet);
}

Task<void> CleanupDesk::runCopy(CleanupSheetPtr sheet)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const QString text = co_await runInPool(asText, sheet);
    if (!stop.stop_requested())
        Q_EMIT copied(text);
}

void CleanupDesk::ask(const QString& meant)
{
    m_asking.request_stop();
    m_asking = std::stop_source();
    if (m_sheet && isOpen())
        runQuestion(m_sheet, meant, m_asking);
}

Task<void> CleanupDesk::runQuestion(CleanupSheetPtr sheet, QString meant, std::stop_source newer)
{
    const auto held = m_session.hold();
    const std::stop_callback withSession(m_session.stopToken(), [newer]() mutable { newer.request_stop(); });
    const auto answers = co_await runInPool(answersOf, sheet, meant, newer.get_token());
    if (!newer.stop_requested())
        Q_EMIT answered(meant, answers);
}

void CleanupDesk::share(const CleanupSheetPtr& sheet, const QSet<PackageName>& leftOut)
{
    if (isOpen())
        runShare(sheet, leftOut);
}

Task<void> CleanupDesk::runShare(CleanupSheetPtr sheet, QSet<PackageName> leftOut)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto measured = co_await runInPool(shareOfSheet, sheet, leftOut);
    if (!stop.stop_requested())
        Q_EMIT shared(sheet, measured);
}

void CleanupDesk::exportTo(const QString& path)
{
    if (m_sheet && isOpen())
        runExport(m_sheet, path);
}

Task<void> CleanupDesk::runExport(CleanupSheetPtr sheet, QString path)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto done = co_await runInPool(writePlan, sheet, path);
    if (!stop.stop_requested())
        Q_EMIT exported(path, done);
}

} // namespace slipway
