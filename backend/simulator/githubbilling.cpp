#include "simulator/githubbilling.h"

#include "simulator/githubroutes.h"

#include <QJsonArray>
#include <QSet>
#include <QTimeZone>

#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kGigabyte = 1e9;
constexpr double kHoursOfDay = 24;
constexpr double kHoursOfMonth = 24 * 30;
constexpr double kStoragePerMonth = 0.25; // GitHub's list prices of packages, USD a gigabyte
constexpr double kTransferPrice = 0.5;

struct Blob final {
    Digest digest;
    std::int64_t size = 0;
};

/// A version as far as it is billed.
struct BilledVersion final {
    QDateTime from;
    QDateTime until; ///< invalid: it is there
    std::vector<Blob> blobs;
};

/// Config and layers; an index has none of its own.
std::vector<Blob> blobsOf(const ContentStore& content, const Digest& digest)
{
    std::vector<Blob> blobs;
    const auto manifest = content.manifest(digest);
    if (!manifest)
        return blobs;
    const auto json = QJsonDocument::fromJson(manifest->bytes).object();
    auto parts = json["layers"_L1].toArray();
    parts.append(json["config"_L1]);
    for (const auto& part : std::as_const(parts)) {
        if (auto blob = Digest::parse(part["digest"_L1].toString()))
            blobs.push_back({*blob, part["size"_L1].toInteger()});
    }
    return blobs;
}

std::vector<BilledVersion> versionsOf(const SimulatorState& state)
{
    std::vector<BilledVersion> versions;
    for (const auto& package : state.packages) {
        for (const auto& row : package->rows()) {
            const auto& gone = row.deletedAt.isValid() ? row.deletedAt : package->facts().deletedAt;
            versions.push_back({row.createdAt, gone, blobsOf(state.content, row.digest)});
        }
    }
    return versions;
}

struct DayUsage final {
    std::int64_t stored = 0;
    std::int64_t pulled = 0;
};

DayUsage usageOf(QDate day, const std::vector<BilledVersion>& versions)
{
    const auto begin = day.startOfDay(QTimeZone::UTC);
    const auto end = day.addDays(1).startOfDay(QTimeZone::UTC);
    DayUsage usage;
    QSet<Digest> seen;
    for (const auto& version : versions) {
        if (version.from >= end)
            continue;
        const bool isThere = !version.until.isValid() || version.until >= end;
        for (const auto& blob : version.blobs) {
            if (version.from >= begin)
                usage.pulled += blob.size;
            if (isThere && !seen.contains(blob.digest)) {
                seen.insert(blob.digest);
                usage.stored += blob.size;
            }
        }
    }
    return usage;
}

/// What a unit of something is called and costs.
struct Sku final {
    QString name;
    QString unit;
    double price = 0;
};

/// Adds a row, unless its quantity rounds to 0.
void addItem(QJsonArray& items, const SimAccount& owner, QDate day, const Sku& sku, double quantity)
{
    const double whole = std::round(quantity);
    if (whole <= 0)
        return;
    QJsonObject json{{u"date"_s, day.toString(Qt::ISODate)},
                     {u"product"_s, u"packages"_s},
                     {u"sku"_s, sku.name},
                     {u"quantity"_s, static_cast<qint64>(whole)},
                     {u"unitType"_s, sku.unit},
                     {u"pricePerUnit"_s, sku.price},
                     {u"grossAmount"_s, whole * sku.price},
                     {u"discountAmount"_s, whole * sku.price},
                     {u"netAmount"_s, 0.0}};
    if (owner.type == OwnerType::Organization)
        json.insert(u"organizationName"_s, owner.login);
    items.append(json);
}

/// A number of a query from `least` to `most`; `usual` where it is not given, nothing where it makes no sense.
std::optional<int> queryNumber(const ServedRequest& request, const QString& name, int least, int most, int usual)
{
    const QString text = request.queryValue(name);
    if (text.isNull())
        return usual;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

/// A day, a month or a year, which is this one unless told.
std::optional<BillingPeriod> periodOf(const ServedRequest& request, const QDateTime& now)
{
    const auto today = now.toUTC().date();
    const auto day = queryNumber(request, u"day"_s, 1, 31, 0);
    const auto month = queryNumber(request, u"month"_s, 1, 12, day.value_or(0) > 0 ? today.month() : 0);
    const auto year = queryNumber(request, u"year"_s, 2000, 9999, today.year());
    if (!day || !month || !year)
        return std::nullopt;
    if (*month == 0)
        return BillingPeriod{QDate(*year, 1, 1), QDate(*year, 12, 31)};
    const QDate first(*year, *month, std::max(*day, 1));
    if (!first.isValid())
        return std::nullopt;
    return BillingPeriod{first, *day > 0 ? first : first.addMonths(1).addDays(-1)};
}

} // namespace

QJsonObject billingUsage(const SimulatorState& state, BillingPeriod period, const QDateTime& now)
{
    static const Sku kStorage{u"Packages storage"_s, u"GigabyteHours"_s, kStoragePerMonth / kHoursOfMonth};
    static const Sku kTransfer{u"Packages data transfer"_s, u"Gigabytes"_s, kTransferPrice};
    const auto versions = versionsOf(state);
    const QDate last = std::min(period.last, now.toUTC().date());
    QJsonArray items;
    for (QDate day = period.first; day <= last; day = day.addDays(1)) {
        const auto usage = usageOf(day, versions);
        addItem(items, state.owner, day, kStorage, static_cast<double>(usage.stored) / kGigabyte * kHoursOfDay);
        addItem(items, state.owner, day, kTransfer, static_cast<double>(usage.pulled) / kGigabyte);
    }
    return {{u"usageItems"_s, items}};
}

/// For owners and billing managers: a scope tells them, and whoever only reads is told that nothing is there.
HttpAnswer GithubRoutes::billing(const ServedRequest& request, const Caller& caller) const
{
    const bool isOrganization = m_state.owner.type == OwnerType::Organization;
    const auto parts = request.segments();
    const bool isOwner = parts[0] == (isOrganization ? "organizations"_L1 : "users"_L1)
                         && parts[1].compare(m_state.owner.login, Qt::CaseInsensitive) == 0;
    const bool isHidden =
        caller.token.role == PackageRole::Read || (!isOrganization && m_state.viewer.login != m_state.owner.login);
    if (!caller.isKnown())
        return githubError(401, u"Requires authentication"_s);
    if (!isOwner || isHidden)
        return githubError(404, u"Not Found"_s);
    if (auto refused = ownerRefusal(caller))
        return *std::move(refused);
    const QString scope = isOrganization ? u"admin:org"_s : u"user"_s;
    if (!caller.hasScope(scope)) {
        auto answer = githubError(403, u"You need at least %1 scope to do this."_s.arg(scope));
        answer.setHeader("x-accepted-oauth-scopes", scope.toLatin1());
        return answer;
    }
    const auto period = periodOf(request, m_clock.now());
    if (!period)
        return githubError(400, u"Invalid time period."_s);
    return jsonAnswer(200, QJsonDocument(billingUsage(m_state, *period, m_clock.now())));
}

} // namespace slipway
