#pragma once

#include "bench/measure.h"
#include "cleanup/cleanuprun.h"
#include "net/governedtransport.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>

namespace slipway::bench
{

/// A package in memory that answers as GitHub and the registry do, at once: what takes time is the governor alone.
class MemoryPackage final : public HttpTransport
{
public:
    explicit MemoryPackage(int versions)
    {
        for (int i = 0; i < versions; ++i) {
            const QByteArray bytes = R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)"
                                     R"("manifests":[],"annotations":{"n":")"
                                     + QByteArray::number(i) + R"("}})";
            m_manifests.insert(Digest::of(bytes).toString(), bytes);
            m_rows.push_back({{i + 1}, Digest::of(bytes), m_at, m_at, {{QStringLiteral("pr-%1").arg(i)}}});
        }
    }

    [[nodiscard]] const std::vector<ListedVersion>& rows() const { return m_rows; }
    [[nodiscard]] int points() const { return m_points; }
    [[nodiscard]] int deletions() const { return m_deletions; }
    [[nodiscard]] const QDateTime& at() const { return m_at; }
    [[nodiscard]] QDateTime planAt() const { return m_at.addDays(20); }

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token) override
    {
        const bool isApi = request.traffic == Traffic::Api;
        m_points += !isApi ? 0 : request.method == HttpMethod::Get ? 1 : 5;
        HttpResponse response;
        response.status = 200;
        response.url = request.url;
        const QString path = request.url.path();
        if (!isApi) {
            response.body = m_manifests.value(path.section(u'/', -1));
            response.headers = {{"Content-Type", "application/vnd.oci.image.index.v1+json"}};
        } else if (path == u'/') {
            const auto served = QLocale::c().toString(planAt(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
            response.headers = {{"Date", served.toLatin1()}};
        } else if (path.endsWith(QStringLiteral("/versions"))) {
            list(request.url, response);
        } else {
            one(path.section(u'/', -1).toLongLong(), request.method, response);
        }
        co_return Result<HttpResponse>(std::move(response));
    }

private:
    [[nodiscard]] QByteArray text(const ListedVersion& row) const
    {
        const QByteArray time = m_at.toString(Qt::ISODate).toLatin1();
        return "{\"id\":" + QByteArray::number(qint64(row.id.value)) + ",\"name\":\"" + row.digest.toString().toLatin1()
               + "\",\"created_at\":\"" + time + "\",\"updated_at\":\"" + time
               + "\",\"metadata\":{\"container\":{\"tags\":[\"" + row.tags.first().value.toLatin1() + "\"]}}}";
    }

    void list(const QUrl& url, HttpResponse& response) const
    {
        constexpr size_t kPage = 100;
        const auto match = QRegularExpression(QStringLiteral("[?&]page=(\\d+)")).match(url.toString());
        const size_t page = match.hasMatch() ? match.captured(1).toULongLong() : 1;
        QByteArrayList rows;
        for (size_t i = (page - 1) * kPage; i < std::min(page * kPage, m_rows.size()); ++i)
            rows.append(text(m_rows[i]));
        response.body = '[' + rows.join(',') + ']';
        const auto link = [&](size_t number, const char* rel) {
            return "<http://127.0.0.1/orgs/acme/packages/container/app/versions?state=active&per_page=100&page="
                   + QByteArray::number(qulonglong(number)) + ">; rel=\"" + rel + '"';
        };
        const size_t last = (m_rows.size() + kPage - 1) / kPage;
        if (page < last)
            response.headers = {{"Link", link(page + 1, "next") + ", " + link(last, "last")}};
    }

    void one(std::int64_t id, HttpMethod method, HttpResponse& response)
    {
        const auto row = std::ranges::find(m_rows, VersionId{id}, &ListedVersion::id);
        response.status = row == m_rows.end() ? 404 : method == HttpMethod::Delete ? 204 : 200;
        if (response.status == 200)
            response.body = text(*row);
        if (response.status == 204) {
            m_rows.erase(row);
            ++m_deletions;
        }
    }

    QDateTime m_at = QDateTime::fromString(QStringLiteral("2025-11-01T10:00:00Z"), Qt::ISODate);
    std::vector<ListedVersion> m_rows;
    QHash<QString, QByteArray> m_manifests;
    int m_points = 0;
    int m_deletions = 0;
};

inline PlanFile planOf(const MemoryPackage& package, size_t deletions, int treeSize)
{
    PlanFile plan;
    plan.server = QStringLiteral("memory");
    plan.owner = QStringLiteral("acme");
    plan.createdAt = package.planAt();
    for (size_t i = 0; i < package.rows().size(); ++i) {
        const auto& row = package.rows()[i];
        const QStringList tags{row.tags.first().value};
        const VersionId tree{static_cast<std::int64_t>(i) / treeSize * treeSize + 1};
        if (i < deletions)
            plan.deletions.push_back(
                {{QStringLiteral("app")}, row.id, row.digest, tags, row.updatedAt, tree, {}, {}, 0, {}});
        else
            plan.keep.push_back({{QStringLiteral("app")}, row.id, row.digest, tags, {}});
    }
    return parsePlanFile(writePlanFile(plan), QStringLiteral("plan")).value();
}

/// How long so many deletions take by a clock that is put forward whenever nothing but it is waited for, against the
/// time GitHub's published limits take for the same requests, and against that of the deletions with one look at the
/// row before each: no cleaner that looks can be faster. False: one of `most` is exceeded, or not all was deleted.
struct PaceBounds final {
    double requests = 1.05;
    double looks;
};
inline bool measurePace(size_t deletions, int kept, int treeSize, PaceBounds most)
{
    const QTemporaryDir folder;
    MemoryPackage package(static_cast<int>(deletions) + kept);
    const auto plan = planOf(package, deletions, treeSize);
    Moment now = package.planAt().toStdSysMilliseconds();
    const Moment begun = now;
    GovernedTransport governed(package, {}, [&now] { return now; });
    GithubClient github(governed, {QUrl(QStringLiteral("http://127.0.0.1")), {}, "2022-11-28"}, Clock(plan.createdAt));
    RegistryAccess access;
    access.registryUrl = QUrl(QStringLiteral("http://127.0.0.1"));
    RegistryClient registry(governed, access, Clock(plan.createdAt));
    auto store = Store::open(folder.filePath(QStringLiteral("slipway.db")));
    if (!store)
        return false;
    const CleanupTools tools{github,
                             registry,
                             **store,
                             nullptr,
                             Clock(plan.createdAt),
                             {QStringLiteral("acme"), 1},
                             QStringLiteral("memory"),
                             folder.path(),
                             QStringLiteral("bench"),
                             folder.filePath(QStringLiteral("audit")),
                             [&now] { return now; }};
    std::optional<Result<CleanupOutcome>> outcome;
    QElapsedTimer real;
    real.start();
    auto task = applyCleanup(tools, {plan, {}, nullptr}, {}, {}, {});
    task.then([&](Result<CleanupOutcome> done) { outcome = std::move(done); });
    while (!outcome) {
        const int before = package.points();
        for (int turn = 0; turn < 20 && !outcome; ++turn)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        if (package.points() == before && !outcome) {
            now += std::chrono::milliseconds(50);
            governed.reconsider();
        }
    }
    const bool isWhole = outcome->has_value() && !(*outcome)->stopped && package.deletions() == int(deletions);
    const double took = std::chrono::duration<double>(now - begun).count();
    // The first 900 at once, then so many a minute.
    const auto allowed = [](size_t points) {
        const size_t minutes = (points - 1) / 900;
        return 60.0 * static_cast<double>(minutes);
    };
    const double requests = took / allowed(size_t(package.points()));
    const double looks = took / allowed(deletions * 6);
    std::printf(
        "%zu deletions in trees of %d of a package of %zu versions: %d points, %.0f s by the governor's clock\n",
        deletions, treeSize, deletions + size_t(kept), package.points(), took);
    std::printf("  %.3f times what the limits take for these requests, %.3f times what they take for one look and one "
                "deletion each: %.0f a minute\n",
                requests, looks, 60.0 * static_cast<double>(deletions) / took);
    row("of this machine's time, journal on the disk included", static_cast<double>(real.elapsed()));
    return isWhole && requests <= most.requests && looks <= most.looks;
}

} // namespace slipway::bench
