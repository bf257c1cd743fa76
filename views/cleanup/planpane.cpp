#include "views/cleanup/planpane.h"

#include "models/plantreemodel.h"
#include "models/timetext.h"
#include "views/cleanup/cleanupstates.h"
#include "views/cleanup/holdscard.h"
#include "views/cleanup/planstrip.h"
#include "views/cleanup/planview.h"
#include "views/theme/buttonkind.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/card.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statepage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kGap = 12;
constexpr int kLeft = 272;
constexpr int kMostLeft = 340;

} // namespace

PlanPane::PlanPane(QWidget* parent)
    : QWidget(parent)
    , m_strip(new PlanStrip(this))
    , m_holds(new HoldsCard(this))
    , m_card(new SectionCard(tr("Plan"), this))
    , m_view(new PlanView(this))
    , m_nothing(new StatePage(this))
    , m_stack(new QStackedLayout)
    , m_note(new QLabel(this))
    , m_apply(new QPushButton(this))
    , m_aged(new AgedText(*m_view))
{
    followText(*m_holds, [this] { m_holds->setFixedWidth(std::min(withText(kLeft), kMostLeft)); });
    m_card->body().setContentsMargins(0, 0, 0, 0);
    m_card->body().setSpacing(0);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    m_card->body().addLayout(m_stack, 1);
    m_card->body().addWidget(makeFoot());
    auto* lower = new QHBoxLayout;
    lower->setSpacing(kGap);
    lower->addWidget(m_holds);
    lower->addWidget(m_card, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_strip);
    layout->addLayout(lower, 1);
}

QWidget* PlanPane::makeFoot()
{
    auto* foot = new Strip(Strip::Side::Foot, m_card);
    setTextRole(*m_note, TextRole::Caption);
    m_note->setWordWrap(true);
    setButtonKind(*m_apply, ButtonKind::Danger);
    m_apply->setIcon(icon("trash-empty"_L1, IconColor::Bad));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(m_note, 1);
    row->addWidget(m_apply);
    return foot;
}

void PlanPane::showSheet(const CleanupSheetPtr& sheet, const QDateTime& now)
{
    m_strip->showSheet(sheet, now);
    m_holds->showSheet(sheet);
    m_view->setSheet(sheet);
    m_card->setSubText(sheet ? tr("dry run of %1, nothing removed").arg(whenText(sheet->plan.createdAt, now))
                             : QString());
    const auto goes = sheet ? static_cast<int>(sheet->goes()) : 0;
    m_apply->setText(tr("Delete %n version(s)…", nullptr, goes));
    m_stack->setCurrentWidget(sheet && sheet->groups.empty() ? static_cast<QWidget*>(m_nothing) : m_view);
}

void PlanPane::setOwner(const QString& owner)
{
    showNothingSelected(*m_nothing, owner);
}

void PlanPane::setAge(DataAge age)
{
    m_aged->setAge(age);
    m_strip->setAge(age);
}

void PlanPane::offerApply(bool isOffered, const QString& whyNot)
{
    m_apply->setVisible(isOffered);
    m_apply->setEnabled(whyNot.isEmpty());
    m_apply->setToolTip(whyNot);
    m_note->setText(isOffered ? tr("GitHub keeps deleted versions for 30 days. Restore works while the package and "
                                   "its tag name are still free.")
                              : tr("Read-only: nothing can be deleted from here."));
}

} // namespace slipway
