#include "views/widgets/timetext.h"

#include <QLocale>

namespace slipway
{

using namespace Qt::StringLiterals;

QString clockText(const QDateTime& time)
{
    const QLocale locale;
    // Some locales have seconds even in their short form.
    return locale.toString(time.toLocalTime().time(), locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s));
}

} // namespace slipway
