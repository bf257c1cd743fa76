#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace slipway
{

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication& application, const QLocale& locale)
{
    auto* toolkit = new QTranslator(&application);
    if (toolkit->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(toolkit);
    auto* own = new QTranslator(&application);
    if (own->load(locale, u"slipway"_s, u"_"_s, u":/i18n"_s) || own->load(u"slipway_en"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(own);
}

} // namespace slipway
