#include "simulator/generate.h"

#include <algorithm>
#include <limits>

namespace slipway
{

using namespace Qt::StringLiterals;

Result<GeneratorSpec> parseGeneratorSpec(const QString& text)
{
    GeneratorSpec spec;
    const auto parts = text.split(u',');
    for (const auto& part : parts) {
        const auto name = part.section(u'=', 0, 0).trimmed();
        const auto value = part.section(u'=', 1).trimmed();
        bool isNumber = false;
        const auto number = value.toULongLong(&isNumber);
        if (!isNumber)
            return failure(ErrorKind::InvalidArgument, text, u"\"%1\" is not NAME=NUMBER"_s.arg(part));
        constexpr auto kMost = static_cast<qulonglong>(std::numeric_limits<int>::max());
        if (name == "packages"_L1)
            spec.packages = static_cast<int>(std::min(number, kMost));
        else if (name == "versions"_L1)
            spec.versions = static_cast<int>(std::min(number, kMost));
        else if (name == "seed"_L1)
            spec.seed = number;
        else
            return failure(ErrorKind::InvalidArgument, text, u"\"%1\" is none of packages, versions, seed"_s.arg(name));
    }
    return spec;
}

} // namespace slipway
