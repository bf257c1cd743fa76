#include "resources/demo.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QStringList demoOrganisations()
{
    return {u"northquay"_s, u"siriusscan"_s};
}

QString demoStateFile(const QString& organisation)
{
    return u":/demo/%1.json"_s.arg(organisation);
}

QString demoProfileFile(const QString& organisation)
{
    return u":/demo/%1.profile.yaml"_s.arg(organisation);
}

} // namespace slipway
