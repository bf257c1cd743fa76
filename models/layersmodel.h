#pragma once

#include "domain/imageconfig.h"
#include "inventory/inventory.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace slipway
{

/// One layer as the table shows it.
struct LayerRow final {
    int number = 0; ///< from 1, as the build made them
    Digest digest;
    Bytes size = 0;
    QString createdBy;        ///< the step that made it, shortened; empty if that is not known
    QString command;          ///< the same as the config's history has it
    std::uint32_t usedBy = 0; ///< images that have this layer

    friend bool operator==(const LayerRow&, const LayerRow&) = default;
};

/// Whether the config tells what made each layer.
enum class LayerHistory {
    Known,
    Unread,      ///< there is no config yet, or it could not be read
    Absent,      ///< the config has no history: the specification makes it optional
    OtherLength, ///< it tells of another number of layers than the manifest has
};
[[nodiscard]] LayerHistory layerHistory(const std::optional<ImageConfig>& config, size_t layers);

/// The steps that made so many layers, as the config's history has them; none if it does not tell.
[[nodiscard]] QStringList layerSteps(const std::optional<ImageConfig>& config, size_t layers);

/// The layers of an image manifest. Steps of the history without a layer are left out; if it tells another number of
/// layers than the manifest has, it is not used at all.
[[nodiscard]] std::vector<LayerRow> layerRows(const Inventory& inventory, const ManifestRow& manifest,
                                              const std::optional<ImageConfig>& config);

/// "RUN pip install -r …": a build step without the wrapping builders put around it.
[[nodiscard]] QString stepText(const QString& createdBy);

enum class LayerColumn { Number, Digest, Content, Size, UsedBy };

/// The layers of one image as a table.
class LayersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int kShareRole = Qt::UserRole + 100; ///< double, 0 to 1: the size as a part of the largest layer
    static constexpr int kUsedByRole = kShareRole + 1;    ///< how many images have the layer

    explicit LayersModel(QObject* parent = nullptr);

    void setLayers(std::vector<LayerRow> layers);
    [[nodiscard]] const std::vector<LayerRow>& layers() const { return m_layers; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<LayerRow> m_layers;
    Bytes m_largest = 0;
};

} // namespace slipway
