#include "views/shell/accessbadge.h"

namespace slipway
{

namespace
{

QString reason(WriteAccess access)
{
    switch (access) {
    case WriteAccess::Allowed:
        return {};
    case WriteAccess::StartedReadOnly:
        return AccessBadge::tr("Slipway was started with --read-only: it changes nothing on any server.");
    case WriteAccess::AccountReadOnly:
        return AccessBadge::tr(
            "This account is read-only: nothing is changed with it on any server. The account says so "
            "under Manage accounts.");
    }
    return {};
}

} // namespace

AccessBadge::AccessBadge(QWidget* parent)
    : Badge(parent)
{
    setBadge({tr("Read-only"), Tone::Info, Glyph::Locked});
    setAccess(WriteAccess::Allowed);
}

void AccessBadge::setAccess(WriteAccess access)
{
    setToolTip(reason(access));
    setAccessibleDescription(reason(access));
    setVisible(isReadOnly(access));
}

} // namespace slipway
