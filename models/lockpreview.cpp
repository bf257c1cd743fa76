#include "models/lockpreview.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct LockWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::LockDialog)
};

int countOf(const LockPreview& preview, LockChangeKind kind)
{
    return static_cast<int>(std::ranges::count(preview.draft.merged.changes, kind, &LockChange::kind));
}

} // namespace

QString lockSummary(const LockPreview& preview)
{
    const QString name = QFileInfo(preview.draft.path).fileName();
    if (preview.draft.isSame())
        return LockWords::tr("%1 is what the registry has. There is nothing to write.").arg(name);
    QStringList parts;
    const auto add = [&](LockChangeKind kind, const QString& words) {
        if (countOf(preview, kind) > 0)
            parts.append(words);
    };
    add(LockChangeKind::Moved,
        LockWords::tr("%n tag(s) on another digest", nullptr, countOf(preview, LockChangeKind::Moved)));
    add(LockChangeKind::Added, LockWords::tr("%n added", nullptr, countOf(preview, LockChangeKind::Added)));
    add(LockChangeKind::Removed, LockWords::tr("%n removed", nullptr, countOf(preview, LockChangeKind::Removed)));
    add(LockChangeKind::Updated,
        LockWords::tr("%n with something else said of it", nullptr, countOf(preview, LockChangeKind::Updated)));
    const QString lines = LockWords::tr("%1 lines go, %2 come").arg(preview.diff.removed).arg(preview.diff.added);
    if (preview.draft.before.text.isEmpty())
        return LockWords::tr("There is no %1 yet. %n tag(s) are pinned.", nullptr,
                             static_cast<int>(preview.draft.merged.lock.images.size()))
            .arg(name);
    return parts.isEmpty() ? LockWords::tr("The form of %1 changes: %2.").arg(name, lines)
                           : LockWords::tr("%1: %2.", "what changes; lines").arg(parts.join(u", "_s), lines);
}

QStringList lockNotes(const LockPreview& preview)
{
    const LockDraft& draft = preview.draft;
    QStringList notes;
    if (!draft.isSame())
        notes.append(LockWords::tr("What is pushed now is taken as right: check what drifted before. The file is %1.")
                         .arg(draft.path));
    if (!draft.before.conflicts.empty())
        notes.append(LockWords::tr("The file has a merge that was left open; the registry decides %n conflict(s).",
                                   nullptr, static_cast<int>(draft.before.conflicts.size())));
    if (draft.isIncomplete)
        notes.append(LockWords::tr("Not everything could be read; what is pinned of it stays."));
    if (!draft.before.unknown.isEmpty())
        notes.append(LockWords::tr("Members that are not known are kept: %1").arg(draft.before.unknown.join(u", "_s)));
    if (preview.diff.isCut)
        notes.append(LockWords::tr("Of the changed lines the first %1 are shown.").arg(kMostDiffLines));
    if (const QString obstacle = lockObstacle(preview); !obstacle.isEmpty() && !draft.isSame())
        notes.append(obstacle);
    return notes;
}

QString lockObstacle(const LockPreview& preview)
{
    if (preview.draft.path.startsWith(u':'))
        return LockWords::tr("The demo's lock file is a part of the program and cannot be written.");
    const QFileInfo file(preview.draft.path);
    if (file.exists() ? !file.isWritable() : !QFileInfo(file.absolutePath()).isWritable())
        return LockWords::tr("%1 cannot be written.").arg(preview.draft.path);
    return {};
}

QString lockDiffText(const LockDiff& diff)
{
    static const QString kSigns = u" -+ "_s;
    QStringList lines;
    for (const auto& line : diff.lines)
        lines.append(line.kind == LockDiffKind::Gap ? u"  …"_s
                                                    : kSigns[static_cast<int>(line.kind)] + u' ' + line.text);
    return lines.join(u'\n');
}

} // namespace slipway
