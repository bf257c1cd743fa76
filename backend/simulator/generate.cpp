#include "simulator/generate.h"

#include "simulator/generatedcontent.h"

#include <QTimeZone>

#include <atomic>
#include <thread>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostPackages = 100'000;
constexpr int kMostVersions = 10'000'000;
constexpr std::int64_t kFirstVersionId = 10'000'000;
constexpr std::int64_t kSecondsPushed = 400LL * 24 * 3600; // the oldest push is this old

QDateTime generatedAnchor()
{
    return {QDate(2026, 1, 1), QTime(0, 0), QTimeZone::UTC};
}

/// What one package has; made in any thread.
struct GeneratedPackage final {
    std::vector<GeneratedTree> trees;
    std::vector<SimVersion> rows;
    std::vector<PartReference> references; ///< trees counted from 0 within the package
};

TreeKind kindOf(quint64 dice, int remaining)
{
    if (remaining >= 6 && dice % 10 < 3)
        return TreeKind::SignedMulti;
    if (remaining >= 5 && dice % 10 < 7)
        return TreeKind::Multi;
    return dice % 2 == 0 ? TreeKind::Leftover : TreeKind::Single;
}

std::vector<GeneratedTree> planTrees(const TreeWriter& writer, int package, int versions)
{
    std::vector<GeneratedTree> trees;
    for (int remaining = versions; remaining > 0;) {
        const auto number = static_cast<std::int32_t>(trees.size());
        const auto kind = kindOf(writer.random(package, number) >> 32U, remaining);
        trees.push_back({package, number, 0, kind});
        remaining -= treeRows(kind);
    }
    const auto count = static_cast<std::int64_t>(trees.size());
    for (auto& tree : trees) {
        // Evenly spread, the last one an hour before the anchor.
        const auto before = (count - 1 - tree.number) * kSecondsPushed / std::max<std::int64_t>(count, 1) + 3600;
        tree.pushedAt = generatedAnchor().toSecsSinceEpoch() - before;
    }
    return trees;
}

QStringList tagsOf(const GeneratedTree& tree, const TreePart& part, const Digest& index, bool isNewest)
{
    if (part.role == TreePart::Role::Signature)
        return {"sha256-"_L1 + index.hex() + ".sig"_L1};
    const bool isTagged = part.role == TreePart::Role::Index || tree.kind == TreeKind::Single;
    if (!isTagged)
        return {};
    QStringList tags{"sha-"_L1 + part.digest.hex().first(7) + u'-' + QString::number(tree.number)};
    if (tree.number % 5 == 0)
        tags.append(u"v1.%1.0"_s.arg(tree.number));
    else if (tree.number % 3 == 1)
        tags.append(u"pr-%1"_s.arg(tree.number));
    if (isNewest)
        tags.append(u"latest"_s);
    return tags;
}

GeneratedPackage generatePackage(const TreeWriter& writer, int package, int versions, std::int64_t firstId)
{
    GeneratedPackage made;
    made.trees = planTrees(writer, package, versions);
    made.rows.reserve(static_cast<std::size_t>(versions));
    for (const auto& tree : made.trees) {
        const auto parts = writer.parts(tree);
        const auto pushed = QDateTime::fromSecsSinceEpoch(tree.pushedAt, QTimeZone::UTC);
        for (std::size_t at = 0; at < parts.size(); ++at) {
            const auto& part = parts[at];
            made.references.push_back(
                {digestPrefix(part.digest), static_cast<std::uint32_t>(tree.number), static_cast<std::uint8_t>(at)});
            if (part.role == TreePart::Role::Blob)
                continue;
            SimVersion row;
            row.id = firstId + static_cast<std::int64_t>(made.rows.size());
            row.digest = part.digest;
            row.createdAt = pushed;
            row.updatedAt = pushed;
            row.tags = tagsOf(tree, part, parts.front().digest,
                              tree.number + 1 == static_cast<std::int32_t>(made.trees.size()));
            made.rows.push_back(std::move(row));
        }
    }
    return made;
}

PackageFacts generatedFacts(int package)
{
    PackageFacts facts;
    const auto hub = u"hub%1"_s.arg(package % 7 + 1);
    const auto app = u"app%1-%2"_s.arg(package + 1, 4, 10, QChar(u'0')).arg(package % 2 == 0 ? u"cpu"_s : u"gpu"_s);
    // Every tenth name has a slash, as names on GHCR may.
    facts.name = hub + (package % 10 == 9 ? u"/"_s : u"-"_s) + app;
    facts.id = 1000 + package;
    facts.visibility = package % 3 == 0 ? SimVisibility::Public : SimVisibility::Private;
    facts.repository = hub;
    facts.createdAt = generatedAnchor().addSecs(-kSecondsPushed - 3600);
    facts.updatedAt = generatedAnchor().addSecs(-3600);
    return facts;
}

/// All packages, made by as many threads as there are processors. Which thread makes which does not matter.
std::vector<GeneratedPackage> generatePackages(const GeneratorSpec& spec, const TreeWriter& writer)
{
    std::vector<std::int64_t> firstIds;
    std::int64_t nextId = kFirstVersionId;
    for (int package = 0; package < spec.packages; ++package) {
        firstIds.push_back(nextId);
        nextId += spec.versions;
    }
    std::vector<GeneratedPackage> made(static_cast<std::size_t>(spec.packages));
    std::atomic<int> next = 0;
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        threads.emplace_back([&] {
            for (int package = next++; package < spec.packages; package = next++) {
                const auto at = static_cast<std::size_t>(package);
                made[at] = generatePackage(writer, package, spec.versions, firstIds[at]);
            }
        });
    }
    threads.clear();
    return made;
}

} // namespace

Result<SimulatorState> generateState(const GeneratorSpec& spec)
{
    const std::int64_t total = std::int64_t{spec.packages} * spec.versions;
    if (spec.packages < 1 || spec.packages > kMostPackages || spec.versions < 0 || total > kMostVersions)
        return failure(
            ErrorKind::InvalidArgument, u"generate"_s,
            u"packages are 1 to %1, versions of each at least 0, all versions together at most %2"_s.arg(kMostPackages)
                .arg(kMostVersions));
    TreeWriter writer(spec.seed, spec.packages);
    auto made = generatePackages(spec, writer);
    SimulatorState state;
    state.owner = {u"generated"_s, 4242, OwnerType::Organization};
    state.anchor = generatedAnchor();
    state.nextId = kFirstVersionId + total;
    std::vector<GeneratedTree> trees;
    std::vector<PartReference> references;
    for (int at = 0; at < spec.packages; ++at) {
        auto part = std::move(made[static_cast<std::size_t>(at)]);
        for (auto& reference : part.references)
            reference.tree += static_cast<std::uint32_t>(trees.size());
        references.insert(references.end(), part.references.begin(), part.references.end());
        trees.insert(trees.end(), part.trees.begin(), part.trees.end());
        auto& package = state.addPackage(generatedFacts(at));
        package.reserve(part.rows.size());
        for (auto& row : part.rows)
            package.addVersion(std::move(row));
    }
    state.content.setSource(
        std::make_shared<GeneratedContent>(std::move(writer), std::move(trees), std::move(references)));
    return state;
}

} // namespace slipway
