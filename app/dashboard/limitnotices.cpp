#include "app/dashboard/limitnotices.h"

#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/desktopnotifier.h"
#include "models/timetext.h"

namespace slipway
{

using namespace Qt::StringLiterals;

LimitNotices::LimitNotices(DashboardSession& session, DesktopNotifier& notifier, NoticeGround ground, QObject* parent)
    : QObject(parent)
    , m_notifier(notifier)
    , m_ground(std::move(ground))
{
    connect(&session, &DashboardSession::pauseChanged, this, [this](const std::optional<Pause>& pause) {
        const NotificationSettings wanted = m_ground.settings();
        if (!pause || pause->reason != PauseReason::PrimaryLimit || pause->until == m_told || !wanted.isOn
            || !wanted.isLimitTold || m_ground.isWatched())
            return;
        m_told = pause->until;
        m_notifier.notify(u"limit"_s, tr("GitHub's limit is used up"),
                          tr("Reading goes on at %1.").arg(clockText(pause->until)));
    });
}

} // namespace slipway
