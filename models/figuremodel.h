#pragma once

#include "models/figuretable.h"

#include <QAbstractTableModel>

namespace slipway
{

/// A FigureTable as rows and roles.
class FigureModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int kKindRole = Qt::UserRole + 100; ///< FigureKind as int
    static constexpr int kBarRole = kKindRole + 1;       ///< FigureBar
    static constexpr int kColorRole = kKindRole + 2;     ///< int; invalid: none
    static constexpr int kTotalRole = kKindRole + 3;     ///< bool: a total, or a heading
    static constexpr int kFilterRole = kKindRole + 4;    ///< QString
    static constexpr int kShownRole = kKindRole + 5;     ///< bool; invalid: nobody can choose
    static constexpr int kLevelRole = kKindRole + 6;     ///< FigureLevel as int

    explicit FigureModel(QObject* parent = nullptr);

    /// A table of the same shape changes cells only, so that whoever is at a row stays there.
    void setTable(FigureTable table);
    [[nodiscard]] const FigureTable& table() const { return m_table; }

    /// What a cell says; of a bar what is said for it.
    [[nodiscard]] const QString& textAt(int row, int column) const
    {
        return m_table.rows[static_cast<size_t>(row)].cells[static_cast<size_t>(column)].text;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// The first cell of a row that can be hidden is checkable. The model asks for it and changes nothing itself.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void shownWanted(int row, bool isShown);

private:
    FigureTable m_table;
};

} // namespace slipway
