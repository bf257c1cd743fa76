#include "views/inventory/detailspane.h"

#include "models/blobimages.h"
#include "models/summary.h"
#include "views/inventory/configtab.h"
#include "views/inventory/detailsfoot.h"
#include "views/inventory/detailshead.h"
#include "views/inventory/historyfeed.h"
#include "views/inventory/historytab.h"
#include "views/inventory/layerstab.h"
#include "views/inventory/manifesttab.h"
#include "views/inventory/referrerstab.h"
#include "views/inventory/summarytab.h"
#include "views/theme/icons.h"
#include "views/widgets/statepage.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

DetailsPane::DetailsPane(QWidget* parent)
    : QWidget(parent)
    , m_subject(new DetailsSubject(this))
    , m_feed(new HistoryFeed(this))
    , m_head(new DetailsHead(this))
    , m_pages(new QStackedWidget(this))
    , m_summaryTab(new SummaryTab(this))
    , m_layersTab(new LayersTab(this))
    , m_manifestTab(new ManifestTab(this))
    , m_configTab(new ConfigTab(this))
    , m_referrersTab(new ReferrersTab(this))
    , m_historyTab(new HistoryTab(this))
    , m_nothing(new StatePage(this))
    , m_foot(new DetailsFoot(this))
{
    setAccessibleName(tr("Details"));
    showReason();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_foot);
    for (QWidget* page :
         {static_cast<QWidget*>(m_summaryTab), static_cast<QWidget*>(m_layersTab), static_cast<QWidget*>(m_manifestTab),
          static_cast<QWidget*>(m_configTab), static_cast<QWidget*>(m_referrersTab),
          static_cast<QWidget*>(m_historyTab), static_cast<QWidget*>(m_nothing)})
        m_pages->addWidget(page);
    setFocusProxy(m_head);
    connectParts();
    connectHistory();
    showAll();
}

void DetailsPane::connectHistory()
{
    connect(m_feed, &HistoryFeed::historyWanted, this, &DetailsPane::historyWanted);
    connect(m_feed, &HistoryFeed::changed, this, &DetailsPane::showAll);
    connect(m_feed, &HistoryFeed::settled, this, &DetailsPane::tellSettled);
    connect(m_historyTab, &HistoryTab::olderWanted, m_feed, &HistoryFeed::askForOlder);
    connect(m_historyTab, &HistoryTab::retryRequested, m_feed, &HistoryFeed::retry);
    connect(m_historyTab, &HistoryTab::scopeChanged, this, &DetailsPane::showAll);
}

void DetailsPane::setClock(const Clock& clock)
{
    m_clock = clock;
    m_subject->setClock(clock);
}

bool DetailsPane::isWaiting() const
{
    return m_subject->isWaiting() || m_feed->isWaiting();
}

void DetailsPane::tellSettled()
{
    if (!isWaiting())
        Q_EMIT settled();
}

void DetailsPane::connectParts()
{
    connect(m_head, &DetailsHead::tabChanged, this, [this] {
        showAll();
        Q_EMIT tabChanged();
    });
    connect(m_subject, &DetailsSubject::documentsWanted, this, &DetailsPane::documentsWanted);
    connect(m_subject, &DetailsSubject::changed, this, &DetailsPane::showAll);
    connect(m_subject, &DetailsSubject::settled, this, &DetailsPane::tellSettled);
    connect(m_summaryTab, &SummaryTab::partChosen, this, &DetailsPane::partChosen);
    connect(m_layersTab, &LayersTab::choiceMade, m_subject, &DetailsSubject::chooseImage);
    connect(m_layersTab, &LayersTab::sharingWanted, this, [this](const Digest& layer) {
        if (m_subject->inventory())
            m_layersTab->showSharing(packagesWithLayer(*m_subject->inventory()->snapshot, layer));
    });
    connect(m_layersTab, &LayersTab::imageChosen, this, &DetailsPane::imageChosen);
    connect(m_manifestTab, &ManifestTab::retryRequested, m_subject, &DetailsSubject::askForDocuments);
    connect(m_configTab, &ConfigTab::choiceMade, m_subject, &DetailsSubject::chooseImage);
    connect(m_configTab, &ConfigTab::retryRequested, m_subject, &DetailsSubject::askForDocuments);
}

void DetailsPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_isInSight = true;
    m_subject->setInSight(true);
    showAll();
}

void DetailsPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_isInSight = false;
    m_subject->setInSight(false);
    m_feed->setInSight(false);
}

void DetailsPane::setPlaceMenu(QMenu& menu)
{
    m_head->setPlaceMenu(menu);
}

void DetailsPane::setRegistryName(const QString& name)
{
    m_registryName = name;
}

void DetailsPane::showItem(InventoryPtr inventory, const InventoryItem& item)
{
    const auto* package = item.isNull() || item.shownVersion() == kNoRow ? nullptr : item.package();
    m_feed->setPackage(inventory, package ? std::optional(package->name) : std::nullopt);
    m_subject->setItem(std::move(inventory), item);
    if (std::exchange(m_isUncounted, false))
        showReason();
    showAll();
}

void DetailsPane::showUncounted()
{
    showItem(nullptr, {});
    m_isUncounted = true;
    showReason();
}

void DetailsPane::showReason()
{
    if (m_isUncounted)
        m_nothing->showEmpty(icon("package"_L1, IconColor::Muted), tr("Still being counted"),
                             tr("What this row is made of is shown as soon as it is counted."));
    else
        m_nothing->showEmpty(icon("package"_L1, IconColor::Muted), tr("Nothing selected"),
                             tr("Select a row to see what it is made of."));
}

bool DetailsPane::hasItem() const
{
    return !m_subject->item().isNull();
}

void DetailsPane::showAll()
{
    const bool isAnything = hasItem();
    m_feed->setInSight(m_isInSight && isAnything && tab() == DetailsTab::History);
    const Summary summary = summaryOf(m_subject->item(), m_subject->config());
    m_head->showSummary(summary);
    m_head->setVisible(isAnything);
    m_foot->setVisible(!summary.digest.isNull());
    m_foot->setPullCommand(pullCommand());
    if (isAnything && tab() == DetailsTab::Summary)
        m_summaryTab->showSummary(summary);
    m_pages->setCurrentWidget(isAnything ? showTab() : m_nothing);
}

QWidget* DetailsPane::showTab()
{
    switch (tab()) {
    case DetailsTab::Summary:
        return m_summaryTab;
    case DetailsTab::Layers:
        m_layersTab->showSubject(*m_subject);
        return m_layersTab;
    case DetailsTab::Manifest:
        m_manifestTab->showSubject(*m_subject);
        return m_manifestTab;
    case DetailsTab::Config:
        m_configTab->showSubject(*m_subject);
        return m_configTab;
    case DetailsTab::Referrers:
        m_referrersTab->showSubject(*m_subject);
        return m_referrersTab;
    case DetailsTab::History:
        m_historyTab->showSubject(*m_subject, *m_feed, m_clock.now());
        return m_historyTab;
    }
    return m_nothing;
}

void DetailsPane::showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                                const std::optional<Result<QByteArray>>& configBytes)
{
    m_subject->takeDocuments(manifest, manifestBytes, configBytes);
}

void DetailsPane::showHistory(const HistoryRequest& request, const Result<PackageHistory>& history)
{
    m_feed->take(request, history);
}

void DetailsPane::setTab(DetailsTab tab)
{
    m_head->setTab(tab);
}

int DetailsPane::tabsWidth() const
{
    return m_head->tabsWidth();
}

DetailsTab DetailsPane::tab() const
{
    return m_head->tab();
}

QString DetailsPane::digestText() const
{
    const Digest digest = m_subject->digest();
    return digest.isNull() ? QString() : digest.toString();
}

QString DetailsPane::pullCommand() const
{
    if (digestText().isEmpty())
        return {};
    const Snapshot& snapshot = *m_subject->inventory()->snapshot;
    const RowIndex version = m_subject->version();
    const QString name = m_registryName + u'/' + m_subject->item().package()->name.value;
    const bool isTagged = !peopleTags(snapshot, version).isEmpty();
    return u"docker pull "_s + name + (isTagged ? u':' + versionName(snapshot, version) : u'@' + digestText());
}

} // namespace slipway
