#include "views/inventory/layercomparison.h"

#include "models/layersmodel.h"
#include "models/summary.h"
#include "views/ladder/comparedialog.h"
#include "views/ladder/ladderview.h"

#include <QAction>

namespace slipway
{

using namespace Qt::StringLiterals;

LayerComparison::LayerComparison(QWidget& place)
    : QObject(&place)
    , m_place(place)
    , m_action(new QAction(tr("Compare layers…"), this))
{
    m_action->setObjectName(u"inventory.compareLayers"_s);
    m_action->setProperty("iconName", u"vcs-diff"_s);
    m_action->setToolTip(tr("Select two images or versions to see which layers they share"));
    m_action->setEnabled(false);
    connect(m_action, &QAction::triggered, this, &LayerComparison::open);
    place.addAction(m_action);
}

CompareDialog* LayerComparison::dialog() const
{
    return m_dialog;
}

void LayerComparison::setItems(const std::vector<InventoryItem>& items, const InventoryPtr& inventory)
{
    // What is asked for is asked of the owner in sight.
    const bool isOthers =
        m_shown.inventory
        && (!inventory || inventory->snapshot->owner.login != m_shown.inventory->snapshot->owner.login);
    if (m_dialog && isOthers)
        m_dialog->close();
    m_selected = {};
    if (inventory && items.size() == 2) {
        m_selected.inventory = inventory;
        m_selected.left = items[0].shownVersion();
        m_selected.right = items[1].shownVersion();
        if (m_selected.left != kNoRow && m_selected.right != kNoRow)
            m_selected.pairs = ladderPairs(*inventory, m_selected.left, m_selected.right);
    }
    m_action->setEnabled(!m_selected.pairs.empty());
}

void LayerComparison::open()
{
    if (m_selected.pairs.empty())
        return;
    m_shown = m_selected;
    if (!m_dialog) {
        m_dialog = new CompareDialog(m_place.window());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &CompareDialog::choiceMade, this, &LayerComparison::choose);
        connect(m_dialog, &QDialog::finished, this, [this] {
            m_shown = {};
            m_wanted.clear();
        });
    }
    QStringList platforms;
    for (const auto& pair : m_shown.pairs)
        platforms.append(pair.platform);
    m_dialog->setChoices(platforms, 0);
    choose(0);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    m_dialog->panel().setFocus();
}

void LayerComparison::choose(int index)
{
    m_pair = static_cast<size_t>(index);
    m_wanted.clear();
    for (const RowIndex image : {m_shown.pairs[m_pair].left, m_shown.pairs[m_pair].right})
        ask(image);
    show();
}

void LayerComparison::ask(RowIndex image)
{
    const Snapshot& snapshot = *m_shown.inventory->snapshot;
    const auto config = configOf(snapshot, image);
    if (!config || configFor(image))
        return;
    m_wanted.insert(snapshot.digestOf(image), *config);
    Q_EMIT documentsWanted(snapshot.packages[snapshot.versions[image].package].name, snapshot.digestOf(image), config);
}

void LayerComparison::showDocuments(const Digest& manifest, const std::optional<Result<QByteArray>>& configBytes)
{
    if (!m_wanted.contains(manifest) || !configBytes)
        return;
    const Digest digest = m_wanted.take(manifest);
    if (*configBytes) {
        if (const auto config = parseImageConfig(digest, **configBytes))
            m_configs.insert(digest, *config);
    }
    if (m_dialog)
        show();
}

std::optional<ImageConfig> LayerComparison::configFor(RowIndex image) const
{
    const Snapshot& snapshot = *m_shown.inventory->snapshot;
    if (auto known = knownConfig(snapshot, image))
        return known;
    const auto digest = configOf(snapshot, image);
    const auto found = digest ? m_configs.constFind(*digest) : m_configs.cend();
    return found == m_configs.cend() ? std::nullopt : std::optional(*found);
}

void LayerComparison::show()
{
    const LadderPair& pair = m_shown.pairs[m_pair];
    const auto side = [this](RowIndex version, RowIndex image) {
        return ladderSide(*m_shown.inventory, version, image, configFor(image));
    };
    m_dialog->panel().showSides(side(m_shown.left, pair.left), side(m_shown.right, pair.right), 0, remark(pair));
}

/// Why it is not told what made the layers, if it is not.
QString LayerComparison::remark(const LadderPair& pair) const
{
    if (!m_wanted.isEmpty())
        return {};
    const Snapshot& snapshot = *m_shown.inventory->snapshot;
    for (const RowIndex image : {pair.left, pair.right}) {
        const auto* manifest = snapshot.manifestOf(snapshot.versions[image]);
        if (manifest && layerHistory(configFor(image), manifest->layerTotal) != LayerHistory::Known)
            return tr("What made the layers is not known of both: a config has no history that fits, or could not be "
                      "read.");
    }
    return {};
}

} // namespace slipway
