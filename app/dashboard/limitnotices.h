#pragma once

#include "app/dashboard/operationnotices.h"

#include <QDateTime>

namespace slipway
{

class DashboardSession;

/// Tells, while nobody looks at the window, that GitHub's limit is used up, and until when. Once for each time it is.
class LimitNotices final : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    LimitNotices(DashboardSession& session, DesktopNotifier& notifier, NoticeGround ground, QObject* parent = nullptr);

private:
    DesktopNotifier& m_notifier;
    NoticeGround m_ground;
    QDateTime m_told; ///< the end of the pause that was told
};

} // namespace slipway
