#pragma once

namespace slipway
{

class MainWindow;

/// Notes beside the window's own actions how what they change stands now: the property `state` (stateText()).
void tellActionStates(MainWindow& window);

} // namespace slipway
