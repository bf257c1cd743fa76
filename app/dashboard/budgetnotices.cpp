#include "app/dashboard/budgetnotices.h"

#include "app/dashboard/desktopnotifier.h"
#include "app/dashboard/storagedesk.h"
#include "core/format.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What the budget is for.
QString subjectOf(const BudgetCrossing& crossing)
{
    if (crossing.hub && crossing.family)
        return *crossing.hub + u" / "_s + *crossing.family;
    if (crossing.hub)
        return *crossing.hub;
    return crossing.family.value_or(QString());
}

constexpr QLatin1StringView kBudgetNotice{"budget"};

/// Of no other budget: a hub and a family may have one name. A login has no spaces.
QString keyOf(const QString& owner, const BudgetCrossing& crossing)
{
    const auto part = [](const std::optional<QString>& name) {
        return name ? u' ' + QString::number(name->size()) + u':' + *name : u" -"_s;
    };
    return kBudgetNotice + u' ' + owner + part(crossing.hub) + part(crossing.family);
}

QString titleOf(const BudgetCrossing& crossing)
{
    const QString subject = subjectOf(crossing);
    if (crossing.family && !crossing.hub)
        return BudgetNotices::tr("The family %2 has reached %1 % of its storage budget")
            .arg(QString::number(crossing.percent), subject);
    return subject.isEmpty() ? BudgetNotices::tr("Storage has reached %1 % of its budget").arg(crossing.percent)
                             : BudgetNotices::tr("%2 has reached %1 % of its storage budget")
                                   .arg(QString::number(crossing.percent), subject);
}

} // namespace

QString budgetNoticeOwner(const QString& key)
{
    return key.section(u' ', 0, 0) == kBudgetNotice ? key.section(u' ', 1, 1) : QString();
}

BudgetNotices::BudgetNotices(StorageDesk& desk, DesktopNotifier& notifier, NoticeGround ground, QObject* parent)
    : QObject(parent)
    , m_notifier(notifier)
    , m_ground(std::move(ground))
{
    connect(&desk, &StorageDesk::budgetCrossed, this, &BudgetNotices::tell);
}

void BudgetNotices::tell(const QString& owner, const BudgetCrossing& crossing)
{
    const NotificationSettings wanted = m_ground.settings();
    if (!wanted.isOn || !wanted.isBudgetTold)
        return;
    const QString title = tr("%1: %2", "an owner, what its storage has reached").arg(owner, titleOf(crossing));
    const QString body =
        tr("%1 of %2 are stored.").arg(formatBytes(crossing.storedBytes), formatBytes(crossing.budget));
    if (m_ground.isWatched())
        Q_EMIT toldInSight(owner, title + u". "_s + body);
    else
        m_notifier.notify(keyOf(owner, crossing), title, body);
}

} // namespace slipway
