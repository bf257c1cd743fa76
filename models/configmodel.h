#pragma once

#include "models/configsections.h"

#include <QAbstractItemModel>

namespace slipway
{

/// A config's sections and, below each, its lines: name and value.
class ConfigModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        // Apart from InventoryRole: rows that answer that are painted like these.
        kCopyRole = Qt::UserRole + 0x100, ///< what copying a row gives: "NAME=value"; empty for sections
        kWordsRole,                       ///< true where a value is words about it, not the value itself
        kNothingRole,                     ///< true where there is no value
    };

    explicit ConfigModel(QObject* parent = nullptr);

    void setSections(std::vector<ConfigSection> sections);
    [[nodiscard]] const std::vector<ConfigSection>& sections() const { return m_sections; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant fieldData(const ConfigField& field, int column, int role) const;

    std::vector<ConfigSection> m_sections;
};

} // namespace slipway
