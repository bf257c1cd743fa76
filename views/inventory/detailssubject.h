#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "domain/imageconfig.h"
#include "models/inventoryitem.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace slipway
{

/// What the details tell of: a row of the inventory, which of its images layers and config are of, and the documents
/// behind it. Documents it needs beyond the inventory are asked for when a row has been selected for a moment.
class DetailsSubject final : public QObject
{
    Q_OBJECT
public:
    explicit DetailsSubject(QObject* parent = nullptr);
    ~DetailsSubject() override;

    void setClock(const Clock& clock) { m_clock = clock; }
    /// `inventory` is what the item points into.
    void setItem(InventoryPtr inventory, const InventoryItem& item);
    /// Another of the images of an index.
    void chooseImage(int index);
    /// Documents that came; those nobody waits for any more are left alone.
    void takeDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                       const std::optional<Result<QByteArray>>& configBytes);
    /// Documents are asked for while somebody can see them.
    void setInSight(bool isInSight);
    /// True while documents were asked for and have not come.
    [[nodiscard]] bool isWaiting() const { return m_isAsking.isActive() || !m_wanted.isEmpty(); }

    [[nodiscard]] const InventoryPtr& inventory() const { return m_inventory; }
    [[nodiscard]] const InventoryItem& item() const { return m_item; }
    /// The version the row speaks of; kNoRow for groups, and while nothing is selected.
    [[nodiscard]] RowIndex version() const { return m_item.isNull() ? kNoRow : m_item.shownVersion(); }
    [[nodiscard]] Digest digest() const { return digestOf(version()); }
    /// Its manifest: nullopt while it was not read.
    [[nodiscard]] const std::optional<Result<QByteArray>>& manifest() const { return m_manifest; }
    [[nodiscard]] QDateTime manifestReadAt() const { return m_manifestReadAt; }

    /// The images there are to choose from, by platform, and the one that is chosen.
    [[nodiscard]] QStringList platforms() const;
    [[nodiscard]] int choice() const { return m_choice; }
    /// The image that layers and config are of; kNoRow if there is none.
    [[nodiscard]] RowIndex image() const;
    [[nodiscard]] std::optional<Digest> configDigest() const { return configOf(image()); }
    /// Its config as it came; nullopt while it was not read.
    [[nodiscard]] std::optional<Result<QByteArray>> configDocument() const;
    /// Its config as far as it is known, from the inventory or read since.
    [[nodiscard]] std::optional<ImageConfig> config() const;

public Q_SLOTS:
    void askForDocuments();

Q_SIGNALS:
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);
    /// Documents came, or another image was chosen.
    void changed();
    /// Nothing is waited for any more.
    void settled();

private:
    void askSoon();
    void ask(RowIndex version, const std::optional<Digest>& config);
    void takeConfig(const Digest& manifest, const Result<QByteArray>& bytes);
    [[nodiscard]] Digest digestOf(RowIndex version) const;
    [[nodiscard]] std::optional<Digest> configOf(RowIndex version) const;

    Clock m_clock;
    InventoryPtr m_inventory;
    InventoryItem m_item;
    QList<Digest> m_wanted;
    QTimer m_isAsking;
    bool m_isInSight = false;
    bool m_isDue = false; ///< to be asked for once it is in sight
    std::vector<RowIndex> m_images;
    int m_choice = 0;
    QHash<Digest, ImageConfig> m_configs; ///< read since the start, by config digest
    std::optional<Result<QByteArray>> m_manifest;
    Digest m_configDigest; ///< of m_config; null while none was read
    Result<QByteArray> m_config;
    QDateTime m_manifestReadAt;
};

} // namespace slipway
