#include "models/runstreemodel.h"

#include "core/errortext.h"
#include "core/format.h"
#include "models/timetext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct RunsTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

bool hasSameShape(const std::vector<CleanupRun>& a, const std::vector<CleanupRun>& b)
{
    return std::ranges::equal(a, b, [](const CleanupRun& left, const CleanupRun& right) {
        return left.journal == right.journal
               && std::ranges::equal(left.versions, right.versions, {}, &RunVersion::id, &RunVersion::id);
    });
}

/// Whether the run has deleted it, as far as is known, and it is not back.
bool isAway(RunFate fate)
{
    return fate == RunFate::Restorable || fate == RunFate::TooLate || fate == RunFate::NoManifest;
}

QVariant runVersionData(const RunVersion& version, RunsColumn column, int role)
{
    if (role == RunsTreeModel::kFateRole)
        return static_cast<int>(version.fate);
    if (role == Qt::ToolTipRole && column == RunsColumn::ShortDigest)
        return version.digest.toString();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case RunsColumn::What:
        return version.package.value;
    case RunsColumn::Tags:
        return version.tags.isEmpty() ? RunsTexts::tr("untagged") : version.tags.join(u", "_s);
    case RunsColumn::ShortDigest:
        return version.digest.shortForm();
    case RunsColumn::Freed:
        return isAway(version.fate) ? formatBytes(version.freed) : u"–"_s;
    case RunsColumn::Fate:
        return runFateText(version);
    }
    return {};
}

} // namespace

QString runTitle(const CleanupRun& run)
{
    QStringList words{run.begunAt.isValid() ? momentText(run.begunAt) : QFileInfo(run.journal).fileName()};
    if (run.damage) {
        words.append(RunsTexts::tr("its journal cannot be read: %1", "an error").arg(errorLine(*run.damage)));
        return words.join(u": "_s);
    }
    const auto away = std::ranges::count_if(run.versions, isAway, &RunVersion::fate);
    const auto announced = std::ranges::count_if(
        run.versions, [](const RunVersion& version) { return isAway(version.fate) && version.isOnlyAnnounced; });
    const QString freed = formatBytes(run.freed.bytes);
    QStringList what;
    if (run.isUntagging)
        what.append(RunsTexts::tr("a tag was taken away"));
    else if (away > announced || announced == 0)
        what.append(RunsTexts::tr("%n version(s) away", nullptr, static_cast<int>(away - announced)) + u", "_s
                    + (run.freed.isAtLeast ? RunsTexts::tr("at least %1", "a size").arg(freed) : freed));
    if (announced > 0 && !run.isUntagging)
        what.append(RunsTexts::tr("%n version(s) announced, perhaps away", nullptr, static_cast<int>(announced)));
    if (const auto gone = run.count(RunFate::Gone); gone > 0)
        what.append(RunsTexts::tr("%n deleted by others", nullptr, static_cast<int>(gone)));
    if (const auto restored = run.count(RunFate::Restored); restored > 0)
        what.append(RunsTexts::tr("%n restored", nullptr, static_cast<int>(restored)));
    if (!run.isEnded && !run.isUntagging)
        what.append(RunsTexts::tr("not ended"));
    words.append(what.join(u", "_s));
    return words.join(u": "_s);
}

RunsTreeModel::RunsTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void RunsTreeModel::setRuns(std::vector<CleanupRun> runs)
{
    if (!runs.empty() && hasSameShape(m_runs, runs)) {
        m_runs = std::move(runs);
        const int last = rowCount() - 1;
        Q_EMIT dataChanged(index(0, 0), index(last, kRunsColumns - 1));
        for (int run = 0; run <= last; ++run) {
            const QModelIndex parent = index(run, 0);
            if (const int rows = rowCount(parent); rows > 0)
                Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, kRunsColumns - 1, parent));
        }
        return;
    }
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const CleanupRun* RunsTreeModel::runAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    return &m_runs[index.internalId() == 0 ? static_cast<std::size_t>(index.row())
                                           : static_cast<std::size_t>(index.internalId() - 1)];
}

const RunVersion* RunsTreeModel::versionAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &runAt(index)->versions[static_cast<std::size_t>(index.row())];
}

QModelIndex RunsTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex RunsTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int RunsTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    if (!parent.isValid())
        return static_cast<int>(m_runs.size());
    return parent.internalId() == 0 ? static_cast<int>(runAt(parent)->versions.size()) : 0;
}

int RunsTreeModel::columnCount(const QModelIndex&) const
{
    return kRunsColumns;
}

QVariant RunsTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<RunsColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(column == RunsColumn::Freed ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    const auto* version = versionAt(index);
    if (role == kRunRole)
        return version == nullptr;
    if (version)
        return runVersionData(*version, column, role);
    if (column == RunsColumn::What && (role == Qt::DisplayRole || role == Qt::ToolTipRole))
        return runTitle(*runAt(index));
    return {};
}

QVariant RunsTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<RunsColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(column == RunsColumn::Freed ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case RunsColumn::What:
        return RunsTexts::tr("What");
    case RunsColumn::Tags:
        return RunsTexts::tr("Tag");
    case RunsColumn::ShortDigest:
        return RunsTexts::tr("Digest");
    case RunsColumn::Freed:
        return RunsTexts::tr("Freed");
    case RunsColumn::Fate:
        return RunsTexts::tr("Now");
    }
    return {};
}

} // namespace slipway
