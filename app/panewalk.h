#pragma once

#include <QList>

class QWidget;

namespace slipway
{

/// F6: gives the keyboard to the pane `step` after the one that has it, round and round; to `first` if none has it. A
/// pane that is hidden or empty takes none: the one after it is tried.
void walkPanes(const QList<QWidget*>& panes, qsizetype first, int step);

} // namespace slipway
