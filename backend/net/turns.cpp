#include "net/turns.h"

#include "core/async.h"

#include <QCoreApplication>
#include <QEvent>

namespace slipway
{

namespace
{

QEvent::Type turnEvent()
{
    static const int type = QEvent::registerEventType();
    return static_cast<QEvent::Type>(type);
}

} // namespace

Turns::~Turns()
{
    // Its own event goes with it.
    for (const auto& turn : m_given) {
        QMetaObject::invokeMethod(
            threadContext(), [turn] { std::exchange(turn->m_waiting, nullptr).resume(); }, Qt::QueuedConnection);
    }
}

void Turns::give(const std::shared_ptr<Turn>& turn, Result<void> outcome)
{
    if (turn->isGiven())
        return;
    turn->m_outcome = std::move(outcome);
    if (!turn->m_waiting)
        return; // it has not begun to wait, and will not
    m_given.push_back(turn);
    if (m_given.size() == 1)
        QCoreApplication::postEvent(this, new QEvent(turnEvent()), Qt::HighEventPriority);
}

bool Turns::event(QEvent* event)
{
    if (event->type() != turnEvent())
        return QObject::event(event);
    // Whoever is woken may give turns, and may end this object.
    const auto given = std::exchange(m_given, {});
    for (const auto& turn : given)
        std::exchange(turn->m_waiting, nullptr).resume();
    return true;
}

} // namespace slipway
