#include "drift/siblings.h"

#include "domain/tagshape.h"
#include "drift/chosentags.h"

#include <QHash>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

enum class Side { Cpu, Gpu, Neither };

Side sideOf(const PackageClass& packageClass)
{
    if (!packageClass.variant)
        return Side::Neither;
    switch (*packageClass.variant) {
    case Variant::Cpu:
    case Variant::BaseCpu:
        return Side::Cpu;
    case Variant::Gpu:
    case Variant::BaseGpu:
        return Side::Gpu;
    case Variant::Infra:
    case Variant::Other:
        break;
    }
    return Side::Neither;
}

bool isSeparator(QChar c)
{
    return c == u'-' || c == u'_' || c == u'.' || c == u'/';
}

bool saysVariant(QStringView part)
{
    return part == "cpu"_L1 || part == "gpu"_L1 || part.startsWith("cuda"_L1);
}

/// How many there are of a hub and family, and the first CPU one.
struct Group {
    RowIndex cpu = kNoRow;
    int cpus = 0;
    int gpus = 0;
};

/// The first CPU package of a family and stem.
struct FirstCpu {
    RowIndex package = kNoRow;
};

/// The tag both versions lists have, and the versions that have it.
bool setTag(SiblingPair& pair, const Snapshot& snapshot, const QString& tag)
{
    const QByteArray utf8 = tag.toUtf8();
    pair.cpuVersion = versionTagged(snapshot, snapshot.packages[pair.cpu], utf8);
    if (pair.cpuVersion == kNoRow)
        return false;
    pair.gpuVersion = versionTagged(snapshot, snapshot.packages[pair.gpu], utf8);
    pair.tag = tag;
    return pair.gpuVersion != kNoRow;
}

bool setLockedTag(SiblingPair& pair, const Snapshot& snapshot, const LockIndex& locked)
{
    return std::ranges::any_of(locked.of(pair.cpu), [&](const LockedImage& image) {
        return locked.find(pair.gpu, image.tag.value) && setTag(pair, snapshot, image.tag.value);
    });
}

bool setCommonTag(SiblingPair& pair, const Snapshot& snapshot, const LockIndex& locked)
{
    if (setLockedTag(pair, snapshot, locked) || setTag(pair, snapshot, u"latest"_s))
        return true;
    for (const auto& version : snapshot.versionsOf(snapshot.packages[pair.gpu])) {
        for (const TagText tag : snapshot.tagsOf(version))
            if (!parseReferrerTag(tag.utf8) && setTag(pair, snapshot, tag.toString()))
                return true;
    }
    return false;
}

/// A number for each hub and family, so that they need not be compared as texts.
class FamilyNumbers final
{
public:
    int of(const PackageClass& packageClass)
    {
        // Packages stand by name, so those of one family as a rule one after another.
        if (m_last >= 0 && packageClass.family == m_key.second && packageClass.hub == m_key.first)
            return m_last;
        m_key = {packageClass.hub, packageClass.family};
        const auto found = m_numbers.constFind(m_key);
        m_last = found != m_numbers.cend() ? *found : *m_numbers.insert(m_key, static_cast<int>(m_numbers.size()));
        return m_last;
    }

private:
    QHash<std::pair<QString, QString>, int> m_numbers;
    std::pair<QString, QString> m_key;
    int m_last = -1;
};

} // namespace

QString siblingStem(const QString& package)
{
    const QString name = package.toLower();
    QString stem;
    stem.reserve(name.size());
    for (qsizetype begin = 0; begin <= name.size();) {
        const auto separator = std::ranges::find_if(name.cbegin() + begin, name.cend(), isSeparator);
        const qsizetype end = separator - name.cbegin();
        const QStringView part = QStringView(name).sliced(begin, end - begin);
        if (!part.isEmpty() && !saysVariant(part)) {
            if (!stem.isEmpty())
                stem += u'-';
            stem += part;
        }
        begin = end + 1;
    }
    return stem;
}

std::vector<SiblingPair> siblingPairs(const DriftFacts& facts, const LockIndex& locked)
{
    const auto& packages = facts.snapshot.packages;
    FamilyNumbers numbers;
    QHash<std::pair<int, QString>, FirstCpu> cpuNamed;
    std::vector<Group> families;
    struct Gpu {
        RowIndex package;
        int family;
    };
    std::vector<Gpu> gpus;
    for (RowIndex package = 0; package < packages.size(); ++package) {
        const Side side = sideOf(facts.classes[package]);
        if (side == Side::Neither)
            continue;
        const int family = numbers.of(facts.classes[package]);
        if (families.size() <= static_cast<size_t>(family))
            families.resize(static_cast<size_t>(family) + 1);
        Group& group = families[static_cast<size_t>(family)];
        if (side == Side::Gpu) {
            ++group.gpus;
            gpus.push_back({package, family});
            continue;
        }
        if (group.cpus++ == 0)
            group.cpu = package;
        if (auto& first = cpuNamed[{family, siblingStem(packages[package].name.value)}]; first.package == kNoRow)
            first.package = package;
    }
    std::vector<SiblingPair> pairs;
    pairs.reserve(gpus.size());
    for (const auto& [package, familyNumber] : gpus) {
        SiblingPair pair;
        pair.gpu = package;
        pair.cpu = cpuNamed.value({familyNumber, siblingStem(packages[package].name.value)}).package;
        const Group& family = families[static_cast<size_t>(familyNumber)];
        if (pair.cpu == kNoRow && family.cpus == 1 && family.gpus == 1)
            pair.cpu = family.cpu;
        if (pair.cpu != kNoRow && setCommonTag(pair, facts.snapshot, locked))
            pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::vector<PlatformPair> platformPairs(PlatformImages& images, const SiblingPair& pair, const Snapshot& snapshot)
{
    const auto& cpu = images.of(snapshot.versions[pair.cpuVersion]);
    const auto& gpu = images.of(snapshot.versions[pair.gpuVersion]);
    if (cpu.size() == 1 && gpu.size() == 1 && (cpu[0].platform.isEmpty() || gpu[0].platform.isEmpty()))
        return {{{}, cpu[0].manifest, gpu[0].manifest}};
    std::vector<PlatformPair> pairs;
    for (const auto& image : gpu) {
        const auto other = std::ranges::find(cpu, image.platform, &PlatformImage::platform);
        if (other != cpu.end() && !image.platform.isEmpty())
            pairs.push_back({image.platform, other->manifest, image.manifest});
    }
    // With one pair the platform says nothing that tells findings apart.
    if (pairs.size() == 1)
        pairs[0].platform.clear();
    return pairs;
}

} // namespace slipway
