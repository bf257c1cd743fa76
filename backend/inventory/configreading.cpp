#include "inventory/configreading.h"

#include "domain/classification.h"

#include <algorithm>

namespace slipway
{

namespace
{

Task<void> readConfig(ScanStatePtr state, PackageName package, Digest digest, std::shared_ptr<ReadConfigs> found)
{
    const auto stored = state->tools.store.document(digest);
    if (stored && *stored) {
        if (const auto config = parseImageConfig(digest, (*stored)->bytes))
            found->configs.insert(digest, *config);
        co_return;
    }
    const auto document = co_await state->tools.registry.blob({state->owner.login, package}, digest, state->context());
    // Without its config a package is grouped by what its name tells: that is a gap, and said.
    if (!document) {
        if (document.error().kind != ErrorKind::Cancelled)
            found->problems.push_back(document.error());
        co_return;
    }
    state->keepDocument({digest, {document->bytes, document->mediaType}, std::nullopt});
    if (const auto config = parseImageConfig(digest, document->bytes))
        found->configs.insert(digest, *config);
}

} // namespace

Task<ReadConfigs> readConfigs(ScanStatePtr state, SnapshotPtr snapshot)
{
    const auto wanted = configsNeeded(*snapshot, state->request.rules);
    const auto found = std::make_shared<ReadConfigs>();
    QSet<Digest> asked;
    std::vector<Task<void>> tasks;
    for (const auto& package : snapshot->packages) {
        const RowIndex blob = currentConfig(*snapshot, package);
        if (blob == kNoRow || !std::ranges::binary_search(wanted, blob))
            continue;
        const Digest& digest = snapshot->blobs[blob].digest;
        if (snapshot->configs.contains(digest) || asked.contains(digest))
            continue;
        asked.insert(digest);
        tasks.push_back(readConfig(state, package.name, digest, found));
    }
    for (auto& task : tasks)
        co_await task;
    co_return std::move(*found);
}

} // namespace slipway
