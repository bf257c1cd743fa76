#include "views/storage/sincecard.h"

#include "core/errortext.h"
#include "models/sincetable.h"
#include "models/timetext.h"
#include "views/storage/figureview.h"
#include "views/storage/groupingchoice.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/dayfield.h"
#include "views/widgets/sectioncard.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>

namespace slipway
{

namespace
{
constexpr int kUsualDays = 30;

} // namespace

SinceCard::SinceCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Top growth"), this))
    , m_since(new DayField(tr("Growth since"), this))
    , m_choice(new GroupingChoice(tr("Growth by family"), tr("Growth by image"), this))
    , m_table(new FigureView(tr("Top growth"), this))
    , m_note(new QLabel(this))
    , m_aged(new AgedText(*m_table))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->setSubText(tr("since"));
    m_since->setToolTip(tr("What is stored now is compared with the last reading up to this day"));
    m_card->actions().addWidget(m_since);
    m_card->actions().addWidget(m_choice);
    setTextRole(*m_note, TextRole::Caption);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 4, 12, 8);
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().addWidget(m_table, 1);
    m_card->body().addWidget(m_note);
    connect(m_since, &QDateEdit::dateChanged, this, [this](QDate date) {
        m_isChosen = true;
        showGrowth(std::nullopt); // what is in sight is of another day
        Q_EMIT sinceChosen(date);
    });
    connect(m_choice, &GroupingChoice::chosen, this, &SinceCard::showAll);
    connect(m_table, &FigureView::opened, this, &SinceCard::filterRequested);
    showAll();
}

void SinceCard::setToday(QDate today)
{
    if (!today.isValid() || today == m_today)
        return;
    m_today = today;
    const QDate before = since();
    {
        const QSignalBlocker quiet(m_since);
        m_since->setMaximumDate(today);
        if (!m_isChosen)
            m_since->setDate(today.addDays(-kUsualDays));
    }
    if (since() != before)
        Q_EMIT sinceChosen(since());
}

QDate SinceCard::since() const
{
    return m_since->date();
}

void SinceCard::showGrowth(const std::optional<Result<StorageGrowth>>& growth)
{
    m_growth = growth;
    showAll();
}

void SinceCard::setAge(DataAge age)
{
    m_aged->setAge(age);
}

QString SinceCard::noteText() const
{
    if (!m_growth)
        return tr("What was stored then is being measured");
    if (!*m_growth)
        return errorLine(m_growth->error());
    const StorageGrowth& growth = **m_growth;
    if (growth.begunAt.isValid())
        return tr("Nothing was read before %1").arg(dayText(growth.begunAt.toUTC().date())); // as the field counts days
    const QString since = tr("Compared with the reading of %1").arg(momentText(growth.since.toLocalTime()));
    return growth.isWhole ? since : tr("%1; not everything was read, a change may be none").arg(since);
}

void SinceCard::showAll()
{
    const bool isKnown = m_growth && *m_growth && !(*m_growth)->begunAt.isValid();
    m_table->showTable(isKnown ? sinceTable(**m_growth, m_choice->grouping()) : FigureTable());
    m_note->setText(noteText());
}

QString SinceCard::note() const
{
    return m_note->text();
}

} // namespace slipway
