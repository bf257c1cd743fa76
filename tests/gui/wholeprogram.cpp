#include "gui/wholeprogram.h"

#include <QEventLoop>
#include <QTimer>

namespace slipway::test
{

namespace
{

/// Longer than anything the program waits for by itself.
constexpr std::chrono::minutes kPatience{3};

/// Runs `loop` until it is quit; what never comes ends the process, with the program's state.
void execOrDie(QEventLoop& loop, const char* awaited, const DashboardSession& session, const AccountDesk& desk)
{
    QTimer::singleShot(kPatience, &loop, [awaited, &session, &desk] {
        qFatal("%s did not come in three minutes; the session is %s, the accounts are %s", awaited,
               session.isIdle() ? "idle" : "busy", desk.isIdle() ? "idle" : "busy");
    });
    loop.exec();
}

} // namespace

WholeProgram::WholeProgram(QApplication& application, Log& log, const Target& target, std::optional<qreal> textScale)
    : m_theme(application, textScale)
    , m_session(m_operations, target)
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
    execOrDie(draining, "the session's end", m_session, m_desk);
    if (!m_desk.isIdle()) {
        QObject::connect(&m_desk, &AccountDesk::stopped, &draining, &QEventLoop::quit);
        m_desk.stop();
        execOrDie(draining, "the end of the accounts' work", m_session, m_desk);
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
    execOrDie(loop, "the end of the reading", m_session, m_desk);
    return outcome;
}

} // namespace slipway::test
