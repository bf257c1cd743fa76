#include "cleanup/taglooks.h"

#include <algorithm>

namespace slipway
{

Task<Result<std::vector<ListedVersion>>> listedRows(CleanupTools tools, PackageName package, std::stop_token stop)
{
    auto read = co_await tools.github.versions({tools.owner, package, VersionState::Active}, tools.pages,
                                               CallContext(std::move(stop)));
    if (!read)
        co_return std::unexpected(read.error());
    if (!read->isComplete())
        co_return std::unexpected(read->problems.front());
    co_return Result<std::vector<ListedVersion>>(std::move(read->rows));
}

Task<Result<std::optional<Digest>>> surelyAt(CleanupTools tools, PackageName package, QString reference,
                                             std::stop_token stop)
{
    // One place to return from: GCC warns about what co_return makes of an error here.
    auto answer = co_await tools.registry.resolve({tools.owner.login, package}, reference, CallContext(stop));
    if (answer && !*answer) {
        const auto rows = co_await listedRows(tools, package, stop);
        if (!rows)
            answer = std::unexpected(rows.error());
        else if (const auto row = std::ranges::find_if(*rows,
                                                       [&](const ListedVersion& one) {
                                                           return one.digest.toString() == reference
                                                                  || std::ranges::contains(one.tags, Tag{reference});
                                                       });
                 row != rows->end())
            *answer = row->digest;
    }
    co_return answer;
}

} // namespace slipway
