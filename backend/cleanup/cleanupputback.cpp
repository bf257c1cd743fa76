// What CleanupWork puts back of a tree that does not go whole.
#include "cleanup/cleanupwork.h"
#include "cleanup/restoring.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

} // namespace

/// What was deleted of a tree that stays comes back. What does not, or not whole, is so in the journal, for a
/// restoration to try again; and for the next run, unless it is known that it never will.
Task<void> CleanupWork::putBack(Self self, PlannedTree tree, QString why)
{
    for (const auto& planned : toPutBack(tree, self->m_state)) {
        const auto* fate = self->m_state.of(planned.id);
        const bool lacksTags = fate->lacksTags;
        const auto back = co_await bringBack(self->m_tools, fate->intent, self->m_stop);
        if (!back) {
            self->m_outcome.stopped = back.error();
            break;
        }
        if (!back->problem.isEmpty() && !back->isHopeless)
            self->m_isLeftForNow = true;
        if (back->isBack) {
            if (!lacksTags)
                self->m_meter.putBack(planned.id);
            static_cast<void>(self->note(JournalEvent::Restored, planned, back->problem));
            if (!lacksTags || !back->problem.isEmpty())
                self->m_outcome.failed.push_back(
                    {planned.package, planned.id,
                     tr("restored: %1").arg(back->problem.isEmpty() ? why : back->problem)});
            if (back->stopped) {
                self->m_outcome.stopped = back->stopped;
                break;
            }
            continue;
        }
        self->m_outcome.failed.push_back(
            {planned.package, planned.id, tr("deleted, and it could not be restored: %1").arg(back->problem)});
        if (const auto audited = audit(self->m_tools, {u"cleanup.restore"_s, planned.package, planned.id,
                                                       planned.digest, u"failed"_s, back->problem});
            !audited)
            self->m_outcome.stopped = audited.error();
    }
    self->tell();
}

} // namespace slipway
