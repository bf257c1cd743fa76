#include "settings/usersettings.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QString themeChoiceName(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::HighContrast:
        return u"high-contrast"_s;
    }
    return {};
}

QString startRoleName(StartRole role)
{
    switch (role) {
    case StartRole::Lead:
        return u"lead"_s;
    case StartRole::Engineer:
        return u"engineer"_s;
    case StartRole::Manager:
        return u"manager"_s;
    }
    return {};
}

QString logDetailName(LogDetail detail)
{
    switch (detail) {
    case LogDetail::Debug:
        return u"debug"_s;
    case LogDetail::Info:
        return u"info"_s;
    case LogDetail::Warning:
        return u"warning"_s;
    case LogDetail::Error:
        return u"error"_s;
    }
    return {};
}

} // namespace slipway
