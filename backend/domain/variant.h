#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace slipway
{

/// The flavour of an image; names fixed by the command line contract.
enum class Variant : std::uint8_t { Cpu, Gpu, BaseCpu, BaseGpu, Infra, Other };

/// "cpu", "gpu", "base-cpu", "base-gpu", "infra", "other".
[[nodiscard]] QString variantName(Variant variant);
[[nodiscard]] std::optional<Variant> variantFromName(QStringView name);

} // namespace slipway
