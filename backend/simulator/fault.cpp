#include "simulator/fault.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<FaultKind> kindOf(const QString& word)
{
    static const QHash<QString, FaultKind> kWords{
        {u"status"_s, FaultKind::Status}, {u"timeout"_s, FaultKind::Timeout},
        {u"reset"_s, FaultKind::Reset},   {u"truncated"_s, FaultKind::Truncated},
        {u"slow"_s, FaultKind::Slow},     {u"badjson"_s, FaultKind::BadJson},
        {u"html"_s, FaultKind::Html},     {u"throttle"_s, FaultKind::Throttle},
        {u"delay"_s, FaultKind::Delay},   {u"redirect"_s, FaultKind::Redirect},
    };
    const auto found = kWords.constFind(word);
    return found == kWords.cend() ? std::nullopt : std::optional(*found);
}

/// Sets one number of the fault; false when the name is unknown or the text is no number.
bool setNumber(Fault& fault, const QString& name, const QString& text)
{
    bool isNumber = false;
    const auto number = text.toInt(&isNumber);
    if (!isNumber || number < 0)
        return false;
    if (name == "status"_L1)
        fault.status = number;
    else if (name == "count"_L1)
        fault.count = number;
    else if (name == "skip"_L1)
        fault.skip = number;
    else if (name == "bytes"_L1)
        fault.bytes = number;
    else if (name == "rate"_L1)
        fault.bytesPerSecond = number;
    else if (name == "delay"_L1)
        fault.delay = std::chrono::milliseconds(number);
    else if (name == "retry-after"_L1)
        fault.retryAfter = std::chrono::seconds(number);
    else
        return false;
    return true;
}

bool setPart(Fault& fault, const QString& part)
{
    const auto name = part.section(u'=', 0, 0).trimmed();
    const auto value = part.section(u'=', 1).trimmed();
    if (!part.contains(u'=') || name == "kind"_L1) {
        const auto kind = kindOf(part.contains(u'=') ? value : name);
        fault.kind = kind.value_or(fault.kind);
        if (kind == FaultKind::Redirect && fault.status == Fault().status)
            fault.status = 302;
        return kind.has_value();
    }
    if (name == "moment"_L1) {
        fault.moment = value == "after"_L1 ? FaultMoment::AfterEffect : FaultMoment::BeforeEffect;
        return value == "after"_L1 || value == "before"_L1;
    }
    if (name == "route"_L1)
        fault.route = value;
    else if (name == "to"_L1)
        fault.location = value;
    else if (name == "method"_L1)
        fault.method = value.toUpper().toLatin1();
    else
        return setNumber(fault, name, value);
    return !value.isEmpty();
}

} // namespace

bool spoilsAnswer(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Timeout:
    case FaultKind::Reset:
    case FaultKind::Truncated:
    case FaultKind::BadJson:
    case FaultKind::Html:
    case FaultKind::Throttle:
    case FaultKind::Redirect:
        return true;
    case FaultKind::Status:
    case FaultKind::Slow:
    case FaultKind::Delay:
        break;
    }
    return false;
}

Result<Fault> parseFault(const QString& spec)
{
    Fault fault;
    const auto parts = spec.split(u',');
    bool hasKind = false;
    for (const auto& part : parts) {
        if (!setPart(fault, part))
            return failure(ErrorKind::InvalidArgument, spec, u"\"%1\" is no part of a fault"_s.arg(part));
        hasKind = hasKind || !part.contains(u'=') || part.startsWith("kind="_L1) || part.startsWith("status="_L1);
    }
    if (!hasKind)
        return failure(
            ErrorKind::InvalidArgument, spec,
            u"what happens is missing: status=N, timeout, reset, truncated, slow, badjson, html, throttle, delay or redirect"_s);
    if (fault.kind == FaultKind::Status && (fault.status < 400 || fault.status > 599))
        return failure(ErrorKind::InvalidArgument, spec, u"a fault's status is 400 to 599"_s);
    constexpr std::array kRedirects{301, 302, 303, 307, 308};
    if (fault.kind == FaultKind::Redirect && !std::ranges::contains(kRedirects, fault.status))
        return failure(ErrorKind::InvalidArgument, spec, u"a redirect's status is 301, 302, 303, 307 or 308"_s);
    if (fault.kind == FaultKind::Slow && fault.bytesPerSecond == 0)
        return failure(ErrorKind::InvalidArgument, spec, u"a rate is at least 1 byte per second"_s);
    return fault;
}

} // namespace slipway
