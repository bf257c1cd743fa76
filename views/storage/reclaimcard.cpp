#include "views/storage/reclaimcard.h"

#include "core/errortext.h"
#include "views/storage/figureview.h"
#include "views/storage/groupingchoice.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/sectioncard.h"

#include <QHBoxLayout>
#include <QLabel>

namespace slipway
{

ReclaimCard::ReclaimCard(QWidget* parent)
    : QWidget(parent)
    , m_card(new SectionCard(tr("Reclaimable"), this))
    , m_table(new FigureView(tr("Reclaimable"), this))
    , m_note(new QLabel(this))
    , m_aged(new AgedText(*m_table))
    , m_choice(new GroupingChoice(tr("What can be reclaimed by family"), tr("What can be reclaimed by image"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->actions().addWidget(m_choice);
    setTextRole(*m_note, TextRole::Caption);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 4, 12, 8);
    m_card->body().setContentsMargins(0, 0, 0, 2);
    m_card->body().addWidget(m_table, 1);
    m_card->body().addWidget(m_note);
    connect(m_choice, &GroupingChoice::chosen, this, [this] {
        showAll();
        Q_EMIT groupingChanged();
    });
    connect(m_table, &FigureView::opened, this, &ReclaimCard::filterRequested);
    showAll();
}

void ReclaimCard::showReclaimable(const std::optional<Result<Reclaimable>>& found)
{
    m_found = found;
    showAll();
}

void ReclaimCard::setAge(DataAge age)
{
    m_aged->setAge(age);
}

void ReclaimCard::setGrouping(PartGrouping grouping)
{
    m_choice->setGrouping(grouping);
    showAll();
}

PartGrouping ReclaimCard::grouping() const
{
    return m_choice->grouping();
}

QString ReclaimCard::noteText() const
{
    if (!m_found)
        return tr("What a cleanup would free is being worked out");
    if (!*m_found)
        return errorLine(m_found->error());
    const QString caveat = reclaimCaveat(**m_found);
    if (caveat.isEmpty() && (*m_found)->versions == 0)
        return tr("Nothing to remove under this policy");
    const QString unread = reclaimUnreadText(**m_found);
    return unread.isEmpty() ? caveat : caveat + u'\n' + unread;
}

void ReclaimCard::showAll()
{
    const bool isKnown = m_found && *m_found;
    m_card->setSubText(isKnown ? reclaimPolicyText(**m_found) : QString());
    m_table->showTable(isKnown ? reclaimTable(**m_found, grouping()) : FigureTable());
    m_note->setText(noteText());
    m_note->setVisible(!m_note->text().isEmpty());
}

QString ReclaimCard::note() const
{
    return m_note->text();
}

} // namespace slipway
