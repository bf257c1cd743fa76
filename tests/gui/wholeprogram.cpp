#include "gui/wholeprogram.h"

#include <QEventLoop>

namespace slipway::test
{

WholeProgram::WholeProgram(QApplication& application, Log& log, const Target& target)
    : m_theme(application)
    , m_session(m_operations)
    , m_window(m_theme, m_operations, log.ring())
    , m_desk(m_secrets, target)
    , m_binding(m_window, m_session, m_desk, target)
{
    m_window.resize(1440, 900);
    m_window.show();
}

WholeProgram::~WholeProgram()
{
    QEventLoop draining;
    QObject::connect(&m_session, &DashboardSession::stopped, &draining, &QEventLoop::quit);
    m_session.stop();
    draining.exec();
    if (!m_desk.isIdle()) {
        QObject::connect(&m_desk, &AccountDesk::stopped, &draining, &QEventLoop::quit);
        m_desk.stop();
        draining.exec();
    }
}

std::optional<Error> WholeProgram::waitUntilRead()
{
    std::optional<Error> outcome;
    QEventLoop loop;
    const auto end = [&](const std::optional<Error>& error) {
        outcome = error;
        loop.quit();
    };
    QObject::connect(&m_session, &DashboardSession::refreshEnded, &loop, end);
    QObject::connect(&m_session, &DashboardSession::openFailed, &loop, end);
    loop.exec();
    return outcome;
}

} // namespace slipway::test
