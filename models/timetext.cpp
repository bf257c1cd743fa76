#include "models/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct TimeWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::TimeText)
};

QString asWritten(const QDateTime& time, const QString& format)
{
    return time.isValid() ? QLocale().toString(time, format) : QString();
}

QString written(const QDateTime& time, const QString& format)
{
    return asWritten(time.toLocalTime(), format);
}

} // namespace

QString clockText(const QDateTime& time)
{
    return written(time, u"HH:mm"_s);
}

QString dayText(const QDateTime& time)
{
    return written(time, TimeWords::tr("d MMM yyyy"));
}

QString dayText(QDate day)
{
    return dayText(QDateTime(day, QTime(12, 0)));
}

QString momentText(const QDateTime& time)
{
    return written(time, TimeWords::tr("d MMM yyyy, HH:mm"));
}

QString utcMomentText(const QDateTime& time)
{
    return time.isValid() ? asWritten(time.toUTC(), TimeWords::tr("d MMM yyyy, HH:mm")) + u" UTC"_s : QString();
}

QString whenText(const QDateTime& time, const QDateTime& now)
{
    return time.toLocalTime().date() == now.toLocalTime().date() ? clockText(time) : momentText(time);
}

} // namespace slipway
