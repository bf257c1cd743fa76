#include "storage/randomowner.h"

#include <algorithm>
#include <map>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kManifests = 26;
constexpr int kBlobs = 24;

class OwnerWriter final
{
public:
    explicit OwnerWriter(std::mt19937& random)
        : m_random(random)
    {
    }

    QString write()
    {
        for (const auto& name : {u"base-cpu"_s, u"base-gpu"_s})
            writePackage(name, 8, [this] { return base(); });
        for (const auto& name : {u"app0-cpu"_s, u"app0-gpu"_s, u"app1-cpu"_s, u"tool"_s, u"empty"_s})
            writePackage(name, name == "empty"_L1 ? 0 : 9, [this] { return below(7) == 0 ? base() : other(); });
        return m_text;
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % unsigned(limit)); }

    QString blob(int number)
    {
        // Of the last four the size is told by some manifests only, of b23 by none.
        const bool isTold = number < kBlobs - 4 || (number < kBlobs - 1 && below(3) == 0);
        return isTold ? u"b%1:%2"_s.arg(number).arg(qint64{1} << number) : u"b%1:?"_s.arg(number);
    }

    QString layers(const QList<int>& below, int more)
    {
        QStringList list;
        for (const int number : below)
            list.append(blob(number));
        for (; more > 0; --more)
            list.append(blob(this->below(kBlobs)));
        if (!list.isEmpty() && this->below(4) == 0)
            list.append(list.first());
        return list.join(u',');
    }

    QList<int> prefix()
    {
        static const QList<QList<int>> kPrefixes{{0}, {0, 1}, {0, 1, 2}, {3, 4}, {3, 5}, {6}, {6, 7, 8}};
        return kPrefixes[below(int(kPrefixes.size()))];
    }

    /// An image that has nothing but a base's layers.
    QString base()
    {
        QStringList list;
        for (const int number : prefix())
            list.append(blob(number));
        return u"image layers=%1 config=%2"_s.arg(list.join(u','), blob(below(kBlobs)));
    }

    QString index(int self)
    {
        QStringList children;
        for (int more = below(4); more > 0; --more) // only what comes later: digests make no circles
            children.append(
                u"m%1@linux/%2"_s.arg(self + 1 + below(kManifests - self)).arg(below(2) == 0 ? u"amd64" : u"arm64"));
        children.removeDuplicates();
        return u"index children="_s + children.join(u',');
    }

    QString other()
    {
        switch (below(12)) {
        case 0:
            return below(2) == 0 ? u"cache asindex layers=%1"_s.arg(layers({}, below(4)))
                                 : u"cache layers=%1 config=%2"_s.arg(layers({}, below(4)), blob(below(kBlobs)));
        case 1:
            return u"artifact layers=%1 config=%2 subject=m%3"_s.arg(layers({}, 1), blob(9)).arg(below(kManifests));
        case 2:
            return u"signature layers=%1"_s.arg(layers({}, 1));
        case 3:
            return QStringList{u"missing"_s, u"invalid"_s, u"unreadable"_s, u"never"_s}[below(4)];
        default:
            return u"image layers=%1 config=%2"_s.arg(layers(below(4) == 0 ? QList<int>{} : prefix(), below(4)),
                                                      blob(below(kBlobs)));
        }
    }

    QString listing()
    {
        static const QList<int> kDays{0, 3, 6, 7, 29, 30, 45, 90, 200, 365, 500};
        QStringList words{u"days=%1"_s.arg(kDays[below(int(kDays.size()))])};
        if (below(3) == 0)
            words.append(u"tags=v%1"_s.arg(below(9)));
        else if (below(8) == 0)
            words.append(u"tags=sha256-{m%1}.sig"_s.arg(below(kManifests)));
        return words.join(u' ');
    }

    template<typename MakeContent>
    void writePackage(const QString& name, int most, MakeContent makeContent)
    {
        QString options = below(4) == 0 ? QString() : u" repo=hub%1"_s.arg(below(3));
        if (below(6) == 0)
            options += u" partial"_s;
        m_text += u"package "_s + name + options + u'\n';
        QSet<int> listed;
        for (int version = most > 0 ? below(most + 1) : 0; version > 0; --version) {
            const int number = below(kManifests);
            if (listed.contains(number))
                continue;
            listed.insert(number);
            QString content = u"again"_s;
            if (!m_written.contains(number))
                content =
                    name != "base-cpu"_L1 && name != "base-gpu"_L1 && below(5) == 0 ? index(number) : makeContent();
            m_written.insert(number);
            m_text += u" m%1 %2 bytes=%3 %4\n"_s.arg(number).arg(content).arg(100 + number).arg(listing());
        }
    }

    std::mt19937& m_random;
    QSet<int> m_written; ///< a digest has one content, wherever it is listed
    QString m_text;
};

} // namespace

Fixture randomOwner(std::mt19937& random)
{
    auto fixture = Fixture::parse(OwnerWriter(random).write());
    for (auto& package : fixture.packages) {
        for (auto& version : package.versions) {
            if (random() % 12 == 0)
                (random() % 2 == 0 ? version.createdAt : version.updatedAt) = QDateTime();
        }
    }
    return fixture;
}

std::vector<RowIndex> randomVersions(const Snapshot& snapshot, std::mt19937& random)
{
    std::vector<RowIndex> rows;
    for (RowIndex row = 0; row < snapshot.versions.size(); ++row) {
        for (auto times = random() % 3; times > 0; --times)
            rows.push_back(row);
    }
    std::ranges::shuffle(rows, random);
    return rows;
}

std::set<Digest> blobsOf(const Fixture& fixture, const Digest& version)
{
    std::set<Digest> blobs;
    const auto manifest = std::ranges::find(fixture.manifests, version, &Manifest::digest);
    if (manifest == fixture.manifests.end())
        return blobs;
    for (const auto& layer : manifest->layers)
        blobs.insert(layer.digest);
    if (manifest->config)
        blobs.insert(manifest->config->digest);
    return blobs;
}

Bytes sizeOf(const Snapshot& snapshot, const Digest& blob)
{
    const auto found = std::ranges::find(snapshot.blobs, blob, &BlobRow::digest);
    return found == snapshot.blobs.end() ? kUnknownSize : found->size;
}

Bytes sumOf(const Snapshot& snapshot, const std::set<Digest>& blobs)
{
    Bytes sum = 0;
    for (const auto& blob : blobs)
        sum += std::max(Bytes{0}, sizeOf(snapshot, blob));
    return sum;
}

} // namespace slipway::test
