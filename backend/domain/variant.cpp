#include "domain/variant.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QString variantName(Variant variant)
{
    switch (variant) {
    case Variant::Cpu:
        return u"cpu"_s;
    case Variant::Gpu:
        return u"gpu"_s;
    case Variant::BaseCpu:
        return u"base-cpu"_s;
    case Variant::BaseGpu:
        return u"base-gpu"_s;
    case Variant::Infra:
        return u"infra"_s;
    case Variant::Other:
        return u"other"_s;
    }
    return u"other"_s;
}

std::optional<Variant> variantFromName(QStringView name)
{
    for (const auto variant :
         {Variant::Cpu, Variant::Gpu, Variant::BaseCpu, Variant::BaseGpu, Variant::Infra, Variant::Other}) {
        if (variantName(variant) == name)
            return variant;
    }
    return std::nullopt;
}

} // namespace slipway
