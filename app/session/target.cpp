#include "app/session/target.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace slipway
{

using namespace Qt::StringLiterals;

QString Target::apiHost() const
{
    if (!demo.isEmpty())
        return u"demo:"_s + demo;
    // One server, one name: whatever port it has by default, however its path ends.
    const int port = apiUrl.port();
    const bool isDefault = port < 0 || port == (apiUrl.scheme() == "https"_L1 ? 443 : 80);
    QString path = apiUrl.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return apiUrl.host().toLower() + (isDefault ? QString() : u':' + QString::number(port)) + path;
}

QString Target::viewName() const
{
    if (!demo.isEmpty() || owner.isEmpty())
        return demo.isEmpty() ? QString() : apiHost();
    const QString name = apiHost() + u'/' + owner.toLower();
    return profilePath.isEmpty() ? name : name + u'#' + QFileInfo(profilePath).completeBaseName();
}

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/slipway"_s;
}

QString tokenFromEnvironment(const QString& variable)
{
    QStringList names{u"SLIPWAY_TOKEN"_s, u"GH_TOKEN"_s, u"GITHUB_TOKEN"_s};
    if (!variable.isEmpty())
        names.prepend(variable);
    for (const QString& name : std::as_const(names)) {
        const QString value = qEnvironmentVariable(name.toLatin1().constData()).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return {};
}

} // namespace slipway
