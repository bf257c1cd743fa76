#include "views/shell/apilimit.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/timetext.h"

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
    , m_value(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    setFixedWidth(kWidth);
    auto* title = new QLabel(tr("API limit"), this);
    setTextRole(*title, TextRole::Axis);
    setTextRole(*m_value, TextRole::Axis);
    title->setForegroundRole(QPalette::PlaceholderText);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(title);
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
    const QLocale locale;
    if (limit) {
        m_value->setText(locale.toString(limit->remaining) + u" / "_s + locale.toString(limit->limit));
        m_bar->setRange(0, static_cast<int>(std::max<qint64>(limit->limit, 1)));
        m_bar->setValue(static_cast<int>(limit->remaining));
        const QString reset = clockText(limit->resetAt);
        setToolTip(limit->resetAt.isValid()
                       ? tr("Requests left of GitHub's hourly limit. It is reset at %1.").arg(reset)
                       : tr("Requests left of GitHub's hourly limit."));
    } else {
        m_value->setText(tr("Not known"));
        m_bar->setRange(0, 1);
        m_bar->setValue(0);
        setToolTip(tr("GitHub tells the limit with its first answer."));
    }
    setAccessibleName(tr("API limit: %1").arg(m_value->text()));
    m_bar->setAccessibleName(accessibleName());
    colorBar();
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
    if (m_limit)
        bar.setColor(QPalette::Accent, barColor(*m_limit, tokensOf(palette())));
    if (bar != m_bar->palette())
        m_bar->setPalette(bar);
}

} // namespace slipway
