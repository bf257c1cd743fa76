#include "app/dashboard/operationnotices.h"

#include "app/dashboard/desktopnotifier.h"
#include "core/errortext.h"
#include "models/operationsmodel.h"

#include <chrono>

namespace slipway
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
/// Who waits for less has not turned to something else yet.
constexpr std::chrono::milliseconds kLong = 10s;
} // namespace

OperationNotices::OperationNotices(OperationsModel& operations, DesktopNotifier& notifier, NoticeGround ground,
                                   QObject* parent)
    : QObject(parent)
    , m_operations(operations)
    , m_notifier(notifier)
    , m_ground(std::move(ground))
{
    connect(&m_operations, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        for (int row = first; row <= last; ++row)
            watch(m_operations.operationAt(row));
    });
}

void OperationNotices::watch(Operation* operation)
{
    connect(operation, &Operation::ended, this, [this, operation] { tellEnd(*operation); });
}

void OperationNotices::tellEnd(const Operation& operation)
{
    const NotificationSettings wanted = m_ground.settings();
    if (operation.cause() != OperationCause::Person || !wanted.isOn || m_ground.isWatched())
        return;
    switch (operation.state()) {
    case Operation::State::Running:
    case Operation::State::Cancelled:
        return;
    case Operation::State::Finished:
        if (wanted.isEndTold && operation.elapsed() >= kLong)
            m_notifier.notify(operation.id(), operation.title(), tr("Done."));
        return;
    case Operation::State::Failed:
        if (wanted.isFailureTold)
            m_notifier.notify(operation.id(), operation.title(),
                              operation.error() ? errorLine(*operation.error()) : QString());
        return;
    }
}

} // namespace slipway
