#include "drift/chosentags.h"
#include "models/driftcomparison.h"
#include "models/driftmatrixmodel.h"
#include "models/findingsmodel.h"
#include "views/drift/driftmatrixview.h"
#include "views/drift/driftpage.h"
#include "views/drift/findingkinds.h"
#include "views/drift/findingslist.h"
#include "views/drift/findingsview.h"
#include "views/drift/laddercard.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statepage.h"

#include <QSplitter>
#include <QStackedLayout>

#include <algorithm>

namespace slipway
{

// Where a person is on the page, and how it is arranged.

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostHeight = 4000; ///< of what a layout may ask for

QString kindName(FindingKind kind)
{
    switch (kind) {
    case FindingKind::All:
        return u"all"_s;
    case FindingKind::Errors:
        return u"errors"_s;
    case FindingKind::Warnings:
        return u"warnings"_s;
    case FindingKind::Acknowledged:
        return u"acknowledged"_s;
    case FindingKind::Resolved:
        return u"resolved"_s;
    }
    return {};
}

} // namespace

bool DriftPage::select(const PackageName& package)
{
    if (!m_look)
        return false;
    const auto isMeant = [&](const FindingLife& life) { return life.finding.image == package.value; };
    if (const auto found = std::ranges::find_if(m_look->lives, isMeant); found != m_look->lives.end()) {
        if (!m_findings->shows(found->id))
            setKind(FindingKind::All);
        m_findings->select(found->id);
        m_findings->view().setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (packageNamed(m_look->ground->snapshot().packages, package.value) == kNoRow)
        return false;
    if (const auto names = comparedFor(*m_look->ground, package.value); !names.left.isEmpty())
        m_ladder->compare(names);
    m_ladder->pane().setFocus(Qt::OtherFocusReason);
    return true;
}

void DriftPage::chooseCell(const QModelIndex& index)
{
    const auto* life = m_matrix->findingAt(index);
    if (life && m_findings->shows(life->id)) {
        m_isFollowing = true;
        m_findings->select(life->id);
        m_isFollowing = false;
        return;
    }
    const DriftGroup& group = m_matrix->rows()[static_cast<size_t>(index.row())];
    if (const auto names = comparedFor(*m_look->ground, group.family, group.hub); !names.left.isEmpty())
        m_ladder->compare(names);
}

void DriftPage::openCell(const QModelIndex& index)
{
    chooseCell(index);
    const auto* life = m_matrix->findingAt(index);
    QWidget& target =
        life && m_findings->shows(life->id) ? static_cast<QWidget&>(m_findings->view()) : m_ladder->pane();
    target.setFocus(Qt::ShortcutFocusReason);
}

void DriftPage::showImage()
{
    if (const auto* life = m_findings->current())
        Q_EMIT imageRequested({life->finding.image}, life->finding.tag);
}

QStringList DriftPage::breadcrumb() const
{
    QStringList steps{tr("Drift")};
    if (const auto* life = m_findings->current(); life && m_look)
        steps << life->finding.image;
    return steps;
}

QList<QWidget*> DriftPage::panes() const
{
    const bool isAny = m_findings->model().rowCount() > 0;
    auto* list = isAny ? static_cast<QWidget*>(&m_findings->view()) : &m_findings->filter();
    return {m_matrixView, list, &m_ladder->pane()};
}

QJsonObject DriftPage::saveState() const
{
    QJsonObject state = stateForOthers();
    if (m_kinds->kind() != FindingKind::All)
        state.insert(u"show"_s, kindName(m_kinds->kind()));
    if (const QString text = m_findings->filter().text(); !text.isEmpty())
        state.insert(u"filter"_s, text);
    return state;
}

QJsonObject DriftPage::stateForOthers() const
{
    QJsonObject state;
    if (m_ladder->parts() == ComparedParts::Packages)
        state.insert(u"packages"_s, true);
    if (m_checksHeight > 0)
        state.insert(u"checksHeight"_s, m_checksHeight);
    return state;
}

void DriftPage::restoreState(const QJsonObject& state)
{
    const auto found = std::ranges::find(kFindingKinds, state["show"_L1].toString(), kindName);
    setKind(found == kFindingKinds.end() ? FindingKind::All : *found);
    filter().setText(state["filter"_L1].toString());
    m_ladder->setParts(state["packages"_L1].toBool() ? ComparedParts::Packages : ComparedParts::Layers);
    m_checksHeight = std::clamp(state["checksHeight"_L1].toInt(), 0, kMostHeight);
    if (m_checksHeight > 0)
        m_left->setSizes({m_checksHeight, std::max(m_left->height() - m_checksHeight, 1)});
}

/// All checks are in sight as far as the ladder leaves room, until a person moves the handle.
void DriftPage::fitChecks()
{
    if (m_checksHeight > 0)
        return;
    const int room = m_left->height() - m_left->handleWidth();
    const int checks = std::min(m_matrixCard->sizeHint().height(), room * 11 / 20);
    m_left->setSizes({checks, std::max(room - checks, 1)});
}

void DriftPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    // Once the layouts have their room.
    QMetaObject::invokeMethod(this, &DriftPage::fitChecks, Qt::QueuedConnection);
}

QJsonObject DriftPage::place() const
{
    const auto* life = m_findings->current();
    return life ? QJsonObject{{u"image"_s, life->finding.image}, {u"finding"_s, life->id}} : QJsonObject();
}

void DriftPage::goTo(const QJsonObject& place)
{
    if (m_findings->select(place["finding"_L1].toInteger()))
        m_findings->view().setFocus(Qt::OtherFocusReason);
    else if (const QString image = place["image"_L1].toString(); !image.isEmpty())
        select({image});
}

QStringList DriftPage::stateTexts() const
{
    QStringList texts;
    if (m_stack->currentWidget() == m_statePage)
        texts << m_statePage->title() << m_statePage->sentence();
    for (const auto* bar : {&m_fixes->result(), &m_fixes->failed(), m_bar})
        if (!bar->isHidden())
            texts << bar->sentence();
    if (!m_line->fullText().isEmpty())
        texts << m_line->fullText();
    return texts;
}

void DriftPage::helpOut()
{
    if (const QString path = unreadLock(situation()); !path.isEmpty())
        Q_EMIT fileRequested(path);
    else if (m_state.kind == PageState::Kind::Failed)
        Q_EMIT refreshRequested();
    else
        Q_EMIT checkRequested();
}

} // namespace slipway
