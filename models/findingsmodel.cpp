#include "models/findingsmodel.h"

#include "drift/drifttext.h"
#include "models/driftwords.h"
#include "models/timetext.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

DriftStanding standingOf(const FindingLife& life)
{
    switch (life.state) {
    case FindingState::Acknowledged:
        return DriftStanding::Known;
    case FindingState::Resolved:
        return DriftStanding::Pass;
    case FindingState::Open:
        break;
    }
    return life.finding.severity == DriftSeverity::Error ? DriftStanding::Fail : DriftStanding::Behind;
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : KeyedTableModel(parent)
{
}

void FindingsModel::setFindings(std::vector<FindingLife> findings)
{
    takeOver(std::move(findings));
}

void FindingsModel::setNow(const QDateTime& now)
{
    const bool isOtherDay = m_now.toLocalTime().date() != now.toLocalTime().date();
    m_now = now;
    const int since = static_cast<int>(FindingColumn::Since);
    if (isOtherDay && rowCount() > 0)
        Q_EMIT dataChanged(index(0, since), index(rowCount() - 1, since));
}

const FindingLife* FindingsModel::findingAt(int row) const
{
    return row >= 0 && row < rowCount() ? &rows()[static_cast<size_t>(row)] : nullptr;
}

int FindingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FindingLife& life = rows()[static_cast<size_t>(index.row())];
    const bool isWhat = index.column() == static_cast<int>(FindingColumn::What);
    const QString detail = driftCheckWord(life.finding.check) + u": "_s + driftSentence(life.finding);
    switch (role) {
    case Qt::DisplayRole:
        return isWhat                                                                ? findingImage(life.finding)
               : life.firstSeenAt.toLocalTime().date() == m_now.toLocalTime().date() ? clockText(life.firstSeenAt)
                                                                                     : dayText(life.firstSeenAt);
    case Qt::ToolTipRole:
        return isWhat ? findingImage(life.finding) + u'\n' + detail : findingLifeText(life, m_now);
    case Qt::AccessibleTextRole:
        return isWhat ? u"%1: %2. %3"_s.arg(findingWord(life), findingImage(life.finding), detail)
                      : findingLifeText(life, m_now);
    case kDetailRole:
        return detail;
    case kStandingRole:
        return static_cast<int>(standingOf(life));
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == static_cast<int>(FindingColumn::What) ? tr("Finding") : tr("First seen");
}

} // namespace slipway
