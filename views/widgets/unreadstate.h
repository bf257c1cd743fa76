#pragma once

#include "views/pagestate.h"

#include <QIcon>

namespace slipway
{

class StatePage;

/// What a page says of an owner of whom nothing is there, though the packages were read.
struct NothingThere final {
    QIcon icon;
    QString title;
    QString sentence;
};

/// What stands where content would as long as there is none: that reading failed, is under way, was never done on this
/// machine, or found nothing.
void showUnread(StatePage& page, const PageState& state, const QString& owner, const NothingThere& nothing);

/// What went wrong, with a button to try again.
void showFailed(StatePage& page, const Error& error);

} // namespace slipway
