#pragma once

#include "views/pagestate.h"

#include <QString>

namespace slipway
{

class StatePage;

/// What the Storage page says where there is nothing to show: that something is being measured or read, that it could
/// not be, or that nothing is stored.
void showNoStorage(StatePage& page, const PageState& state, const QString& owner, bool isMeasuring);

} // namespace slipway
