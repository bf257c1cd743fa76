#include "views/shell/freshness.h"

#include "core/format.h"
#include "models/timetext.h"
#include "views/theme/icons.h"
#include "views/widgets/badge.h"
#include "views/widgets/keyhint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <chrono>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// DESIGN: data are fresh for five minutes.
constexpr qint64 kFreshSeconds = 300;
constexpr std::chrono::seconds kTellAgain{15};

} // namespace

Freshness::Freshness(QWidget* parent)
    : QWidget(parent)
    , m_badge(new Badge(this))
    , m_label(new QLabel(this))
    , m_refresh(new QToolButton(this))
{
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_refresh->setIcon(icon("view-refresh"_L1, IconColor::Muted));
    m_refresh->setAccessibleName(tr("Refresh"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_badge);
    layout->addWidget(m_label);
    layout->addWidget(m_refresh);
    connect(m_refresh, &QToolButton::clicked, this, &Freshness::refreshRequested);
    connect(&m_timer, &QTimer::timeout, this, &Freshness::tell);
    m_timer.start(kTellAgain);
    tell();
}

void Freshness::setClock(const Clock& clock)
{
    m_clock = clock;
    if (clock.isFixed())
        m_timer.stop();
    tell();
}

void Freshness::setState(const PageState& state)
{
    m_state = state;
    tell();
}

void Freshness::setFetchedAt(const QDateTime& time)
{
    m_fetchedAt = time;
    tell();
}

void Freshness::setRefreshAllowed(bool isAllowed)
{
    m_isRefreshAllowed = isAllowed;
    tell();
}

void Freshness::tell()
{
    const bool isLoading = m_state.kind == PageState::Kind::Loading;
    const bool isKnown = m_fetchedAt.isValid();
    const qint64 age = isKnown ? m_fetchedAt.secsTo(m_clock.now()) : 0;
    QString label;
    std::optional<BadgeText> badge;
    if (m_state.kind == PageState::Kind::Offline)
        badge = {isKnown ? tr("Offline: data from %1").arg(clockText(m_fetchedAt)) : tr("Offline"), Tone::Warn,
                 Glyph::Warning};
    else if (isLoading)
        label = tr("Reading…");
    else if (!isKnown)
        label = tr("No data yet");
    else if (m_state.kind == PageState::Kind::Stale || age >= kFreshSeconds)
        badge = {tr("Stale %1").arg(formatAge(m_fetchedAt, m_clock.now())), Tone::Warn, Glyph::Warning};
    else if (age < 60)
        label = tr("As of just now");
    else
        label = tr("As of %1 ago").arg(formatAge(m_fetchedAt, m_clock.now()));
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    m_badge->setVisible(badge.has_value());
    if (badge)
        m_badge->setBadge(*badge);
    const QString tip = isKnown ? tr("Read from the registry on %1").arg(momentText(m_fetchedAt)) : QString();
    m_label->setToolTip(tip);
    m_badge->setToolTip(tip);
    m_refresh->setEnabled(!isLoading && m_isRefreshAllowed);
    setKeyHint(*m_refresh, m_isRefreshAllowed ? u"refresh"_s : QString(),
               m_isRefreshAllowed ? tr("Refresh") : tr("Offline: started with --offline, the network is not used"));
}

QString Freshness::text() const
{
    return m_badge->isHidden() ? m_label->text() : m_badge->badge().text;
}

} // namespace slipway
