#include "views/inventory/referrerstab.h"

#include "views/inventory/detailssubject.h"
#include "views/inventory/referrergraph.h"
#include "views/inventory/referrerstable.h"
#include "views/theme/icons.h"
#include "views/widgets/hairline.h"
#include "views/widgets/statepage.h"

#include <QScrollArea>
#include <QStackedLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

ReferrersTab::ReferrersTab(QWidget* parent)
    : QWidget(parent)
    , m_model(new ReferrersModel(this))
    , m_content(new QWidget(this))
    , m_scroll(new QScrollArea(m_content))
    , m_graph(new ReferrerGraph)
    , m_table(new ReferrersTable(m_content))
    , m_state(new StatePage(this))
    , m_stack(new QStackedLayout(this))
{
    setAccessibleName(tr("Referrers"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_graph);
    m_graph->setAutoFillBackground(false);
    m_table->setModel(m_model);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(new Hairline(m_content));
    layout->addWidget(m_table, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_state);
    setTabOrder(m_graph, m_table);
    connect(m_graph, &ReferrerGraph::currentChanged, this, &ReferrersTab::goTo);
    connect(m_graph, &ReferrerGraph::copyRequested, m_table, &ReferrersTable::copyDigest);
    connect(m_table, &ReferrersTable::rowChanged, this, &ReferrersTab::goTo);
}

/// The graph and the table stand at the same manifest.
void ReferrersTab::goTo(int node)
{
    m_graph->setCurrent(node);
    if (m_table->currentIndex().row() != node)
        m_table->setCurrentIndex(m_model->index(node, 0));
    const QRect box = m_graph->nodeRect(node);
    m_scroll->ensureVisible(box.center().x(), box.center().y(), box.width() / 2 + 12, box.height() / 2 + 12);
}

void ReferrersTab::showSubject(const DetailsSubject& subject)
{
    if (subject.version() == kNoRow) {
        showNothing(tr("No referrers here"), tr("Select an image or a version to see what refers to it."));
        return;
    }
    auto nodes = referrerNodes(*subject.inventory(), subject.version());
    if (hasReferrers(nodes))
        showNodes(std::move(nodes));
    else
        showNothing(tr("No referrers"), tr("No signature, SBOM or attestation of this version was found."));
}

void ReferrersTab::showNodes(std::vector<ReferrerNode> nodes)
{
    m_graph->setNodes(nodes);
    m_model->setNodes(std::move(nodes));
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(m_graph->current(), 0));
    m_stack->setCurrentWidget(m_content);
}

void ReferrersTab::showNothing(const QString& title, const QString& sentence)
{
    m_state->showEmpty(icon("package"_L1, IconColor::Muted), title, sentence);
    m_stack->setCurrentWidget(m_state);
}

QString ReferrersTab::stateTitle() const
{
    return m_stack->currentWidget() == m_content ? QString() : m_state->title();
}

} // namespace slipway
