#include "models/plantreemodel.h"

#include "core/format.h"
#include "domain/tagshape.h"
#include "models/cleanupwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct PlanTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

QStringList policyTags(const Snapshot& snapshot, RowIndex version)
{
    QStringList tags;
    for (const TagText tag : snapshot.tagsOf(snapshot.versions[version]))
        if (!parseReferrerTag(tag.utf8))
            tags.append(tag.toString());
    return tags;
}

VersionId idOf(const CleanupSheet& sheet, const CleanupRow& row)
{
    return sheet.snapshot().versions[row.version].id;
}

/// Whether both have the same versions at the same places.
bool hasSameShape(const CleanupSheet& a, const CleanupSheet& b)
{
    return std::ranges::equal(a.groups, b.groups, [&](const CleanupGroup& left, const CleanupGroup& right) {
        return left.key == right.key
               && std::ranges::equal(
                   left.rows, right.rows, {}, [&](const CleanupRow& row) { return idOf(a, row); },
                   [&](const CleanupRow& row) { return idOf(b, row); });
    });
}

bool canBeTicked(const CleanupRow& row)
{
    return row.fate == CleanupFate::Goes || row.fate == CleanupFate::Excluded;
}

Qt::CheckState stateOf(const CleanupGroup& group)
{
    const auto excluded =
        static_cast<std::size_t>(std::ranges::count(group.rows, CleanupFate::Excluded, &CleanupRow::fate));
    if (group.goes == 0)
        return Qt::Unchecked;
    return excluded == 0 ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

PlanTreeModel::PlanTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void PlanTreeModel::setSheet(const CleanupSheetPtr& sheet)
{
    if (sheet && m_sheet && !sheet->groups.empty() && hasSameShape(*m_sheet, *sheet)) {
        m_sheet = sheet;
        const int last = rowCount() - 1;
        Q_EMIT dataChanged(index(0, 0), index(last, kPlanColumns - 1));
        for (int group = 0; group <= last; ++group) {
            const QModelIndex parent = index(group, 0);
            Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, kPlanColumns - 1, parent));
        }
        return;
    }
    beginResetModel();
    m_sheet = sheet;
    endResetModel();
}

const CleanupGroup* PlanTreeModel::groupAt(const QModelIndex& index) const
{
    if (!m_sheet || !index.isValid())
        return nullptr;
    const auto group = index.internalId() == 0 ? static_cast<std::size_t>(index.row())
                                               : static_cast<std::size_t>(index.internalId() - 1);
    return &m_sheet->groups[group];
}

const CleanupRow* PlanTreeModel::rowAt(const QModelIndex& index) const
{
    if (!m_sheet || !index.isValid() || index.internalId() == 0)
        return nullptr;
    return &groupAt(index)->rows[static_cast<std::size_t>(index.row())];
}

VersionId PlanTreeModel::idAt(const QModelIndex& index) const
{
    const auto* row = rowAt(index);
    return row ? idOf(*m_sheet, *row) : VersionId{};
}

QModelIndex PlanTreeModel::indexOf(VersionId id) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const auto& rows = m_sheet->groups[static_cast<std::size_t>(group)].rows;
        const auto found = std::ranges::find(rows, id, [this](const CleanupRow& row) { return idOf(*m_sheet, row); });
        if (found != rows.end())
            return index(static_cast<int>(found - rows.begin()), 0, index(group, 0));
    }
    return {};
}

QModelIndex PlanTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex PlanTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int PlanTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!m_sheet || parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return static_cast<int>(m_sheet->groups.size());
    return parent.internalId() == 0 ? static_cast<int>(groupAt(parent)->rows.size()) : 0;
}

int PlanTreeModel::columnCount(const QModelIndex&) const
{
    return kPlanColumns;
}

Qt::ItemFlags PlanTreeModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid() || index.column() != 0)
        return flags;
    const auto* row = rowAt(index);
    const bool isTickable = row ? canBeTicked(*row) : std::ranges::any_of(groupAt(index)->rows, canBeTicked);
    if (isTickable)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QString PlanTreeModel::textOf(const CleanupRow& row, PlanColumn column) const
{
    const Snapshot& snapshot = m_sheet->snapshot();
    switch (column) {
    case PlanColumn::What:
        return snapshot.packages[snapshot.versions[row.version].package].name.value;
    case PlanColumn::Tags: {
        const QStringList tags = policyTags(snapshot, row.version);
        return tags.isEmpty() ? PlanTexts::tr("untagged") : tags.join(u", "_s);
    }
    case PlanColumn::ShortDigest:
        return snapshot.digestOf(row.version).shortForm();
    case PlanColumn::Why:
        return row.why;
    case PlanColumn::Frees:
        return row.fate == CleanupFate::Goes ? formatBytes(row.bytes) : u"–"_s;
    case PlanColumn::Age:
        return cleanupAgeText(row.age);
    case PlanColumn::Held:
        return row.held;
    }
    return {};
}

QVariant PlanTreeModel::rowData(const CleanupRow& row, int column, int role) const
{
    const auto which = static_cast<PlanColumn>(column);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, which);
    case Qt::ToolTipRole:
        return which == PlanColumn::ShortDigest ? m_sheet->snapshot().digestOf(row.version).toString()
                                                : textOf(row, which);
    case Qt::CheckStateRole:
        if (column != 0 || !canBeTicked(row))
            return {};
        return row.fate == CleanupFate::Goes ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(which == PlanColumn::Frees || which == PlanColumn::Age ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    case kFateRole:
        return static_cast<int>(row.fate);
    default:
        return {};
    }
}

QVariant PlanTreeModel::groupData(const CleanupGroup& group, int column, int role) const
{
    const auto note = [&] {
        const auto stays = group.rows.size() - group.goes;
        const QString goes = PlanTexts::tr("%n version(s) to remove", nullptr, static_cast<int>(group.goes));
        return stays == 0 ? goes : goes + u", "_s + PlanTexts::tr("%n stay(s)", nullptr, static_cast<int>(stays));
    };
    if (role == Qt::TextAlignmentRole && column == static_cast<int>(PlanColumn::Frees))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DisplayRole && column == static_cast<int>(PlanColumn::Frees))
        return formatBytes(group.bytes);
    if (column != 0)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case Qt::AccessibleTextRole:
        return QStringList{group.title, note(), formatBytes(group.bytes)}.join(u", "_s);
    case Qt::ToolTipRole:
        return QStringList{group.title, note()}.join(u", "_s);
    case kNoteRole:
        return note();
    case Qt::CheckStateRole:
        return std::ranges::any_of(group.rows, canBeTicked) ? QVariant(stateOf(group)) : QVariant();
    default:
        return {};
    }
}

QVariant PlanTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_sheet)
        return {};
    const auto* row = rowAt(index);
    if (role == kGroupRole)
        return row == nullptr;
    return row ? rowData(*row, index.column(), role) : groupData(*groupAt(index), index.column(), role);
}

bool PlanTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    // Of a group of which some are out, all come back.
    const bool isExcluded = value.value<Qt::CheckState>() == Qt::Unchecked;
    QList<VersionId> versions;
    if (rowAt(index)) {
        versions.append(idAt(index));
    } else {
        for (const auto& row : groupAt(index)->rows)
            if (row.fate == (isExcluded ? CleanupFate::Goes : CleanupFate::Excluded))
                versions.append(idOf(*m_sheet, row));
    }
    Q_EMIT exclusionWanted(versions, isExcluded);
    return true;
}

QVariant PlanTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<PlanColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(column == PlanColumn::Frees || column == PlanColumn::Age ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case PlanColumn::What:
        return PlanTexts::tr("What");
    case PlanColumn::Tags:
        return PlanTexts::tr("Tag");
    case PlanColumn::ShortDigest:
        return PlanTexts::tr("Digest");
    case PlanColumn::Why:
        return PlanTexts::tr("Why");
    case PlanColumn::Frees:
        return PlanTexts::tr("Frees");
    case PlanColumn::Age:
        return PlanTexts::tr("Age");
    case PlanColumn::Held:
        return PlanTexts::tr("Protected by");
    }
    return {};
}

} // namespace slipway
