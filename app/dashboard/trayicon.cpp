#include "app/dashboard/trayicon.h"

#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "models/timetext.h"
#include "resources/resources.h"
#include "views/theme/tokens.h"
#include "views/widgets/glyph.h"

#include <QAction>
#include <QPainter>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr std::array kSizes{16, 22, 24, 32, 48, 64};
} // namespace

TrayIcon::TrayIcon(MainWindow& window, DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->addAction(tr("Show Slipway"), this, &TrayIcon::windowRequested);
    const auto actions = window.actions();
    for (const auto& id : {u"refresh"_s, u"quit"_s})
        for (auto* action : actions)
            if (action->objectName() == id)
                m_menu->addAction(action);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowRequested();
    });
    connect(&session, &DashboardSession::opened, this, [this](const Target& target) {
        m_owner = target.owner;
        m_checkedAt = {};
        m_isReading = true;
        m_hasFailed = false;
        show();
    });
    connect(&session, &DashboardSession::openFailed, this, [this](const Error& error) { showEnd(error); });
    connect(&session, &DashboardSession::closed, this, [this] {
        m_owner.clear();
        m_checkedAt = {};
        m_isReading = false;
        m_hasFailed = false;
        show();
    });
    connect(&session, &DashboardSession::refreshStarted, this, [this] {
        m_isReading = true;
        show();
    });
    connect(&session, &DashboardSession::checked, this, [this](const QDateTime& at) {
        m_checkedAt = at;
        show();
    });
    connect(&session, &DashboardSession::refreshEnded, this, &TrayIcon::showEnd);
    connect(&session, &DashboardSession::pauseChanged, this, [this](const std::optional<Pause>& pause) {
        m_limitedUntil.reset();
        if (pause && pause->reason == PauseReason::PrimaryLimit)
            m_limitedUntil = pause->until;
        show();
    });
    show();
}

void TrayIcon::setShown(bool isShown)
{
    m_icon.setVisible(isShown);
}

void TrayIcon::showEnd(const std::optional<Error>& error)
{
    m_isReading = false;
    if (!error || error->kind != ErrorKind::Cancelled)
        m_hasFailed = error.has_value();
    show();
}

void TrayIcon::show()
{
    if (m_limitedUntil) {
        show(State::Paused, tr("GitHub's limit is used up until %1").arg(clockText(*m_limitedUntil)));
    } else if (m_isReading) {
        show(State::Reading, tr("reading"));
    } else if (m_hasFailed) {
        show(State::Failed, tr("the last reading failed"));
    } else if (m_checkedAt.isValid()) {
        show(State::Ready, tr("read at %1").arg(whenText(m_checkedAt, QDateTime::currentDateTimeUtc())));
    } else {
        show(State::Ready, tr("nothing was read yet"));
    }
}

void TrayIcon::show(State state, const QString& sentence)
{
    m_icon.setIcon(iconOf(state));
    m_icon.setToolTip(u"%1: %2"_s.arg(m_owner.isEmpty() ? u"Slipway"_s : m_owner, sentence));
}

/// The program's own, with a sign at its lower right for what is not as usual.
QIcon TrayIcon::iconOf(State state) const
{
    QIcon plain{QString(kLogo)};
    if (state == State::Ready)
        return plain;
    const Glyph glyph = state == State::Reading ? Glyph::Running : state == State::Failed ? Glyph::Bad : Glyph::Warning;
    const Tokens& t = tokensOf(m_window.palette());
    QIcon icon;
    for (const int size : kSizes) {
        QPixmap picture = plain.pixmap(QSize(size, size), 1.0);
        QPainter painter(&picture);
        const QRectF sign(size * 0.4, size * 0.4, size * 0.6, size * 0.6);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.surface);
        painter.drawEllipse(sign);
        paintGlyph(painter, sign, glyph, t);
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace slipway
