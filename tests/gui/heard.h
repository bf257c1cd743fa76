#pragma once

#include <QAccessible>
#include <QStringList>

namespace slipway::test
{

/// What is announced to those who do not see it, as long as this lives. One at a time.
class Heard final
{
public:
    Heard()
        : m_before(QAccessible::installUpdateHandler(note))
    {
        texts().clear();
        QAccessible::setActive(true);
    }
    ~Heard()
    {
        QAccessible::installUpdateHandler(m_before);
        QAccessible::setActive(m_wasActive);
    }
    Heard(const Heard&) = delete;
    Heard& operator=(const Heard&) = delete;

    [[nodiscard]] static QStringList& texts()
    {
        static QStringList all;
        return all;
    }

private:
    static void note(QAccessibleEvent* event)
    {
        if (event->type() == QAccessible::Announcement)
            texts().append(static_cast<QAccessibleAnnouncementEvent*>(event)->message());
    }

    bool m_wasActive = QAccessible::isActive();
    QAccessible::UpdateHandler m_before;
};

} // namespace slipway::test
