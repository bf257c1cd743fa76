#include "models/driftmatrixmodel.h"

#include "drift/chosentags.h"
#include "drift/drifttext.h"
#include "models/driftwords.h"
#include "models/inventoryitem.h"
#include "models/tiptext.h"

#include <QLocale>

namespace slipway
{

using namespace Qt::StringLiterals;

DriftMatrixModel::DriftMatrixModel(QObject* parent)
    : KeyedTableModel(parent)
    , m_checks(shownChecks({}))
{
}

void DriftMatrixModel::setLook(const DriftLookPtr& look)
{
    auto checks = shownChecks(look ? look->matrix : DriftMatrix());
    if (checks != m_checks) {
        takeOver({});
        beginResetModel();
        m_checks = std::move(checks);
        endResetModel();
    }
    // Rows ask for sentences of what is shown: the old rows go with the old look.
    if (!look)
        takeOver({});
    m_look = look;
    if (look)
        takeOver(look->matrix.groups);
}

std::optional<DriftCheck> DriftMatrixModel::checkAt(int column) const
{
    const int at = column - kDriftMatrixColumns;
    return at >= 0 && at < static_cast<int>(m_checks.size()) ? std::optional(m_checks[static_cast<size_t>(at)])
                                                             : std::nullopt;
}

std::pair<QString, QString> DriftMatrixModel::placeOf(const DriftFinding& finding) const
{
    const RowIndex row = packageNamed(m_look->ground->snapshot().packages, finding.image);
    if (row == kNoRow)
        return {finding.family, finding.hub};
    const auto& known = m_look->ground->classes[row];
    return {known.family, known.hub};
}

QModelIndex DriftMatrixModel::indexOf(const DriftFinding& finding) const
{
    const auto check = std::ranges::find(m_checks, finding.check);
    const int row = m_look ? rowOf(placeOf(finding)) : -1;
    if (row < 0 || check == m_checks.end())
        return {};
    return index(row, kDriftMatrixColumns + static_cast<int>(check - m_checks.begin()));
}

const FindingLife* DriftMatrixModel::findingAt(const QModelIndex& index) const
{
    const auto check = checkAt(index.column());
    if (!m_look || !index.isValid() || !check)
        return nullptr;
    const auto key = keyOf(rows()[static_cast<size_t>(index.row())]);
    const auto found = std::ranges::find_if(m_look->lives, [&](const FindingLife& life) {
        return life.finding.check == *check && placeOf(life.finding) == key;
    });
    return found == m_look->lives.end() ? nullptr : &*found;
}

int DriftMatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kDriftMatrixColumns + static_cast<int>(m_checks.size());
}

QString DriftMatrixModel::text(const DriftGroup& group, int column) const
{
    if (const auto check = checkAt(column))
        return driftCellText(group.cell(*check));
    switch (static_cast<DriftMatrixColumn>(column)) {
    case DriftMatrixColumn::Family:
        return groupName(group.family);
    case DriftMatrixColumn::Hub:
        return groupName(group.hub);
    case DriftMatrixColumn::Images:
        return QLocale().toString(group.images);
    }
    return {};
}

/// What was found, a line each: also what a narrow column cuts.
QString DriftMatrixModel::tip(const DriftGroup& group, int column) const
{
    const auto check = checkAt(column);
    if (!check)
        return text(group, column);
    QStringList lines{u"%1: %2"_s.arg(driftCheckWord(*check), driftCellText(group.cell(*check)))};
    constexpr qsizetype kMost = 6;
    for (const auto& life : m_look->lives) {
        if (life.finding.check != *check || placeOf(life.finding) != keyOf(group) || lines.size() > kMost)
            continue;
        lines.append(findingImage(life.finding) + u": "_s + driftSentence(life.finding));
    }
    return lines.join(u'\n');
}

QVariant DriftMatrixModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto at = static_cast<size_t>(index.row());
    const DriftGroup& group = rows()[at];
    const auto check = checkAt(index.column());
    const bool isNumber = index.column() == static_cast<int>(DriftMatrixColumn::Images);
    switch (role) {
    case Qt::DisplayRole:
        return text(group, index.column());
    case Qt::ToolTipRole:
        return tip(group, index.column());
    case Qt::AccessibleTextRole:
        return check ? u"%1, %2: %3 %4"_s.arg(groupName(group.hub), groupName(group.family), driftCheckWord(*check),
                                              driftCellText(group.cell(*check)))
                     : text(group, index.column());
    case Qt::TextAlignmentRole:
        return (isNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter).toInt();
    case kStandingRole:
        return check ? QVariant(static_cast<int>(group.cell(*check).standing())) : QVariant();
    case kFirstRole:
        return at == 0 || rows()[at - 1].family != group.family;
    default:
        return {};
    }
}

QVariant DriftMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto check = checkAt(section);
    if (role == Qt::ToolTipRole)
        return check ? titleTip(driftCheckWord(*check), driftCheckTip(*check)) : QVariant();
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == static_cast<int>(DriftMatrixColumn::Images);
        return (isNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter).toInt();
    }
    if (role != Qt::DisplayRole)
        return {};
    if (check)
        return driftCheckWord(*check);
    switch (static_cast<DriftMatrixColumn>(section)) {
    case DriftMatrixColumn::Family:
        return tr("Family");
    case DriftMatrixColumn::Hub:
        return tr("Hub");
    case DriftMatrixColumn::Images:
        return tr("Images");
    }
    return {};
}

} // namespace slipway
