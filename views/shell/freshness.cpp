#include "views/shell/freshness.h"

#include "core/errortext.h"
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

bool isPast(const QDateTime& fetchedAt, const QDateTime& now)
{
    return fetchedAt.isValid() && fetchedAt.secsTo(now) >= kFreshSeconds;
}

} // namespace

PageState standing(const PageState& state, const QDateTime& fetchedAt, const QDateTime& now)
{
    return state.kind == PageState::Kind::Ready && isPast(fetchedAt, now) ? PageState::stale(fetchedAt) : state;
}

DataAge dataAge(const PageState& state, const QDateTime& fetchedAt, const QDateTime& now, DataAge before)
{
    if (!fetchedAt.isValid())
        return DataAge::Fresh;
    switch (state.kind) {
    case PageState::Kind::Ready:
        break;
    case PageState::Kind::Loading:
        if (before == DataAge::Old)
            return before;
        break;
    case PageState::Kind::Stale:
    case PageState::Kind::Offline:
    case PageState::Kind::Failed:
        return DataAge::Old;
    }
    return isPast(fetchedAt, now) ? DataAge::Old : DataAge::Fresh;
}

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
    const bool isKnown = m_fetchedAt.isValid();
    const std::optional<QString> warned = warning();
    m_label->setText(warned ? QString() : label());
    m_label->setVisible(!warned);
    m_badge->setVisible(warned.has_value());
    if (warned)
        m_badge->setBadge({*warned, Tone::Warn, Glyph::Warning});
    QStringList tip;
    if (isKnown)
        tip.append(tr("Read from the registry on %1").arg(momentText(m_fetchedAt)));
    if (const QString why = reason(); warned && !why.isEmpty())
        tip.append(why);
    m_label->setToolTip(tip.join(u'\n'));
    m_badge->setToolTip(tip.join(u'\n'));
    m_refresh->setEnabled(m_state.kind != PageState::Kind::Loading && m_isRefreshAllowed);
    setKeyHint(*m_refresh, m_isRefreshAllowed ? u"refresh"_s : QString(),
               m_isRefreshAllowed ? tr("Refresh") : tr("Offline: started with --offline, the network is not used"));
    tellOthers();
}

QString Freshness::label() const
{
    if (m_state.kind == PageState::Kind::Loading)
        return tr("Reading…");
    if (!m_fetchedAt.isValid())
        return tr("No data yet");
    if (m_fetchedAt.secsTo(m_clock.now()) < 60)
        return tr("As of just now");
    return tr("As of %1 ago").arg(formatAge(m_fetchedAt, m_clock.now()));
}

/// What the badge says of data that may be out of date; nothing while they are fresh, or read just now.
std::optional<QString> Freshness::warning() const
{
    const bool isKnown = m_fetchedAt.isValid();
    switch (standing(m_state, m_fetchedAt, m_clock.now()).kind) {
    case PageState::Kind::Loading:
    case PageState::Kind::Ready:
        return std::nullopt;
    case PageState::Kind::Stale:
        return isKnown ? std::optional(tr("Stale %1").arg(formatAge(m_fetchedAt, m_clock.now()))) : std::nullopt;
    case PageState::Kind::Offline:
        return isKnown ? tr("Offline: data from %1").arg(whenText(m_fetchedAt, m_clock.now())) : tr("Offline");
    case PageState::Kind::Failed:
        return isKnown ? std::optional(tr("Data from %1").arg(whenText(m_fetchedAt, m_clock.now()))) : std::nullopt;
    }
    return std::nullopt;
}

/// Why there is nothing newer.
QString Freshness::reason() const
{
    switch (m_state.kind) {
    case PageState::Kind::Loading:
    case PageState::Kind::Ready:
    case PageState::Kind::Stale:
        return tr("Nothing was read since.");
    case PageState::Kind::Offline:
        return m_isRefreshAllowed ? tr("The server could not be reached since.")
                                  : tr("Started with --offline: the network is not used.");
    case PageState::Kind::Failed:
        return m_state.error ? errorLine(*m_state.error) : QString();
    }
    return {};
}

void Freshness::tellOthers()
{
    const PageState now = standing(m_state, m_fetchedAt, m_clock.now());
    if (now != m_standing) {
        m_standing = now;
        Q_EMIT standingChanged(m_standing);
    }
    const DataAge age = dataAge(m_state, m_fetchedAt, m_clock.now(), m_age);
    if (age != m_age || (age == DataAge::Old && text() != m_ageText)) {
        m_age = age;
        m_ageText = text();
        Q_EMIT ageChanged(m_age, m_ageText);
    }
}

QString Freshness::text() const
{
    return m_badge->isHidden() ? m_label->text() : m_badge->badge().text;
}

} // namespace slipway
