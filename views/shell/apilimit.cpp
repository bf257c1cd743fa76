#include "views/shell/apilimit.h"

#include "models/timetext.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kWidth = 128;

QColor barColor(const ApiLimit& limit, const Tokens& t)
{
    if (limit.remaining * 20 < limit.limit)
        return t.bad;
    return limit.remaining * 5 < limit.limit ? t.warnFill : t.accent;
}
} // namespace

ApiLimitMeter::ApiLimitMeter(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_value(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    followText(*this, [this] { setFixedWidth(withText(kWidth)); });
    setTextRole(*m_title, TextRole::Axis);
    setTextRole(*m_value, TextRole::Axis);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_title);
    line->addStretch();
    line->addWidget(m_value);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addStretch();
    layout->addLayout(line);
    layout->addWidget(m_bar);
    layout->addStretch();
    setLimit(std::nullopt);
}

void ApiLimitMeter::setLimit(const std::optional<ApiLimit>& limit)
{
    m_limit = limit;
    tell();
}

void ApiLimitMeter::setPause(const std::optional<ApiPause>& pause)
{
    m_pause = pause;
    tell();
}

void ApiLimitMeter::tell()
{
    m_bar->setRange(0, m_limit ? static_cast<int>(std::max<qint64>(m_limit->limit, 1)) : 1);
    m_bar->setValue(m_limit ? static_cast<int>(m_limit->remaining) : 0);
    if (m_pause)
        tellPause();
    else
        tellLimit();
    setAccessibleName(tr("API limit: %1").arg(m_value->text()));
    m_bar->setAccessibleName(accessibleName());
    colorBar();
}

void ApiLimitMeter::tellPause()
{
    const QString until = clockText(m_pause->until);
    m_value->setText(tr("until %1").arg(until));
    m_title->setText(tr("API pauses"));
    switch (m_pause->reason) {
    case ApiPause::Reason::Used:
        setToolTip(tr("GitHub's hourly limit is used up. Reading goes on by itself at %1.").arg(until));
        return;
    case ApiPause::Reason::TooFast:
        setToolTip(tr("GitHub asked for a pause. Reading goes on by itself at %1.").arg(until));
        return;
    case ApiPause::Reason::Floor:
        setToolTip(tr("What is left of GitHub's hourly limit is kept for what you do yourself. Automatic reading goes "
                      "on at %1.")
                       .arg(until));
        return;
    }
}

void ApiLimitMeter::tellLimit()
{
    m_title->setText(tr("API limit"));
    if (!m_limit) {
        m_value->setText(tr("Not known"));
        setToolTip(tr("GitHub tells the limit with its first answer."));
        return;
    }
    const QLocale locale;
    m_value->setText(locale.toString(m_limit->remaining) + u" / "_s + locale.toString(m_limit->limit));
    setToolTip(m_limit->resetAt.isValid()
                   ? tr("Requests left of GitHub's hourly limit. It is reset at %1.").arg(clockText(m_limit->resetAt))
                   : tr("Requests left of GitHub's hourly limit."));
}

QString ApiLimitMeter::valueText() const
{
    return m_value->text();
}

void ApiLimitMeter::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorBar();
}

void ApiLimitMeter::colorBar()
{
    QPalette bar;
    if (m_pause)
        bar.setColor(QPalette::Accent, tokensOf(palette()).warnFill);
    else if (m_limit)
        bar.setColor(QPalette::Accent, barColor(*m_limit, tokensOf(palette())));
    if (bar != m_bar->palette())
        m_bar->setPalette(bar);
}

} // namespace slipway
