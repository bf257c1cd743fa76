#pragma once

namespace slipway
{

class CodePane;

/// From the first call on, every CodePane can be read by those who do not see it: rows as lines of a text that is not
/// to be changed, with its cursor and selection. Panes call it when they are made.
void installAccessibleCode();
/// Tells who listens that the cursor of `pane` has moved.
void tellCursorMoved(CodePane& pane);

} // namespace slipway
