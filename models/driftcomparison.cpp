#include "models/driftcomparison.h"

#include "core/format.h"
#include "domain/tagshape.h"
#include "drift/chosentags.h"
#include "models/summary.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kLocked{"@lock"};
/// What a person can look through by typing.
constexpr qsizetype kMostComparables = 5000;

struct ComparisonTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::DriftPage)
};

const PackageRow* packageOf(const Snapshot& snapshot, const QString& name)
{
    const RowIndex row = packageNamed(snapshot.packages, name);
    return row == kNoRow ? nullptr : &snapshot.packages[row];
}

RowIndex versionWith(const Snapshot& snapshot, const PackageRow& package, const Digest& digest)
{
    for (const auto& version : snapshot.versionsOf(package))
        if (snapshot.digestOf(version) == digest)
            return snapshot.rowOf(version);
    return kNoRow;
}

std::unexpected<Error> unknown(const QString& text, const QString& why)
{
    return failure(ErrorKind::InvalidArgument, text, why);
}

Result<ComparedImage> findLocked(const DriftGround& ground, const QString& text)
{
    const QString name = text.chopped(kLocked.size());
    const QString package = name.section(u':', 0, 0);
    ComparedImage found{text, kNoRow, nullptr};
    if (ground.lock)
        found.locked = ground.lock->find({package}, {name.section(u':', 1)});
    if (!found.locked)
        return unknown(text, ComparisonTexts::tr("The lock file does not pin %1.").arg(name));
    if (const auto* row = packageOf(ground.snapshot(), package))
        found.version = versionWith(ground.snapshot(), *row, found.locked->digest);
    return found;
}

Result<ComparedImage> findCompared(const DriftGround& ground, const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.endsWith(kLocked))
        return findLocked(ground, text);
    const QString name = text.section(u'@', 0, 0).section(u':', 0, 0);
    const auto* package = packageOf(ground.snapshot(), name);
    if (!package)
        return unknown(text, ComparisonTexts::tr("There is no package %1.").arg(name));
    ComparedImage found{text, kNoRow, nullptr};
    if (text.contains(u'@')) {
        if (const auto digest = Digest::parse(text.section(u'@', 1)))
            found.version = versionWith(ground.snapshot(), *package, *digest);
    } else if (text.contains(u':')) {
        found.version = versionTagged(ground.snapshot(), *package, text.section(u':', 1).toUtf8());
    } else {
        found.version = currentVersion(ground.snapshot(), *package);
    }
    if (found.version == kNoRow)
        return unknown(text, ComparisonTexts::tr("%1 has no such version.").arg(name));
    return found;
}

/// The image that stands for a version, as the lock's layers are those of it.
RowIndex standingImage(const DriftGround& ground, const ComparedImage& compared)
{
    if (compared.version == kNoRow)
        return kNoRow;
    for (const RowIndex image : contentVersions(*ground.inventory, compared.version))
        if (ground.inventory->platformsOf(image).value(0) == "linux/amd64"_L1)
            return image;
    return contentVersion(*ground.inventory, compared.version);
}

void addTags(const Snapshot& snapshot, const PackageRow& package, QStringList& names)
{
    for (const auto& version : snapshot.versionsOf(package)) {
        const auto kind = snapshot.kindOf(version);
        if (!version.isTagged() || (kind != ManifestKind::Image && kind != ManifestKind::Index))
            continue;
        for (const TagText tag : snapshot.tagsOf(version))
            if (!parseReferrerTag(tag.utf8))
                names.append(package.name.value + u':' + tag.toString());
        if (names.size() >= kMostComparables)
            return;
    }
}

} // namespace

Result<DriftComparison> compareImages(const DriftGround& ground, const QString& left, const QString& right)
{
    auto first = findCompared(ground, left);
    if (!first)
        return std::unexpected(first.error());
    auto second = findCompared(ground, right);
    if (!second)
        return std::unexpected(second.error());
    DriftComparison comparison{*std::move(first), *std::move(second), {}};
    if (comparison.left.version != kNoRow && comparison.right.version != kNoRow)
        comparison.pairs = ladderPairs(*ground.inventory, comparison.left.version, comparison.right.version);
    else
        comparison.pairs.push_back(
            {{}, standingImage(ground, comparison.left), standingImage(ground, comparison.right)});
    if (comparison.pairs.empty())
        return unknown(left, ComparisonTexts::tr("One of the two has no image whose layers were read."));
    return comparison;
}

LadderSide comparedSide(const DriftGround& ground, const ComparedImage& compared, RowIndex image,
                        const std::optional<ImageConfig>& config)
{
    if (image != kNoRow) {
        LadderSide side = ladderSide(*ground.inventory, compared.version, image, config);
        // As it was asked for: a version may have several tags.
        side.name = compared.text.section(u"@sha256"_s, 0, 0);
        return side;
    }
    LadderSide side{compared.text, {}, {}};
    if (!compared.locked)
        return side;
    side.digest = compared.locked->digest;
    for (const auto& layer : compared.locked->layers)
        side.layers.push_back({layer, ground.lockedSizes.value(layer, kUnknownSize), {}});
    return side;
}

size_t expectedShared(const DriftGround& ground, const Digest& left, const Digest& right)
{
    const auto found = std::ranges::find_if(ground.siblings, [&](const ComparedSiblings& each) {
        return (each.cpu == left && each.gpu == right) || (each.cpu == right && each.gpu == left);
    });
    return found == ground.siblings.end() ? 0 : found->expected;
}

QString sharingSentence(const LadderModel& model, size_t expected)
{
    const size_t prefix = model.ladder().prefix;
    if (expected == 0)
        return {};
    QString text = ComparisonTexts::tr("The policy expects %n shared layer(s).", nullptr, static_cast<int>(expected));
    Bytes saved = 0;
    const auto& layers = model.right().layers;
    for (size_t i = prefix; i < std::min(expected, layers.size()); ++i)
        saved += std::max<Bytes>(layers[i].size, 0);
    if (saved > 0)
        text += u' ' + ComparisonTexts::tr("Sharing them would save %1.").arg(formatBytes(saved));
    return text;
}

ComparedNames comparedFor(const DriftGround& ground, const DriftFinding& finding)
{
    const QString image = finding.image + u':' + finding.tag;
    switch (finding.check) {
    case DriftCheck::Lock:
        return finding.reason == DriftReason::DigestDiffers ? ComparedNames{image + kLocked, image} : ComparedNames{};
    case DriftCheck::CpuGpu:
    case DriftCheck::Identical:
    case DriftCheck::Sbom:
        return {finding.other + u':' + finding.tag, image};
    case DriftCheck::Base:
        return {finding.other, image};
    case DriftCheck::Cuda:
    case DriftCheck::Deployed:
        break;
    }
    return comparedFor(ground, finding.image);
}

ComparedNames comparedFor(const DriftGround& ground, const QString& package)
{
    const auto& packages = ground.snapshot().packages;
    for (const auto& [pair, platform, cpu, gpu, expected] : ground.siblings) {
        const QString& left = packages[pair.cpu].name.value;
        const QString& right = packages[pair.gpu].name.value;
        if (left == package || right == package)
            return {left + u':' + pair.tag, right + u':' + pair.tag};
    }
    if (!ground.lock)
        return {};
    const auto locked =
        std::ranges::find(ground.lock->images, package, [](const LockedImage& image) { return image.package.value; });
    if (locked == ground.lock->images.end())
        return {};
    const QString image = package + u':' + locked->tag.value;
    return {image + kLocked, image};
}

ComparedNames comparedFor(const DriftGround& ground, const QString& family, const QString& hub)
{
    for (const auto& each : ground.siblings) {
        const auto& known = ground.classes[each.pair.gpu];
        if (known.family == family && known.hub == hub)
            return comparedFor(ground, ground.snapshot().packages[each.pair.gpu].name.value);
    }
    return {};
}

QStringList comparableImages(const DriftGround& ground)
{
    const Snapshot& snapshot = ground.snapshot();
    QStringList names;
    for (const auto& package : snapshot.packages) {
        if (names.size() >= kMostComparables)
            break;
        addTags(snapshot, package, names);
    }
    if (ground.lock)
        for (const auto& image : ground.lock->images)
            if (names.size() < 2 * kMostComparables)
                names.append(image.package.value + u':' + image.tag.value + kLocked);
    return names;
}

Result<FigureTable> sbomTable(const DriftGround& ground, const LadderSide& left, const LadderSide& right)
{
    const auto& read = ground.sboms.sboms;
    for (const auto* side : {&left, &right})
        if (!read.contains(side->digest))
            return failure(ErrorKind::NotFound, side->name,
                           ground.sboms.unread.contains(side->digest)
                               ? ComparisonTexts::tr("The SBOM of %1 could not be read.").arg(side->name)
                               : ComparisonTexts::tr("No SBOM of %1 is known. SBOMs are read of siblings, at the tag "
                                                     "they are compared by.")
                                     .arg(side->name));
    FigureTable table;
    table.columns = {{ComparisonTexts::tr("Package"), FigureKind::Text, {}},
                     {left.name, FigureKind::Text, {}},
                     {right.name, FigureKind::Text, {}},
                     {ComparisonTexts::tr("Judged"), FigureKind::Text, {}}};
    const auto isExpected = [&](const QString& name) {
        return std::ranges::any_of(ground.policy.sbomExpected, [&](const Glob& glob) { return glob.matches(name); });
    };
    for (const auto& difference : compareSboms(*read.constFind(left.digest), *read.constFind(right.digest))) {
        const QString judged = difference.left.isEmpty()     ? ComparisonTexts::tr("only here, as expected")
                               : isExpected(difference.name) ? ComparisonTexts::tr("expected")
                                                             : ComparisonTexts::tr("differs");
        const auto version = [](const QString& text) { return FigureCell{text.isEmpty() ? u"–"_s : text, text, {}}; };
        table.rows.push_back({{{difference.name, {}, difference.name},
                               version(difference.left),
                               version(difference.right),
                               {judged, {}, {}}},
                              {},
                              {},
                              {},
                              false,
                              {}});
    }
    return table;
}

} // namespace slipway
