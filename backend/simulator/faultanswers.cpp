#include "simulator/faultanswers.h"

#include "simulator/registryapi.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString statusText(int status)
{
    switch (status) {
    case 401:
        return u"Bad credentials"_s;
    case 403:
        return u"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."_s;
    case 404:
        return u"Not Found"_s;
    case 429:
        return u"Too many requests"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 502:
        return u"Server Error"_s;
    case 503:
        return u"Service Unavailable"_s;
    default:
        return u"Fault"_s;
    }
}

HttpAnswer statusAnswer(const Fault& fault, const ServedRequest& request)
{
    auto answer = RegistryApi::isPath(request.path)
                      ? registryError(fault.status, fault.status == 429 ? u"TOOMANYREQUESTS"_s : u"UNKNOWN"_s,
                                      statusText(fault.status))
                      : githubError(fault.status, statusText(fault.status));
    if (fault.retryAfter.count() >= 0)
        answer.setHeader("retry-after", QByteArray::number(fault.retryAfter.count()));
    return answer;
}

HttpAnswer redirectAnswer(const Fault& fault, const ServedRequest& request)
{
    QString own = request.base() + request.path;
    if (!request.rawQuery.isEmpty())
        own += u'?' + request.rawQuery;
    HttpAnswer answer;
    answer.status = fault.status;
    answer.setHeader("location", (fault.location.isEmpty() ? own : fault.location).toUtf8());
    return answer;
}

} // namespace

std::optional<HttpAnswer> faultAnswer(const Fault& fault, const ServedRequest& request)
{
    switch (fault.kind) {
    case FaultKind::Status:
        return statusAnswer(fault, request);
    case FaultKind::Redirect:
        return redirectAnswer(fault, request);
    case FaultKind::BadJson:
        return textAnswer(200, "application/json; charset=utf-8", R"({"unexpected":{"shape":[1,"two",null]}})");
    case FaultKind::Html:
        return textAnswer(200, "text/html; charset=utf-8",
                          "<!DOCTYPE html><html><head><title>Unicorn!</title></head><body>We had issues</body></html>");
    case FaultKind::Throttle:
        return registryError(429, u"TOOMANYREQUESTS"_s,
                             u"retry-after: 10.3ms, allowed: 44000/minute, client: 127.0.0.1"_s);
    case FaultKind::Timeout:
    case FaultKind::Reset:
    case FaultKind::Truncated:
    case FaultKind::Slow:
    case FaultKind::Delay:
        break;
    }
    return std::nullopt;
}

} // namespace slipway
