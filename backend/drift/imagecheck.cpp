#include "domain/tagshape.h"
#include "drift/chosentags.h"
#include "drift/driftcontext.h"

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// "12.1" of "cuda>=12.1 brand=tesla,…" (NVIDIA Container Toolkit, NVIDIA_REQUIRE_CUDA).
QString requiredCuda(const QString& constraint)
{
    const qsizetype at = constraint.indexOf("cuda>="_L1);
    if (at < 0)
        return {};
    QString version;
    for (const QChar c : QStringView(constraint).sliced(at + 6)) {
        if (!c.isDigit() && c != u'.')
            break;
        version += c;
    }
    return version;
}

QString cudaOf(const ImageConfig& config)
{
    QString version = config.envValue("CUDA_VERSION"_L1);
    if (version.isEmpty())
        version = config.labels.value(u"com.nvidia.cuda.version"_s);
    return version.isEmpty() ? requiredCuda(config.envValue("NVIDIA_REQUIRE_CUDA"_L1)) : version;
}

/// A pin "12.1.*" holds "12.1" too.
bool isHeld(const Glob& pin, const QString& version)
{
    return pin.matches(version) || pin.matches(version + u'.');
}

bool isGpu(const PackageClass& packageClass)
{
    return packageClass.variant == Variant::Gpu || packageClass.variant == Variant::BaseGpu;
}

class ImageJudge final
{
public:
    explicit ImageJudge(DriftContext& context)
        : m_context(context)
    {
    }

    void checkBase(RowIndex package, const ChosenTag& chosen, std::span<const PlatformImage> images);
    void checkCuda(RowIndex package, const ChosenTag& chosen, std::span<const PlatformImage> images);

private:
    /// Whether it can be told how a base stands.
    enum class Judged : std::uint8_t {
        No,     ///< nothing says which tag it has to be
        Unread, ///< versions of its package are missing that could say it
        Yes,
    };
    /// How a base stands, which is the same for all images on it.
    struct Standing {
        RowIndex package = kNoRow;
        QString tag;
        Judged judged = Judged::No;
        std::optional<DriftReason> reason; ///< of one that was judged; none: it is as it should be
        QString other;
        QString expected;
        QString actual;
        int behind = 0;
    };

    [[nodiscard]] DriftFinding baseFinding(const Standing& standing, RowIndex package, const QString& tag) const;
    [[nodiscard]] const Standing& standingOf(const ImageBase& base);
    [[nodiscard]] Standing judged(const ImageBase& base) const;
    [[nodiscard]] bool mayFollowLatest(const ImageBase& base) const;
    [[nodiscard]] QString followedTag(const ImageBase& base) const;
    [[nodiscard]] bool isOf(RowIndex package, const Digest& digest, RowIndex current) const;
    [[nodiscard]] int versionsBetween(RowIndex newer, RowIndex older) const;

    DriftContext& m_context;
    QHash<Digest, Standing> m_standings; ///< by the base's digest: many images stand on few
};

bool ImageJudge::mayFollowLatest(const ImageBase& base) const
{
    return m_context.facts.policy.baseFollows == BaseFollows::Latest || base.tag.isEmpty();
}

QString ImageJudge::followedTag(const ImageBase& base) const
{
    const auto& package = m_context.snapshot().packages[base.package];
    if (mayFollowLatest(base) && versionTagged(m_context.snapshot(), package, "latest") != kNoRow)
        return u"latest"_s;
    return base.tag;
}

/// Whether the digest is this version's, or of an image that its index lists.
bool ImageJudge::isOf(RowIndex package, const Digest& digest, RowIndex current) const
{
    const Snapshot& snapshot = m_context.snapshot();
    if (snapshot.digestOf(current) == digest)
        return true;
    return std::ranges::any_of(m_context.facts.graph.children(current), [&](RowIndex child) {
        return snapshot.versions[child].package == package && snapshot.digestOf(child) == digest;
    });
}

/// How many releases `older` is behind `newer`; 0 if it stands nowhere below.
int ImageJudge::versionsBetween(RowIndex newer, RowIndex older) const
{
    const Snapshot& snapshot = m_context.snapshot();
    int behind = 0;
    for (RowIndex row = newer; row < older && older != kNoRow; ++row) {
        const auto& version = snapshot.versions[row];
        const auto kind = snapshot.kindOf(version);
        const bool isRelease = (kind == ManifestKind::Image || kind == ManifestKind::Index) && version.isTagged()
                               && hasPolicyTag(snapshot, version);
        behind += isRelease ? 1 : 0;
    }
    return behind;
}

ImageJudge::Standing ImageJudge::judged(const ImageBase& base) const
{
    Standing standing{base.package, base.tag, Judged::No, {}, {}, {}, {}, 0};
    const Snapshot& snapshot = m_context.snapshot();
    const auto& basePackage = snapshot.packages[base.package];
    const QString followed = followedTag(base);
    // Of a package read in part, "latest" may be among what is missing: another tag does not stand in for it.
    const bool isLatestOpen = !basePackage.complete && mayFollowLatest(base) && followed != "latest"_L1;
    if (isLatestOpen) {
        standing.judged = Judged::Unread;
        return standing;
    }
    if (followed.isEmpty())
        return standing;
    const RowIndex current = versionTagged(snapshot, basePackage, followed.toUtf8());
    if (current == kNoRow && !basePackage.complete) {
        standing.judged = Judged::Unread;
        return standing;
    }
    standing.judged = Judged::Yes;
    if (current != kNoRow && isOf(base.package, base.digest, current))
        return standing;
    const bool isMoved = followed == base.tag;
    standing.reason = current == kNoRow ? DriftReason::TagMissing
                      : isMoved         ? DriftReason::BaseMoved
                                        : DriftReason::BaseBehind;
    standing.other = basePackage.name.value + (base.tag.isEmpty() ? QString() : u':' + base.tag);
    standing.actual = base.digest.toString();
    if (current == kNoRow)
        return standing;
    standing.expected = snapshot.digestOf(current).toString();
    standing.behind = versionsBetween(current, m_context.bases().versionWith(base.package, base.digest));
    return standing;
}

const ImageJudge::Standing& ImageJudge::standingOf(const ImageBase& base)
{
    const auto known = m_standings.constFind(base.digest);
    if (known != m_standings.cend() && known->package == base.package && known->tag == base.tag)
        return *known;
    return *m_standings.insert(base.digest, judged(base));
}

DriftFinding ImageJudge::baseFinding(const Standing& standing, RowIndex package, const QString& tag) const
{
    auto found = m_context.finding(*standing.reason, DriftCheck::Base, package, tag);
    found.other = standing.other;
    found.actual = standing.actual;
    found.expected = standing.expected;
    found.count = standing.behind;
    return found;
}

void ImageJudge::checkBase(RowIndex package, const ChosenTag& chosen, std::span<const PlatformImage> images)
{
    const auto& digest = m_context.snapshot().digestOf(chosen.version);
    bool isCounted = false;
    for (const auto& image : images) {
        const auto* locked = m_context.lockedAs(package, chosen.tag, digest);
        const auto base = m_context.bases().baseOf(image, locked);
        if (!base || base->package == kNoRow)
            continue;
        const Standing& standing = standingOf(*base);
        if (standing.judged == Judged::Unread)
            return m_context.addGap(DriftCheck::Base, DriftGapReason::NotRead, package, chosen.tag);
        if (standing.judged == Judged::No)
            continue;
        if (!std::exchange(isCounted, true))
            m_context.count(DriftCheck::Base, package);
        if (standing.reason) {
            m_context.report.findings.push_back(baseFinding(standing, package, chosen.tag));
            return; // all platforms of an image are built on one base: one finding says it
        }
    }
}

void ImageJudge::checkCuda(RowIndex package, const ChosenTag& chosen, std::span<const PlatformImage> images)
{
    const Glob& pin = *m_context.facts.policy.cuda;
    for (const auto& image : images) {
        const auto* config = image.config;
        if (!config)
            return m_context.addGap(DriftCheck::Cuda, DriftGapReason::NotRead, package, chosen.tag);
        const QString version = cudaOf(*config);
        if (version.isEmpty())
            return m_context.addGap(DriftCheck::Cuda, DriftGapReason::NoCuda, package, chosen.tag);
        m_context.count(DriftCheck::Cuda, package);
        if (isHeld(pin, version))
            continue;
        auto found = m_context.finding(DriftReason::CudaDiffers, DriftCheck::Cuda, package, chosen.tag);
        found.platform = images.size() > 1 ? image.platform : QString();
        found.expected = pin.pattern();
        found.actual = version;
        m_context.report.findings.push_back(std::move(found));
    }
}

} // namespace

void checkImages(DriftContext& context, bool isBaseWanted, bool isCudaWanted)
{
    ImageJudge judge(context);
    const Snapshot& snapshot = context.snapshot();
    for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
        const auto& chosen = context.chosen(package);
        context.report.checked += chosen.empty() ? 0 : 1;
        context.report.tallies[package].isImage = !chosen.empty();
        for (const auto& each : chosen) {
            const bool isCudaDue = isCudaWanted && isGpu(context.facts.classes[package]);
            if (!isBaseWanted && !isCudaDue)
                continue;
            const auto& images = context.images.of(snapshot.versions[each.version]);
            if (isBaseWanted)
                judge.checkBase(package, each, images);
            if (isCudaDue)
                judge.checkCuda(package, each, images);
        }
    }
}

} // namespace slipway
