#include "models/layersmodel.h"

#include "core/format.h"
#include "models/roles.h"
#include "models/tiptext.h"

#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Digits of a layer's digest that tell it from the others of an image.
constexpr qsizetype kShownDigits = 8;

/// The steps that made a layer, as the history has them.
QStringList stepsWithLayer(const ImageConfig& config)
{
    QStringList steps;
    for (const auto& step : config.history)
        if (step.hasLayer)
            steps.append(step.createdBy);
    return steps;
}

QString cellText(const LayerRow& layer, LayerColumn column)
{
    switch (column) {
    case LayerColumn::Number:
        return QString::number(layer.number);
    case LayerColumn::Digest:
        return layer.digest.hex().first(kShownDigits);
    case LayerColumn::Content:
        return layer.createdBy.isEmpty() ? u"–"_s : layer.createdBy;
    case LayerColumn::Size:
        return formatBytes(layer.size);
    case LayerColumn::UsedBy:
        return QString::number(layer.usedBy);
    }
    return {};
}

QString cellTip(const LayerRow& layer, LayerColumn column)
{
    switch (column) {
    case LayerColumn::Digest:
        return layer.digest.toString();
    case LayerColumn::Content:
        return tipText(layer.command);
    case LayerColumn::UsedBy:
        return LayersModel::tr("%n image(s) have this layer", nullptr, static_cast<int>(layer.usedBy));
    case LayerColumn::Number:
    case LayerColumn::Size:
        return {};
    }
    return {};
}

Qt::Alignment alignmentOf(LayerColumn column)
{
    return Qt::AlignVCenter
           | (column == LayerColumn::Digest || column == LayerColumn::Content ? Qt::AlignLeft : Qt::AlignRight);
}

} // namespace

LayerHistory layerHistory(const std::optional<ImageConfig>& config, size_t layers)
{
    if (!config)
        return LayerHistory::Unread;
    if (config->history.empty())
        return LayerHistory::Absent;
    return stepsWithLayer(*config).size() == static_cast<qsizetype>(layers) ? LayerHistory::Known
                                                                            : LayerHistory::OtherLength;
}

QStringList layerSteps(const std::optional<ImageConfig>& config, size_t layers)
{
    return layerHistory(config, layers) == LayerHistory::Known ? stepsWithLayer(*config) : QStringList();
}

QString stepText(const QString& createdBy)
{
    static const QRegularExpression shell(uR"(^(?:/bin/sh -c )?#\(nop\)\s*)"_s);
    static const QRegularExpression run(uR"(^(?:RUN )?(?:\|\d+ .*?)?/bin/(?:ba)?sh -c )"_s);
    static const QRegularExpression buildkit(uR"(\s*# buildkit$)"_s);
    QString text = createdBy.simplified();
    text.remove(shell);
    text.replace(run, u"RUN "_s);
    text.remove(buildkit);
    return text;
}

std::vector<LayerRow> layerRows(const Inventory& inventory, const ManifestRow& manifest,
                                const std::optional<ImageConfig>& config)
{
    const Snapshot& snapshot = *inventory.snapshot;
    const auto layers = snapshot.layersOf(manifest);
    const QStringList steps = layerSteps(config, layers.size());
    std::vector<LayerRow> rows;
    for (size_t i = 0; i < layers.size(); ++i) {
        const auto& blob = snapshot.blobs[layers[i]];
        const QString step = steps.value(static_cast<qsizetype>(i));
        rows.push_back(
            {static_cast<int>(i) + 1, blob.digest, blob.size, stepText(step), step, inventory.packagesWith(layers[i])});
    }
    return rows;
}

LayersModel::LayersModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LayersModel::setLayers(std::vector<LayerRow> layers)
{
    if (layers == m_layers)
        return;
    beginResetModel();
    m_layers = std::move(layers);
    m_largest = 0;
    for (const auto& layer : m_layers)
        m_largest = std::max(m_largest, layer.size);
    endResetModel();
}

int LayersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_layers.size());
}

int LayersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 5;
}

QVariant LayersModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LayerRow& layer = m_layers[static_cast<size_t>(index.row())];
    const auto column = static_cast<LayerColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(layer, column);
    case Qt::ToolTipRole:
        return cellTip(layer, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column).toInt();
    case Qt::AccessibleTextRole:
        return column == LayerColumn::Digest || column == LayerColumn::UsedBy ? cellTip(layer, column)
                                                                              : cellText(layer, column);
    case DigestRole:
        return layer.digest.toString();
    case kUsedByRole:
        return layer.usedBy;
    case kShareRole:
        return m_largest > 0 ? static_cast<double>(layer.size) / static_cast<double>(m_largest) : 0.0;
    default:
        return {};
    }
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<LayerColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column).toInt();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case LayerColumn::Number:
        return tr("#");
    case LayerColumn::Digest:
        return tr("Layer");
    case LayerColumn::Content:
        return tr("Content");
    case LayerColumn::Size:
        return tr("Size");
    case LayerColumn::UsedBy:
        return tr("Used by");
    }
    return {};
}

} // namespace slipway
