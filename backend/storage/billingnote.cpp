#include "storage/billingnote.h"

#include "core/cbormap.h"

#include <QCborArray>
#include <QCborMap>
#include <QTimeZone>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QCborValue orNull(const std::optional<double>& amount)
{
    return amount ? QCborValue(*amount) : QCborValue(QCborValue::Null);
}

std::optional<double> amountIn(const QCborValue& value)
{
    return value.isDouble() || value.isInteger() ? std::optional(value.toDouble()) : std::nullopt;
}

BilledUsage unpackUsage(const QCborMap& map)
{
    BilledUsage usage;
    usage.storageGigabyteHours = amountIn(map["storage"_L1]);
    usage.transferGigabytes = amountIn(map["transfer"_L1]);
    usage.storageNet = map["storageNet"_L1].toDouble();
    usage.transferNet = map["transferNet"_L1].toDouble();
    usage.otherNet = map["otherNet"_L1].toDouble();
    const QCborArray skus = map["otherSkus"_L1].toArray();
    for (const auto& sku : skus)
        usage.otherSkus.append(sku.toString());
    return usage;
}

} // namespace

BillingMonth billingMonthAt(const QDateTime& time)
{
    const QDate day = time.toUTC().date();
    return {day.year(), day.month()};
}

QByteArray packBilling(const BillingReading& reading)
{
    QCborMap map{{u"year"_s, reading.month.year},
                 {u"month"_s, reading.month.month},
                 {u"readAt"_s, reading.readAt.toMSecsSinceEpoch()}};
    if (const auto* refused = std::get_if<BillingNotPermitted>(&reading.billing)) {
        map.insert(u"refused"_s, refused->why);
    } else {
        const auto& usage = std::get<BilledUsage>(reading.billing);
        map.insert(u"usage"_s, QCborMap{{u"storage"_s, orNull(usage.storageGigabyteHours)},
                                        {u"transfer"_s, orNull(usage.transferGigabytes)},
                                        {u"storageNet"_s, usage.storageNet},
                                        {u"transferNet"_s, usage.transferNet},
                                        {u"otherNet"_s, usage.otherNet},
                                        {u"otherSkus"_s, QCborArray::fromStringList(usage.otherSkus)}});
    }
    return map.toCborValue().toCbor();
}

std::optional<BillingReading> unpackBilling(const QByteArray& bytes)
{
    const auto root = cborMapFrom(bytes);
    if (!root || !(*root)["readAt"_L1].isInteger())
        return std::nullopt;
    const QCborMap& map = *root;
    BillingReading reading;
    reading.month = {static_cast<int>(map["year"_L1].toInteger()), static_cast<int>(map["month"_L1].toInteger())};
    reading.readAt = QDateTime::fromMSecsSinceEpoch(map["readAt"_L1].toInteger(), QTimeZone::UTC);
    if (map["refused"_L1].isString())
        reading.billing = BillingNotPermitted{map["refused"_L1].toString()};
    else if (map["usage"_L1].isMap())
        reading.billing = unpackUsage(map["usage"_L1].toMap());
    else
        return std::nullopt;
    return reading;
}

} // namespace slipway
