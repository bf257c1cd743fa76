#include "drift/driftfinding.h"

#include <array>
#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kChecks{DriftCheck::Lock, DriftCheck::CpuGpu, DriftCheck::Identical, DriftCheck::Base,
                             DriftCheck::Cuda, DriftCheck::Sbom,   DriftCheck::Deployed};

} // namespace

QString driftCheckName(DriftCheck check)
{
    switch (check) {
    case DriftCheck::Lock:
        return u"lock"_s;
    case DriftCheck::CpuGpu:
        return u"cpu-gpu"_s;
    case DriftCheck::Identical:
        return u"identical"_s;
    case DriftCheck::Base:
        return u"base"_s;
    case DriftCheck::Cuda:
        return u"cuda"_s;
    case DriftCheck::Sbom:
        return u"sbom"_s;
    case DriftCheck::Deployed:
        return u"deployed"_s;
    }
    return {};
}

std::optional<DriftCheck> driftCheckFromName(const QString& name)
{
    for (const auto check : kChecks)
        if (driftCheckName(check) == name)
            return check;
    return std::nullopt;
}

QString driftSeverityName(DriftSeverity severity)
{
    return severity == DriftSeverity::Error ? u"error"_s : u"warning"_s;
}

DriftSeverity severityOf(DriftCheck check)
{
    switch (check) {
    case DriftCheck::Lock:
    case DriftCheck::CpuGpu:
    case DriftCheck::Identical:
    case DriftCheck::Cuda:
        return DriftSeverity::Error;
    case DriftCheck::Base:
    case DriftCheck::Deployed:
    case DriftCheck::Sbom:
        return DriftSeverity::Warning;
    }
    return DriftSeverity::Error;
}

QString driftKey(const DriftFinding& finding)
{
    return QStringList{driftCheckName(finding.check), finding.image, finding.tag, finding.other, finding.platform}.join(
        u'|');
}

bool comesBefore(const DriftFinding& a, const DriftFinding& b)
{
    if (a.severity != b.severity)
        return a.severity == DriftSeverity::Error;
    const auto place = [](const DriftFinding& each) {
        return std::tie(each.check, each.hub, each.family, each.image, each.tag, each.platform, each.other);
    };
    return place(a) < place(b);
}

} // namespace slipway
