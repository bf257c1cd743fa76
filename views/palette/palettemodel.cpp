#include "views/palette/palettemodel.h"

namespace slipway
{

using namespace Qt::StringLiterals;

void PaletteModel::setSections(std::vector<PaletteSection> sections)
{
    beginResetModel();
    m_rows.clear();
    for (auto& section : sections) {
        m_rows.push_back({section.kind, std::nullopt});
        for (auto& hit : section.hits)
            m_rows.push_back({section.kind, std::move(hit)});
    }
    endResetModel();
}

const PaletteHit* PaletteModel::hitAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const auto& hit = m_rows[static_cast<size_t>(index.row())].hit;
    return hit ? &*hit : nullptr;
}

int PaletteModel::nextHit(int row, int step) const
{
    for (; row >= 0 && row < rowCount(); row += step)
        if (m_rows[static_cast<size_t>(row)].hit)
            return row;
    return -1;
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_rows[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return row.hit ? row.hit->entry.title : paletteSectionText(row.section);
    if (role == Qt::AccessibleTextRole && row.hit) {
        QStringList parts{row.hit->entry.title, row.hit->entry.detail, row.hit->entry.keys};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    return hitAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QString paletteSectionText(PaletteSectionKind kind)
{
    switch (kind) {
    case PaletteSectionKind::Suggested:
        return PaletteModel::tr("Suggested");
    case PaletteSectionKind::Recent:
        return PaletteModel::tr("Recent");
    case PaletteSectionKind::Commands:
        return PaletteModel::tr("Commands");
    case PaletteSectionKind::Pages:
        return PaletteModel::tr("Go to");
    case PaletteSectionKind::Organisations:
        return PaletteModel::tr("Organisations");
    case PaletteSectionKind::Files:
        return PaletteModel::tr("Files");
    case PaletteSectionKind::Images:
        return PaletteModel::tr("Images");
    case PaletteSectionKind::Versions:
        return PaletteModel::tr("Versions");
    }
    return {};
}

} // namespace slipway
