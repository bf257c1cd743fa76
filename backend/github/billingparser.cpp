#include "github/billingparser.h"

#include "core/jsonreader.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// "GigabyteHours" and "gigabyte-hours" are "gigabytehours".
QString plain(const QString& name)
{
    QString letters;
    for (const QString lower = name.toLower(); const QChar c : lower)
        if (c.isLetterOrNumber())
            letters.append(c);
    return letters;
}

/// Adds a row's quantity, which must be in one of these units (plain).
void addQuantity(const JsonNode& row, const QStringList& units, std::optional<double>& sum)
{
    const auto unit = row["unitType"_L1];
    const QString found = unit.string();
    if (!units.contains(plain(found)))
        unit.refuse(u"expected %1, found \"%2\""_s.arg(units.front(), found.left(40)));
    sum = sum.value_or(0) + row["quantity"_L1].number();
}

void addRow(const JsonNode& row, BilledUsage& usage)
{
    const QString product = row["product"_L1].string();
    const QString sku = row["sku"_L1].string();
    const double net = row["netAmount"_L1].number();
    if (plain(product) != "packages"_L1)
        return;
    const QString name = plain(sku);
    if (name.contains("storage"_L1)) {
        addQuantity(row, {u"gigabytehours"_s, u"gigabytehour"_s, u"gbhours"_s}, usage.storageGigabyteHours);
        usage.storageNet += net;
    } else if (name.contains("transfer"_L1) || name.contains("bandwidth"_L1)) {
        addQuantity(row, {u"gigabytes"_s, u"gigabyte"_s, u"gb"_s}, usage.transferGigabytes);
        usage.transferNet += net;
    } else {
        usage.otherNet += net;
        if (!usage.otherSkus.contains(sku, Qt::CaseInsensitive))
            usage.otherSkus.append(sku);
    }
}

} // namespace

Result<BilledUsage> parseBilling(const QByteArray& body, const QString& subject)
{
    JsonReader reader(body, subject);
    if (reader.error())
        return std::unexpected(*reader.error());
    BilledUsage usage;
    // A month without any usage may come without the member.
    if (const auto rows = reader.root().optional("usageItems"_L1); !rows.absent())
        rows.forEach([&usage](const JsonNode& row) { addRow(row, usage); });
    return reader.finish(std::move(usage));
}

} // namespace slipway
