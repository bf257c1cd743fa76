#include "views/drift/findingslist.h"

#include "models/driftwords.h"
#include "models/findingsmodel.h"
#include "views/drift/findingsview.h"
#include "views/theme/icons.h"
#include "views/widgets/agedtext.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/sectioncard.h"
#include "views/widgets/statepage.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QStackedLayout>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

FindingsList::FindingsList(QWidget* parent)
    : QWidget(parent)
    , m_model(new FindingsModel(this))
    , m_view(new FindingsView(*m_model, this))
    , m_filter(new SearchField(tr("Filter findings"), icon("view-filter"_L1, IconColor::Muted), this))
    , m_nothing(new StatePage(this))
    , m_aged(new AgedText(*m_view))
    , m_stack(new QStackedLayout)
{
    auto* card = new SectionCard(tr("Findings"), this);
    card->actions().addWidget(m_filter, 1);
    card->body().setContentsMargins(0, 0, 0, 2);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    card->body().addLayout(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        showFindings();
        Q_EMIT filterChanged();
    });
    connect(m_filter, &SearchField::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsList::currentChanged);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FindingsList::currentChanged);
    connect(m_view, &FindingsView::opened, this, &FindingsList::opened);
}

void FindingsList::setLook(const DriftLookPtr& look, const QDateTime& now)
{
    m_look = look;
    m_model->setNow(now);
    m_view->setNow(now);
    showFindings();
}

void FindingsList::setKind(FindingKind kind)
{
    m_kind = kind;
    showFindings();
}

void FindingsList::setAge(DataAge age)
{
    m_aged->setAge(age);
}

/// Whoever was at a finding stays there; else the first is chosen.
void FindingsList::showFindings()
{
    const auto* before = current();
    const qint64 id = before ? before->id : 0;
    m_model->setFindings(m_look ? shownFindings(*m_look, m_kind, m_filter->text()) : std::vector<FindingLife>());
    const bool isAny = m_model->rowCount() > 0;
    if (!isAny && m_look) {
        const bool isFiltered = !m_filter->text().trimmed().isEmpty() || m_kind != FindingKind::All;
        const auto sign = icon("vcs-diff"_L1, IconColor::Muted);
        if (isFiltered)
            m_nothing->showEmpty(sign, tr("No finding like that"), tr("Another filter may show some."));
        else
            m_nothing->showEmpty(sign, tr("No drift"), driftLine(*m_look));
    }
    m_stack->setCurrentWidget(isAny ? static_cast<QWidget*>(m_view) : m_nothing);
    if (isAny && (!current() || current()->id != id))
        m_view->setCurrentIndex(m_model->index(std::max(m_model->rowOf(id), 0), 0));
    Q_EMIT currentChanged();
}

bool FindingsList::shows(qint64 id) const
{
    return m_model->rowOf(id) >= 0;
}

bool FindingsList::select(qint64 id)
{
    const bool isHidden = !shows(id);
    if (isHidden)
        m_filter->clear();
    if (!shows(id))
        return false;
    m_view->setCurrentIndex(m_model->index(m_model->rowOf(id), 0));
    return true;
}

const FindingLife* FindingsList::current() const
{
    return m_model->findingAt(m_view->currentIndex().row());
}

} // namespace slipway
