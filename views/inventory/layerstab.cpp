#include "views/inventory/layerstab.h"

#include "core/format.h"
#include "models/blobimages.h"
#include "views/inventory/detailssubject.h"
#include "views/inventory/inventorydelegate.h"
#include "views/inventory/layersdelegate.h"
#include "views/inventory/platformchoice.h"
#include "views/theme/cellinset.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/copying.h"
#include "views/widgets/statepage.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QTableView>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// A longer menu is no list to choose from any more; the names can be copied.
constexpr qsizetype kMostListed = 40;

constexpr int column(LayerColumn value)
{
    return static_cast<int>(value);
}

void fitToText(QTableView& table)
{
    table.verticalHeader()->setMinimumSectionSize(1); // its own follows a font that it has later
    table.verticalHeader()->setDefaultSectionSize(withText(kRowHeight) + 2);
    auto* header = table.horizontalHeader();
    const int number = QFontMetrics(fontFor(TextRole::Number)).horizontalAdvance(u"00"_s);
    const int usedBy =
        QFontMetrics(fontFor(TextRole::Caption))
            .horizontalAdvance(table.model()->headerData(column(LayerColumn::UsedBy), Qt::Horizontal).toString());
    header->resizeSection(column(LayerColumn::Number), number + kEdgePadding + kCellPadding);
    header->resizeSection(column(LayerColumn::Digest), withText(70));
    header->resizeSection(column(LayerColumn::Size), withText(68));
    header->resizeSection(column(LayerColumn::UsedBy), usedBy + kEdgePadding + kCellPadding);
}

void setUp(QTableView& table)
{
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setMouseTracking(true);
    table.setTabKeyNavigation(false);
    table.setWordWrap(false);
    table.setItemDelegate(new LayersDelegate(&table));
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.verticalHeader()->hide();
    auto* header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(column(LayerColumn::Content), QHeaderView::Stretch);
    header->setMinimumSectionSize(24);
    followText(table, [&table] { fitToText(table); });
}

} // namespace

LayersTab::LayersTab(QWidget* parent)
    : QWidget(parent)
    , m_model(new LayersModel(this))
    , m_table(new QTableView(this))
    , m_content(new QWidget(this))
    , m_choice(new PlatformChoice(this))
    , m_note(new QLabel(this))
    , m_nothing(new StatePage(this))
    , m_stack(new QStackedLayout(this))
{
    setAccessibleName(tr("Layers"));
    m_table->setAccessibleName(tr("Layers"));
    m_table->setModel(m_model);
    setUp(*m_table);
    connect(m_choice, &PlatformChoice::choiceMade, this, &LayersTab::choiceMade);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setContentsMargins(12, 8, 12, 8);
    setTextRole(*m_note, TextRole::Caption);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* choiceRow = new QHBoxLayout;
    choiceRow->setContentsMargins(12, 8, 12, 8);
    choiceRow->addWidget(m_choice, 0, Qt::AlignLeft);
    layout->addLayout(choiceRow);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_nothing);
    setChoices({}, 0);
    connect(m_table, &QTableView::activated, this, &LayersTab::askForSharing);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == column(LayerColumn::UsedBy))
            askForSharing(index);
    });
}

void LayersTab::askForSharing(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT sharingWanted(m_model->layers()[static_cast<size_t>(index.row())].digest);
}

void LayersTab::showSubject(DetailsSubject& subject)
{
    setChoices(subject.platforms(), subject.choice());
    const RowIndex image = subject.image();
    const Snapshot* snapshot = subject.inventory() ? subject.inventory()->snapshot.get() : nullptr;
    const auto* manifest = image == kNoRow ? nullptr : snapshot->manifestOf(snapshot->versions[image]);
    if (subject.version() == kNoRow)
        showNothing(tr("No layers here"), tr("Select an image or a version to see its layers."));
    else if (!manifest || manifest->state != ManifestState::Read)
        showNothing(tr("No layers known"), tr("The manifest could not be read, so its layers are not known."));
    else
        showLayers(layerRows(*subject.inventory(), *manifest, subject.config()),
                   historyRemark(subject, manifest->layerTotal));
}

/// Why it is not told what made each layer, if it is not.
QString LayersTab::historyRemark(const DetailsSubject& subject, size_t layers)
{
    switch (layerHistory(subject.config(), layers)) {
    case LayerHistory::Known:
        return {};
    case LayerHistory::Unread:
        return subject.isWaiting() ? QString() : tr("The config could not be read, so what made them is not known.");
    case LayerHistory::Absent:
        return tr("The config has no history, so what made them is not known.");
    case LayerHistory::OtherLength:
        return tr("The config's history tells of another number of layers, so it is not used.");
    }
    return {};
}

void LayersTab::setChoices(const QStringList& platforms, int current)
{
    const int margin = platforms.size() > 1 ? 8 : 0;
    m_choice->parentWidget()->layout()->itemAt(0)->layout()->setContentsMargins(12, margin, 12, margin);
    m_choice->setChoices(platforms, current);
}

void LayersTab::showLayers(std::vector<LayerRow> layers, const QString& remark)
{
    Bytes alone = 0;
    for (const auto& layer : layers)
        alone += layer.usedBy == 1 ? layer.size : 0;
    const QString sum = tr("Layers no other image uses make up %1.").arg(formatBytes(alone));
    m_note->setText(remark.isEmpty() ? sum : sum + u' ' + remark);
    m_model->setLayers(std::move(layers));
    m_stack->setCurrentWidget(m_content);
    // The note may take more lines than before.
    m_content->layout()->activate();
}

void LayersTab::showSharing(const std::vector<PackageName>& images)
{
    const QModelIndex cell = m_table->currentIndex().siblingAtColumn(column(LayerColumn::UsedBy));
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString title = LayersModel::tr("%n image(s) have this layer", nullptr, static_cast<int>(images.size()));
    menu->setAccessibleName(title);
    menu->addAction(title)->setEnabled(false);
    menu->addSeparator();
    QStringList names;
    for (const auto& image : images) {
        names.append(image.value);
        if (names.size() > kMostListed)
            continue;
        connect(menu->addAction(image.value), &QAction::triggered, this, [this, image] { Q_EMIT imageChosen(image); });
    }
    if (names.size() > kMostListed)
        menu->addAction(tr("and %1 more").arg(names.size() - kMostListed))->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(icon("edit-copy"_L1), tr("Copy names")), &QAction::triggered, this,
            [this, names] { copyAndTell(*this, names, Copied::Name); });
    menu->popup(m_table->viewport()->mapToGlobal(m_table->visualRect(cell).bottomLeft()));
    menu->setActiveAction(menu->actions().value(2));
}

QString LayersTab::note() const
{
    return m_note->text();
}

void LayersTab::showNothing(const QString& title, const QString& sentence)
{
    m_model->setLayers({});
    m_nothing->showEmpty(icon("package"_L1, IconColor::Muted), title, sentence);
    m_stack->setCurrentWidget(m_nothing);
}

} // namespace slipway
