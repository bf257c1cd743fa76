#include "app/program.h"

#include "app/dashboard/settingsdesk.h"
#include "app/noticebar.h"
#include "app/session/singleinstance.h"
#include "core/logcategories.h"
#include "log/log.h"

#include <QApplication>
#include <QEventLoop>

#include <cstdio>

namespace slipway
{

using namespace Qt::StringLiterals;

Program::Program(QApplication& application, const Start& start, const Surroundings& around)
    : m_start(start)
    , m_around(around)
    // A tour's pictures are the same whatever a person chose.
    , m_theme(application, start.isTour() ? std::nullopt : textScaleOf(around.settings.settings()))
    , m_contrast(QDBusConnection::sessionBus())
    , m_session(m_operations, start.target)
    , m_window(m_theme, m_operations, around.log.ring())
    , m_desk(m_keychain, baseOf(start.target))
    , m_binding(m_window, m_session, m_desk, start.target)
    , m_settings(around.settings, m_window, m_session, m_desk, around.log)
    , m_quitGuard(m_window, m_operations)
    , m_notifier(QDBusConnection::sessionBus())
    , m_notices{[this] { return m_window.isActiveWindow(); },
                [this] { return m_around.settings.settings().notifications; }}
    , m_operationNotices(m_operations, m_notifier, m_notices)
    , m_limitNotices(m_session, m_notifier, m_notices)
    , m_budgetNotices(m_session.storage(), m_notifier, m_notices)
    , m_tray(m_window, m_session)
{
    joinEnd();
    // A tour arranges and colours the window by itself, which is nobody's choice.
    if (!start.isTour())
        joinMemory();
    // After the memory, so that a page that is asked for wins over the one that was in sight last.
    m_places.emplace(m_window, m_session, m_binding);
    joinDesktop();
    if (start.isTour())
        joinTour();
    else
        joinSettings();
    m_places->begin(start.place);
    if (!start.wrongLink.isEmpty())
        m_places->tellWrongLink(start.wrongLink);
}

/// What every target has in common, whichever account it is of.
Target Program::baseOf(const Target& target)
{
    Target base;
    base.dataFolder = target.dataFolder;
    base.apiVersion = target.apiVersion;
    base.isOffline = target.isOffline;
    base.access = target.access;
    base.clock = target.clock;
    return base;
}

void Program::end()
{
    m_around.settings.close();
    if (m_memory)
        m_memory->close();
    m_session.stop();
}

void Program::joinEnd()
{
    QApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, &m_session, [this] {
        qCInfo(logUi, "the window was closed");
        end();
    });
    connect(&m_signals, &SignalWatch::caught, &m_session, [this](int number) {
        qCInfo(logUi, "ended by signal %d", number);
        end();
    });
    connect(&m_session, &DashboardSession::stopped, this, [this] { QCoreApplication::exit(m_exitCode); });
}

void Program::joinDesktop()
{
    connect(&m_contrast, &DesktopContrast::changed, &m_theme, &Theme::setDesktopContrast);
    if (!m_start.isDemoTour())
        m_contrast.start();
    connect(&m_session, &DashboardSession::opened, this,
            [this](const Target& target) { m_around.log.hide(target.token); });
    connect(&m_around.instance, &SingleInstance::requested, &*m_places, &PlaceOpener::open);
    connect(&m_notifier, &DesktopNotifier::activated, &*m_places, [this](const QString& key, const QString& token) {
        if (const QString owner = budgetNoticeOwner(key); !owner.isEmpty())
            openStorageOf(owner, token);
        else
            m_places->raise(token);
    });
    // A tour shows pages as they are once news have been read.
    if (!m_start.isTour()) {
        connect(&m_budgetNotices, &BudgetNotices::toldInSight, &m_window,
                [this](const QString& owner, const QString& sentences) {
                    m_window.findChild<NoticeBar*>()->tell(sentences, BudgetNotices::tr("Open Storage"),
                                                           [this, owner] { return openStorageOf(owner, {}); });
                });
    }
    connect(&m_tray, &TrayIcon::windowRequested, &*m_places, [this] { m_places->raise({}); });
}

/// The news may be of an owner that is no longer in sight.
bool Program::openStorageOf(const QString& owner, const QString& activationToken)
{
    DeepLink place;
    place.owner = owner;
    place.page = u"storage"_s;
    m_places->open({place, activationToken});
    return m_binding.choice().owner.compare(owner, Qt::CaseInsensitive) == 0;
}

void Program::joinMemory()
{
    m_memory.emplace(m_window, m_start.target.dataFolder).restore(m_start.target.viewName());
    connect(&m_session, &DashboardSession::opened, &*m_memory,
            [this](const Target& target) { m_memory->show(target.viewName()); });
    connect(&m_binding, &WindowBinding::notOpened, &*m_memory, &WindowMemory::stay);
}

/// After everything that adds actions: their keys are set here.
void Program::joinSettings()
{
    m_settings.start(m_start.theme);
    const auto showTray = [this] { m_tray.setShown(m_around.settings.settings().isTrayShown); };
    connect(&m_around.settings, &SettingsDesk::changed, &m_tray, showTray);
    showTray();
    m_places->setStartRole([this] { return m_around.settings.settings().startRole; });
}

/// Takes the pictures once the first reading has ended, then ends the program.
void Program::joinTour()
{
    auto& tour = m_tour.emplace(m_window, m_start.tourFolder);
    connect(
        &m_session, &DashboardSession::refreshEnded, &tour,
        [this](const std::optional<Error>& error) {
            if (error) {
                endWith(fail(*error));
                return;
            }
            // A demo is served on another port every time; its pictures are the same all the same.
            if (!m_start.target.demo.isEmpty())
                m_window.setRegistryName(u"ghcr.io/"_s + m_start.target.demo);
            m_tour->start();
        },
        Qt::SingleShotConnection);
    connect(&m_session, &DashboardSession::openFailed, &tour, [this](const Error& error) { endWith(fail(error)); });
    connect(&tour, &Tour::finished, this, [this](const QStringList& faults) {
        for (const auto& fault : faults)
            std::fprintf(stderr, "slipway: %s\n", qUtf8Printable(fault));
        endWith(faults.isEmpty() ? 0 : 1);
    });
}

void Program::endWith(int code)
{
    m_exitCode = code;
    m_session.stop();
}

int Program::run()
{
    if (!m_start.isTour())
        m_around.instance.listen();
    m_window.show();
    const bool isDark = m_window.palette().color(QPalette::Window).lightness() < 128;
    qCInfo(logUi, "window of %d x %d at scale %.2f on %s, %s, %s", m_window.width(), m_window.height(),
           m_window.devicePixelRatio(), qUtf8Printable(QGuiApplication::platformName()), isDark ? "dark" : "light",
           qUtf8Printable(QLocale().bcp47Name()));
    m_binding.start();
    const int code = QApplication::exec();
    drain();
    return code;
}

void Program::drain()
{
    if (!m_session.isIdle()) {
        QEventLoop draining;
        connect(&m_session, &DashboardSession::stopped, &draining, &QEventLoop::quit);
        m_session.stop();
        draining.exec();
    }
    if (!m_desk.isIdle()) {
        QEventLoop draining;
        connect(&m_desk, &AccountDesk::stopped, &draining, &QEventLoop::quit);
        m_desk.stop();
        draining.exec();
    }
}

} // namespace slipway
