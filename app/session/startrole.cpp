#include "app/session/startrole.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QStringList wishes(StartRole role)
{
    switch (role) {
    case StartRole::Lead:
        return {u"overview"_s, u"storage"_s};
    case StartRole::Engineer:
        return {u"deploys"_s};
    case StartRole::Manager:
        return {u"roadmap"_s};
    }
    return {};
}

} // namespace

QString startPage(StartRole role, const QStringList& pages)
{
    const QStringList wanted = wishes(role);
    const auto found = std::ranges::find_if(wanted, [&pages](const QString& page) { return pages.contains(page); });
    return found == wanted.end() ? u"inventory"_s : *found;
}

} // namespace slipway
