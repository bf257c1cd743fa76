#include "drift/lockreader.h"

#include "drift/jsoncursor.h"
#include "drift/lockconflict.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// What is wrong with a file is said in English, as of profiles and policies.
QString english(const char* text)
{
    return QString::fromLatin1(text);
}

/// So many members that are not known are named; the others are counted.
constexpr qsizetype kMostNamed = 20;

class LockReader final
{
public:
    LockReader(const QByteArray& text, const QString& fileName)
        : m_in(text, fileName)
    {
    }

    Result<ReadLock> read();

private:
    /// The members of an object that were met. A known one is there once, and the needed ones are there.
    class Members final
    {
    public:
        Members(JsonCursor& in, qsizetype begin)
            : m_in(in)
            , m_begin(begin)
        {
        }
        bool meet(const QString& name, qsizetype at)
        {
            if (m_met.contains(name) || m_more.contains(name))
                m_in.refuse(at, english("\"%1\" is there twice").arg(name));
            if (m_met.size() < kFew)
                m_met.append(name);
            else
                m_more.insert(name);
            return !m_in.hasFailed();
        }
        void need(std::initializer_list<QLatin1StringView> names)
        {
            for (const auto name : names) {
                if (!m_in.hasFailed() && !m_met.contains(name) && !m_more.contains(name))
                    m_in.refuse(m_begin, english("\"%1\" is missing").arg(name));
            }
        }

    private:
        /// An object has fewer members as a rule: a short list is faster than a set.
        static constexpr qsizetype kFew = 16;

        JsonCursor& m_in;
        qsizetype m_begin;
        QStringList m_met;
        QSet<QString> m_more; ///< beyond those few
    };

    void keepUnknown(const QString& name, qsizetype at, UnknownMembers& unknown);
    void readVersion();
    QDateTime readTime();
    QString readName(const QString& member);
    Variant readVariant();
    LockedPlatform readPlatform();
    LockedBase readBase();
    LockedBuild readBuild();
    LockedImage readImage();
    void readMember(const QString& name, qsizetype at, LockedImage& image);
    void addImage();
    void order();

    struct Place {
        qsizetype at;
        size_t image;
    };
    JsonCursor m_in;
    ReadLock m_read;
    qsizetype m_unknownCount = 0;
    std::vector<Place> m_places; ///< of the images, in the file's order
};

void LockReader::keepUnknown(const QString& name, qsizetype at, UnknownMembers& unknown)
{
    unknown.insert(name, m_in.readRaw());
    if (!m_in.hasFailed() && ++m_unknownCount <= kMostNamed)
        m_read.unknown.append(u"%1: \"%2\""_s.arg(m_in.placeOf(at), name));
}

void LockReader::readVersion()
{
    const qsizetype at = m_in.position();
    const qint64 version = m_in.readInteger();
    if (version != BuildLock::kVersion)
        m_in.refuse(at, english("version %1 of the lock file is not known, only 1: a newer Slipway may have written it")
                            .arg(version));
}

QDateTime LockReader::readTime()
{
    const qsizetype at = m_in.position();
    const auto time = QDateTime::fromString(m_in.readString(), Qt::ISODate).toUTC();
    if (!time.isValid())
        m_in.refuse(at, english("expected a time such as 2025-11-21T14:32:00Z"));
    return time;
}

QString LockReader::readName(const QString& member)
{
    const qsizetype at = m_in.position();
    QString name = m_in.readString();
    if (name.isEmpty())
        m_in.refuse(at, english("\"%1\" is empty").arg(member));
    return name;
}

Variant LockReader::readVariant()
{
    const qsizetype at = m_in.position();
    const QString name = m_in.readString();
    const auto variant = variantFromName(name);
    if (!variant)
        m_in.refuse(
            at, english("there is no variant \"%1\"; known are cpu, gpu, base-cpu, base-gpu, infra, other").arg(name));
    return variant.value_or(Variant::Other);
}

LockedPlatform LockReader::readPlatform()
{
    LockedPlatform platform;
    Members members(m_in, m_in.position());
    m_in.readObject([&](const QString& name, qsizetype at) {
        if (!members.meet(name, at))
            return;
        if (name == "platform"_L1)
            platform.platform = m_in.readString();
        else if (name == "digest"_L1)
            platform.digest = m_in.readDigest();
        else
            keepUnknown(name, at, platform.unknown);
    });
    members.need({"platform"_L1, "digest"_L1});
    return platform;
}

LockedBase LockReader::readBase()
{
    LockedBase base;
    Members members(m_in, m_in.position());
    m_in.readObject([&](const QString& name, qsizetype at) {
        if (!members.meet(name, at))
            return;
        if (name == "ref"_L1)
            base.ref = m_in.readString();
        else if (name == "digest"_L1)
            base.digest = m_in.readDigest();
        else
            keepUnknown(name, at, base.unknown);
    });
    members.need({"ref"_L1, "digest"_L1});
    return base;
}

LockedBuild LockReader::readBuild()
{
    LockedBuild build;
    Members members(m_in, m_in.position());
    m_in.readObject([&](const QString& name, qsizetype at) {
        if (!members.meet(name, at))
            return;
        if (name == "workflow"_L1)
            build.workflow = m_in.readString();
        else if (name == "runId"_L1)
            build.runId = m_in.readInteger();
        else if (name == "commit"_L1)
            build.commit = m_in.readString();
        else
            keepUnknown(name, at, build.unknown);
    });
    return build;
}

void LockReader::readMember(const QString& name, qsizetype at, LockedImage& image)
{
    if (name == "package"_L1)
        image.package.value = readName(name);
    else if (name == "tag"_L1)
        image.tag.value = readName(name);
    else if (name == "variant"_L1)
        image.variant = readVariant();
    else if (name == "family"_L1)
        image.family = m_in.readString();
    else if (name == "hub"_L1)
        image.hub = m_in.readString();
    else if (name == "digest"_L1)
        image.digest = m_in.readDigest();
    else if (name == "platforms"_L1)
        m_in.readArray([&] {
            const qsizetype begin = m_in.position();
            auto platform = readPlatform();
            if (std::ranges::contains(image.platforms, platform.platform, &LockedPlatform::platform))
                m_in.refuse(begin, english("the platform \"%1\" is there twice").arg(platform.platform));
            image.platforms.push_back(std::move(platform));
        });
    else if (name == "base"_L1)
        image.base = readBase();
    else if (name == "layers"_L1)
        m_in.readArray([&] { image.layers.push_back(m_in.readDigest()); });
    else if (name == "builtBy"_L1)
        image.builtBy = readBuild();
    else
        keepUnknown(name, at, image.unknown);
}

LockedImage LockReader::readImage()
{
    LockedImage image;
    Members members(m_in, m_in.position());
    m_in.readObject([&](const QString& name, qsizetype at) {
        if (members.meet(name, at))
            readMember(name, at, image);
    });
    members.need({"package"_L1, "tag"_L1, "digest"_L1});
    std::ranges::sort(image.platforms, {}, &LockedPlatform::platform);
    return image;
}

void LockReader::addImage()
{
    const qsizetype at = m_in.position();
    m_read.lock.images.push_back(readImage());
    m_places.push_back({at, m_places.size()});
}

/// Images by package and tag. Of two for one tag, the second in the file is one too many.
void LockReader::order()
{
    auto& images = m_read.lock.images;
    std::ranges::stable_sort(
        m_places, [&](const Place& a, const Place& b) { return isBefore(images[a.image], images[b.image]); });
    for (size_t i = 1; i < m_places.size(); ++i) {
        const auto& image = images[m_places[i].image];
        if (isBefore(images[m_places[i - 1].image], image))
            continue;
        const QString first = m_in.placeOf(m_places[i - 1].at);
        return m_in.refuse(
            m_places[i].at,
            english("%1:%2 is there twice; the first is at %3").arg(image.package.value, image.tag.value, first));
    }
    if (std::ranges::is_sorted(m_places, {}, &Place::image))
        return;
    std::vector<LockedImage> ordered;
    ordered.reserve(images.size());
    for (const auto& place : m_places)
        ordered.push_back(std::move(images[place.image]));
    images = std::move(ordered);
}

Result<ReadLock> LockReader::read()
{
    BuildLock& lock = m_read.lock;
    Members members(m_in, m_in.position());
    m_in.readObject([&](const QString& name, qsizetype at) {
        if (!members.meet(name, at))
            return;
        if (name == "version"_L1)
            readVersion();
        else if (name == "generatedAt"_L1)
            lock.generatedAt = readTime();
        else if (name == "owner"_L1)
            lock.owner = readName(name);
        else if (name == "images"_L1)
            m_in.readArray([this] { addImage(); });
        else
            keepUnknown(name, at, lock.unknown);
    });
    m_in.readEnd();
    members.need({"version"_L1, "generatedAt"_L1, "owner"_L1, "images"_L1});
    if (!m_in.hasFailed())
        order();
    if (m_in.hasFailed())
        return std::unexpected(*m_in.error());
    if (m_unknownCount > kMostNamed)
        m_read.unknown.append(english("and %1 more").arg(m_unknownCount - kMostNamed));
    return std::move(m_read);
}

} // namespace

Result<ReadLock> parseBuildLock(const QByteArray& text, const QString& fileName)
{
    // An editor on Windows may put a byte order mark before it (RFC 8259, section 8.1).
    constexpr QByteArrayView kMark = "\xEF\xBB\xBF";
    if (text.startsWith(kMark))
        return parseBuildLock(text.sliced(kMark.size()), fileName);
    if (const auto line = conflictLine(text)) {
        return failure(ErrorKind::InvalidFile, u"%1:%2:1"_s.arg(fileName).arg(*line),
                       english("a merge left both sides here; `slipwayctl lock write --output` resolves it"));
    }
    return LockReader(text, fileName).read();
}

Result<ReadLock> loadBuildLock(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    if (file.size() > kLargestLock) {
        return failure(ErrorKind::InvalidFile, path + u":1:1"_s,
                       english("%1 MiB are no lock file: none is larger than %2 MiB")
                           .arg(file.size() / (1024 * 1024))
                           .arg(kLargestLock / (1024 * 1024)));
    }
    const QByteArray text = file.read(kLargestLock + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return parseBuildLock(text, path);
}

} // namespace slipway
