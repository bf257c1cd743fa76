#pragma once

#include "models/palettesearch.h"

#include <QAbstractListModel>

namespace slipway
{

/// The rows of the command palette: each section's heading, then what was found.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setSections(std::vector<PaletteSection> sections);
    /// Null for a heading.
    [[nodiscard]] const PaletteHit* hitAt(const QModelIndex& index) const;
    /// The first row at or after `row`, in steps of `step`, that is no heading; -1 if there is none.
    [[nodiscard]] int nextHit(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        PaletteSectionKind section;
        std::optional<PaletteHit> hit;
    };

    std::vector<Row> m_rows;
};

/// The heading of a section.
[[nodiscard]] QString paletteSectionText(PaletteSectionKind kind);

} // namespace slipway
