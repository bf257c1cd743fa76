#pragma once

#include <QString>

#include <array>

namespace slipway
{

/// The tabs of the details pane, in their order.
enum class DetailsTab { Summary, Layers, Manifest, Config, Referrers, History };

constexpr std::array kDetailsTabs{DetailsTab::Summary, DetailsTab::Layers,    DetailsTab::Manifest,
                                  DetailsTab::Config,  DetailsTab::Referrers, DetailsTab::History};

/// What people read on it.
[[nodiscard]] QString tabTitle(DetailsTab tab);
/// What a tab is called where it is kept: "summary", "layers", "manifest", "config", "referrers", "history".
[[nodiscard]] QString tabName(DetailsTab tab);
/// The tab of that name; the summary for any other text.
[[nodiscard]] DetailsTab tabNamed(const QString& name);

} // namespace slipway
