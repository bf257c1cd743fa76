#pragma once

#include "core/clock.h"
#include "domain/listing.h"
#include "domain/owner.h"
#include "github/viewer.h"
#include "net/http.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <stop_token>
#include <vector>

namespace slipway
{

/// Where the API is and who asks. The token stays in memory.
struct GithubAccess final {
    QUrl apiUrl{QStringLiteral("https://api.github.com")};
    QString token;
    QByteArray apiVersion = QByteArrayLiteral("2022-11-28");
};

enum class VersionState : std::uint8_t { Active, Deleted };

/// A list as far as it could be read: a page that failed is a problem, the other pages are here.
template<typename Row>
struct PagedList final {
    std::vector<Row> rows;
    std::vector<Error> problems;
    int followed = 0; ///< links gone after, one behind the other

    [[nodiscard]] bool isComplete() const { return problems.empty(); }
};

/// GitHub's packages API, container packages only. Every method gives an Error only when nothing at all could be read.
class GithubClient final
{
public:
    GithubClient(HttpTransport& transport, GithubAccess access, Clock clock);

    /// Finds out whether a login is an organisation or a user.
    [[nodiscard]] Task<Result<Owner>> owner(QString login, std::stop_token stop) const;
    /// All pages, the second and later ones in parallel. 100 rows a page.
    [[nodiscard]] Task<Result<PagedList<ListedPackage>>> packages(Owner owner, std::stop_token stop) const;
    [[nodiscard]] Task<Result<PagedList<ListedVersion>>> versions(Owner owner, PackageName package, VersionState state,
                                                                  std::stop_token stop) const;

    /// Whom the token belongs to, and what it may do.
    [[nodiscard]] Task<Result<Viewer>> viewer(std::stop_token stop) const;
    /// The viewer's organisations, at most 100.
    [[nodiscard]] Task<Result<ViewerOrganizations>> organizations(std::stop_token stop) const;
    /// One request that fails as reading the owner's packages would: scope, single sign-on, not there.
    [[nodiscard]] Task<Result<void>> tryPackages(Owner owner, std::stop_token stop) const;

private:
    enum class Following : std::uint8_t { Nothing, NextLinks };
    template<typename Row>
    using Parser = Result<std::vector<Row>> (*)(const QByteArray&, const QString&);

    [[nodiscard]] QUrl url(const QString& encodedPath, const QString& query = {}) const;
    [[nodiscard]] Task<Result<HttpResponse>> get(QUrl url, QString subject, std::stop_token stop) const;
    template<typename Row>
    [[nodiscard]] Task<Result<PagedList<Row>>> readPages(QUrl first, QString subject, Parser<Row> parse,
                                                         std::stop_token stop) const;
    template<typename Row>
    [[nodiscard]] Task<void> readPage(QUrl page, QString subject, Parser<Row> parse,
                                      std::shared_ptr<PagedList<Row>> list, Following following,
                                      std::stop_token stop) const;

    HttpTransport& m_transport;
    GithubAccess m_access;
    Clock m_clock;
};

} // namespace slipway
