#include "simulator/faultplan.h"

namespace slipway
{

bool matchesRoute(QStringView glob, QStringView path)
{
    qsizetype g = 0;
    qsizetype p = 0;
    qsizetype star = -1; // the last star, and where its text began
    qsizetype starPath = 0;
    while (p < path.size()) {
        if (g < glob.size() && glob[g] == u'*') {
            star = g++;
            starPath = p;
        } else if (g < glob.size() && glob[g] == path[p]) {
            ++g;
            ++p;
        } else if (star >= 0) {
            g = star + 1;
            p = ++starPath;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == u'*')
        ++g;
    return g == glob.size();
}

std::optional<Fault> FaultPlan::strike(const QByteArray& method, const QString& path)
{
    m_faults.removeIf([](const Fault& fault) { return fault.count == 0; });
    for (auto& fault : m_faults) {
        if ((!fault.method.isEmpty() && fault.method != method) || !matchesRoute(fault.route, path))
            continue;
        if (fault.skip > 0) {
            --fault.skip;
            continue;
        }
        if (fault.count > 0)
            --fault.count;
        return fault;
    }
    return std::nullopt;
}

} // namespace slipway
