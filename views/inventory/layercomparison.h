#pragma once

#include "core/error.h"
#include "models/inventoryitem.h"
#include "models/ladderpairs.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace slipway
{

class CompareDialog;

/// Puts the layers of two versions side by side, in a window that stays while one works on. What made them is asked
/// for, and shown when it comes.
class LayerComparison final : public QObject
{
    Q_OBJECT
public:
    /// The action is put on `place`, which outlives it.
    explicit LayerComparison(QWidget& place);

    /// What is selected: the action is there for two rows that have layers.
    void setItems(const std::vector<InventoryItem>& items, const InventoryPtr& inventory);
    void showDocuments(const Digest& manifest, const std::optional<Result<QByteArray>>& configBytes);
    [[nodiscard]] QAction& action() { return *m_action; }
    /// The window, while it is open.
    [[nodiscard]] CompareDialog* dialog() const;

Q_SIGNALS:
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);

private:
    /// What one comparison is of. `inventory` is what the rows point into.
    struct Subject {
        InventoryPtr inventory;
        RowIndex left = kNoRow;
        RowIndex right = kNoRow;
        std::vector<LadderPair> pairs;
    };
    void open();
    void choose(int index);
    void show();
    void ask(RowIndex image);
    [[nodiscard]] std::optional<ImageConfig> configFor(RowIndex image) const;
    [[nodiscard]] QString remark(const LadderPair& pair) const;

    QWidget& m_place;
    QAction* m_action;
    Subject m_selected;
    Subject m_shown;
    size_t m_pair = 0;
    QHash<Digest, Digest> m_wanted; ///< config by the manifest it was asked for with
    QHash<Digest, ImageConfig> m_configs;
    QPointer<CompareDialog> m_dialog;
};

} // namespace slipway
