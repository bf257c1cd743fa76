#include "views/inventory/detailspane.h"

#include "models/blobimages.h"
#include "views/inventory/configtab.h"
#include "views/inventory/detailshead.h"
#include "views/inventory/layerstab.h"
#include "views/inventory/manifesttab.h"
#include "views/inventory/referrerstab.h"
#include "views/inventory/summarytab.h"
#include "views/theme/icons.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/hairline.h"
#include "views/widgets/statepage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

#include <chrono>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Going through rows with the arrow keys asks for nothing until it stops.
constexpr std::chrono::milliseconds kSettle{120};

} // namespace

DetailsPane::DetailsPane(QWidget* parent)
    : QWidget(parent)
    , m_head(new DetailsHead(this))
    , m_pages(new QStackedWidget(this))
    , m_summaryTab(new SummaryTab(this))
    , m_layersTab(new LayersTab(this))
    , m_manifestTab(new ManifestTab(this))
    , m_configTab(new ConfigTab(this))
    , m_referrersTab(new ReferrersTab(this))
{
    setAccessibleName(tr("Details"));
    auto* nothing = new StatePage(this);
    nothing->showEmpty(icon("package"_L1, IconColor::Muted), tr("Nothing selected"),
                       tr("Select a row to see what it is made of."));
    m_nothing = nothing;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeFoot());
    for (QWidget* page :
         {static_cast<QWidget*>(m_summaryTab), static_cast<QWidget*>(m_layersTab), static_cast<QWidget*>(m_manifestTab),
          static_cast<QWidget*>(m_configTab), static_cast<QWidget*>(m_referrersTab), m_nothing})
        m_pages->addWidget(page);
    setFocusProxy(m_head);
    connect(m_head, &DetailsHead::tabChanged, this, [this] {
        showAll();
        Q_EMIT tabChanged();
    });
    m_isAsking.setSingleShot(true);
    m_isAsking.setInterval(kSettle);
    connect(&m_isAsking, &QTimer::timeout, this, &DetailsPane::askForDocuments);
    connect(m_summaryTab, &SummaryTab::partChosen, this, &DetailsPane::partChosen);
    connect(m_layersTab, &LayersTab::choiceMade, this, &DetailsPane::chooseImage);
    connect(m_layersTab, &LayersTab::sharingWanted, this, [this](const Digest& layer) {
        if (m_inventory)
            m_layersTab->showSharing(packagesWithLayer(*m_inventory->snapshot, layer));
    });
    connect(m_layersTab, &LayersTab::imageChosen, this, &DetailsPane::imageChosen);
    connect(m_manifestTab, &ManifestTab::retryRequested, this, &DetailsPane::askForDocuments);
    connect(m_configTab, &ConfigTab::choiceMade, this, &DetailsPane::chooseImage);
    connect(m_configTab, &ConfigTab::retryRequested, this, &DetailsPane::askForDocuments);
    showAll();
}

DetailsPane::~DetailsPane() = default;

QWidget* DetailsPane::makeFoot()
{
    m_foot = new QWidget(this);
    m_pull = new QPushButton(icon("edit-copy"_L1), tr("Copy pull command"), m_foot);
    connect(m_pull, &QPushButton::clicked, this, [this] { copyToClipboard(pullCommand()); });
    auto* line = new Hairline(m_foot);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_pull);
    row->addStretch();
    auto* layout = new QVBoxLayout(m_foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(row);
    return m_foot;
}

void DetailsPane::setRegistryName(const QString& name)
{
    m_registryName = name;
}

RowIndex DetailsPane::content() const
{
    return m_choice < static_cast<int>(m_images.size()) ? m_images[static_cast<size_t>(m_choice)] : kNoRow;
}

Digest DetailsPane::digestOf(RowIndex version) const
{
    return version == kNoRow ? Digest() : m_inventory->snapshot->digestOf(version);
}

std::optional<Digest> DetailsPane::configOf(RowIndex version) const
{
    if (version == kNoRow)
        return std::nullopt;
    const auto* manifest = m_inventory->snapshot->manifestOf(m_inventory->snapshot->versions[version]);
    if (!manifest || manifest->config == kNoRow)
        return std::nullopt;
    return m_inventory->snapshot->blobs[manifest->config].digest;
}

std::optional<ImageConfig> DetailsPane::config() const
{
    if (const auto known = m_inventory ? knownConfig(*m_inventory->snapshot, content()) : std::nullopt)
        return known;
    const auto digest = configOf(content());
    if (!digest || !m_configs.contains(*digest))
        return std::nullopt;
    return m_configs.value(*digest);
}

void DetailsPane::showItem(InventoryPtr inventory, const InventoryItem& item)
{
    const Digest before = digestOf(m_item.isNull() ? kNoRow : m_item.shownVersion());
    m_inventory = std::move(inventory);
    m_item = item;
    const RowIndex version = item.isNull() ? kNoRow : item.shownVersion();
    if (digestOf(version) != before || before.isNull()) {
        m_choice = 0;
        m_manifest.reset();
        m_wanted.clear();
        m_isAsking.start();
    }
    m_images = m_inventory ? contentVersions(*m_inventory, version) : std::vector<RowIndex>();
    showAll();
}

void DetailsPane::showAll()
{
    const Summary summary = summaryOf(m_item, config());
    m_head->showSummary(summary);
    m_head->setVisible(!m_item.isNull());
    m_foot->setVisible(!summary.digest.isNull());
    m_pull->setToolTip(pullCommand());
    if (m_item.isNull()) {
        m_pages->setCurrentWidget(m_nothing);
        return;
    }
    switch (tab()) {
    case DetailsTab::Summary:
        m_summaryTab->showSummary(summary);
        m_pages->setCurrentWidget(m_summaryTab);
        break;
    case DetailsTab::Layers:
        showLayers();
        m_pages->setCurrentWidget(m_layersTab);
        break;
    case DetailsTab::Manifest:
        showManifest();
        m_pages->setCurrentWidget(m_manifestTab);
        break;
    case DetailsTab::Config:
        showConfig();
        m_pages->setCurrentWidget(m_configTab);
        break;
    case DetailsTab::Referrers:
        showReferrers();
        m_pages->setCurrentWidget(m_referrersTab);
        break;
    }
}

QStringList DetailsPane::platforms() const
{
    QStringList platforms;
    for (const RowIndex row : m_images)
        platforms.append(m_inventory->platformsOf(row).value(0, digestOf(row).shortForm()));
    return platforms;
}

void DetailsPane::showLayers()
{
    const RowIndex image = content();
    const auto* manifest =
        image == kNoRow ? nullptr : m_inventory->snapshot->manifestOf(m_inventory->snapshot->versions[image]);
    m_layersTab->setChoices(platforms(), m_choice);
    if (m_item.shownVersion() == kNoRow)
        m_layersTab->showNothing(tr("No layers here"), tr("Select an image or a version to see its layers."));
    else if (!manifest || manifest->state != ManifestState::Read)
        m_layersTab->showNothing(tr("No layers known"),
                                 tr("The manifest could not be read, so its layers are not known."));
    else
        m_layersTab->showLayers(layerRows(*m_inventory, *manifest, config()), historyRemark(manifest->layerTotal));
}

/// Why it is not told what made each layer, if it is not.
QString DetailsPane::historyRemark(size_t layers) const
{
    switch (layerHistory(config(), layers)) {
    case LayerHistory::Known:
        return {};
    case LayerHistory::Unread:
        return isWaiting() ? QString() : tr("The config could not be read, so what made them is not known.");
    case LayerHistory::Absent:
        return tr("The config has no history, so what made them is not known.");
    case LayerHistory::OtherLength:
        return tr("The config's history tells of another number of layers, so it is not used.");
    }
    return {};
}

void DetailsPane::showManifest()
{
    const RowIndex version = m_item.shownVersion();
    if (version == kNoRow) {
        m_manifestTab->showNothing(tr("No manifest here"), tr("Select an image or a version to see its manifest."));
        return;
    }
    if (!m_manifest) {
        m_manifestTab->showWaiting();
        return;
    }
    if (!m_manifest->has_value()) {
        m_manifestTab->showError(m_manifest->error());
        return;
    }
    const auto& row = m_inventory->snapshot->versions[version];
    const auto* manifest = m_inventory->snapshot->manifestOf(row);
    QString description = kindWord(m_inventory->snapshot->kindOf(row));
    if (manifest && manifest->childTotal > 0)
        description += u", "_s + tr("%n entries", nullptr, manifest->childTotal);
    else if (manifest && manifest->layerTotal > 0)
        description += u", "_s + tr("%n layer(s)", nullptr, manifest->layerTotal);
    m_manifestTab->showDocument(m_inventory->snapshot->digestOf(row), **m_manifest, description, m_manifestReadAt);
}

void DetailsPane::showConfig()
{
    m_configTab->setChoices(platforms(), m_choice);
    const auto digest = configOf(content());
    if (m_item.shownVersion() == kNoRow)
        m_configTab->showNothing(tr("No config here"), tr("Select an image or a version to see its config."));
    else if (content() == kNoRow)
        m_configTab->showNothing(tr("No config"), tr("This index lists no image that could have one."));
    else if (!digest)
        m_configTab->showNothing(tr("No config known"), tr("The manifest names none, or could not be read."));
    else if (m_configDigest != *digest)
        m_configTab->showWaiting();
    else if (!m_config)
        m_configTab->showError(m_config.error());
    else
        m_configTab->showDocument(sectionsOf(*digest, *m_config), *m_config);
}

/// Empty for what is no image's config: a chart's, a signature's, or one that cannot be read as such.
std::vector<ConfigSection> DetailsPane::sectionsOf(const Digest& digest, const QByteArray& bytes) const
{
    if (m_inventory->snapshot->kindOf(m_inventory->snapshot->versions[content()]) != ManifestKind::Image)
        return {};
    const auto config = parseImageConfig(digest, bytes);
    const auto settings = parseRunSettings(digest, bytes);
    return config && settings ? configSections(*config, *settings) : std::vector<ConfigSection>();
}

void DetailsPane::showReferrers()
{
    if (m_item.shownVersion() == kNoRow) {
        m_referrersTab->showNothing(tr("No referrers here"),
                                    tr("Select an image or a version to see what refers to it."));
        return;
    }
    auto nodes = referrerNodes(*m_inventory, m_item.shownVersion());
    if (hasReferrers(nodes))
        m_referrersTab->showNodes(std::move(nodes));
    else
        m_referrersTab->showNothing(tr("No referrers"),
                                    tr("No signature, SBOM or attestation of this version was found."));
}

void DetailsPane::askForDocuments()
{
    const RowIndex version = m_item.isNull() ? kNoRow : m_item.shownVersion();
    m_wanted.clear();
    if (version == kNoRow) {
        Q_EMIT settled();
        return;
    }
    auto missingConfig = configOf(content());
    if (missingConfig == m_configDigest && m_config)
        missingConfig.reset();
    ask(version, version == content() ? missingConfig : std::nullopt);
    if (version != content() && missingConfig)
        ask(content(), missingConfig);
}

void DetailsPane::ask(RowIndex version, const std::optional<Digest>& config)
{
    m_wanted.append(digestOf(version));
    Q_EMIT documentsWanted(m_item.package()->name, digestOf(version), config);
}

void DetailsPane::chooseImage(int index)
{
    m_choice = index;
    m_isAsking.start();
    showAll();
}

void DetailsPane::showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                                const std::optional<Result<QByteArray>>& configBytes)
{
    if (!m_wanted.removeOne(manifest))
        return;
    if (manifest == digestOf(m_item.shownVersion())) {
        m_manifest = manifestBytes;
        m_manifestReadAt = m_clock.now();
    }
    if (configBytes)
        takeConfig(manifest, *configBytes);
    showAll();
    if (!isWaiting())
        Q_EMIT settled();
}

void DetailsPane::takeConfig(const Digest& manifest, const Result<QByteArray>& bytes)
{
    const RowIndex row = digestOf(content()) == manifest ? content() : m_item.shownVersion();
    const auto digest = configOf(row);
    if (!digest)
        return;
    m_configDigest = *digest;
    m_config = bytes;
    if (!bytes)
        return;
    if (const auto config = parseImageConfig(*digest, *bytes))
        m_configs.insert(*digest, *config);
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
    return m_item.isNull() || m_item.shownVersion() == kNoRow ? QString() : digestOf(m_item.shownVersion()).toString();
}

QString DetailsPane::pullCommand() const
{
    if (digestText().isEmpty())
        return {};
    const QString name = m_registryName + u'/' + m_item.package()->name.value;
    const QStringList tags = peopleTags(*m_inventory->snapshot, m_item.shownVersion());
    const QString reference =
        tags.isEmpty() ? u'@' + digestText() : u':' + versionName(*m_inventory->snapshot, m_item.shownVersion());
    return u"docker pull "_s + name + reference;
}

} // namespace slipway
