#include "views/cleanup/historypane.h"

#include "models/runstreemodel.h"
#include "views/cleanup/runsview.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statepage.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

HistoryPane::HistoryPane(QWidget* parent)
    : QWidget(parent)
    , m_runs(new RunsTreeModel(this))
    , m_view(new RunsView(*m_runs, this))
    , m_nothing(new StatePage(this))
    , m_stack(new QStackedLayout)
    , m_note(new ElidedLabel(this))
    , m_restore(new QPushButton(icon("edit-undo"_L1), {}, this))
    , m_goOn(new QPushButton(tr("Go on with this run…"), this))
{
    auto* card = new SectionCard(tr("Runs"), this);
    card->setSubText(tr("by their journals on this machine"));
    card->body().setContentsMargins(0, 0, 0, 0);
    card->body().setSpacing(0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    card->body().addLayout(m_stack, 1);
    auto* foot = new Strip(Strip::Side::Foot, card);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    setTextRole(*m_note, TextRole::Caption);
    row->addWidget(m_note, 1);
    row->addWidget(m_goOn);
    row->addWidget(m_restore);
    card->body().addWidget(foot);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPane::showChoice);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPane::showChoice);
    connect(m_restore, &QPushButton::clicked, this, &HistoryPane::restoreChosen);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        if (const auto* run = m_view->chosenRun())
            Q_EMIT goOnRequested(run->journal);
    });
    clear();
}

void HistoryPane::setRuns(const std::vector<CleanupRun>& runs)
{
    m_view->setRuns(runs);
    m_nothing->showEmpty(icon("view-history"_L1, IconColor::Muted), tr("No run yet"),
                         tr("What is deleted from here stands here afterwards, and can be restored for 30 days."));
    m_stack->setCurrentWidget(runs.empty() ? static_cast<QWidget*>(m_nothing) : m_view);
    showChoice();
}

void HistoryPane::clear()
{
    setRuns({});
}

void HistoryPane::offerActs(bool isOffered, const QString& whyNot)
{
    m_isOffered = isOffered;
    m_whyNot = whyNot;
    showChoice();
}

void HistoryPane::showChoice()
{
    const auto chosen = m_view->chosenVersions();
    const auto* run = m_view->chosenRun();
    const auto canCome = std::ranges::count(chosen, true, &RunVersion::canComeBack);
    // What these list and what hangs on them comes along.
    std::vector<VersionId> ids;
    for (const auto& version : chosen)
        if (version.canComeBack)
            ids.push_back(version.id);
    m_restore->setText(tr("Restore %n version(s)", nullptr, run ? static_cast<int>(run->restoredWith(ids)) : 0));
    m_restore->setVisible(m_isOffered);
    m_restore->setEnabled(m_whyNot.isEmpty() && canCome > 0);
    m_restore->setToolTip(m_whyNot);
    const bool isOpenEnded = run && !run->isEnded && !run->isUntagging && !run->damage;
    m_goOn->setVisible(m_isOffered && isOpenEnded);
    m_goOn->setEnabled(m_whyNot.isEmpty());
    m_goOn->setToolTip(m_whyNot.isEmpty() ? tr("Only within a day: then its plan is too old, and a new one is made")
                                          : m_whyNot);
    QString note;
    if (chosen.size() == 1)
        note = runFateText(chosen.front());
    else if (!chosen.empty())
        note = tr("%1 of %2 chosen versions can be restored", "numbers").arg(canCome).arg(chosen.size());
    m_note->setFullText(note);
}

/// All that can come back of what is chosen, of the chosen run.
void HistoryPane::restoreChosen()
{
    const auto* run = m_view->chosenRun();
    if (!run)
        return;
    QList<VersionId> versions;
    for (const auto& version : m_view->chosenVersions())
        if (version.canComeBack)
            versions.append(version.id);
    if (!versions.isEmpty())
        Q_EMIT restoreRequested(run->journal, versions);
}

} // namespace slipway
