#pragma once

namespace slipway
{

/// The tabs of the details pane, in their order.
enum class DetailsTab { Summary, Layers, Manifest, Config, Referrers };

} // namespace slipway
