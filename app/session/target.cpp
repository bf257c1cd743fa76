#include "app/session/target.h"

#include <QStandardPaths>

namespace slipway {

using namespace Qt::StringLiterals;

QString Target::apiHost() const
{
    return demo.isEmpty() ? apiUrl.authority(QUrl::FullyEncoded) + apiUrl.path() : u"demo:"_s + demo;
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
