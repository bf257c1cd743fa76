#include "cleanup/randomregistry.h"

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kNames = 22;

class RegistryWriter final
{
public:
    explicit RegistryWriter(std::mt19937& random)
        : m_random(random)
    {
    }

    QString write()
    {
        QList<int> numbers;
        for (int number = 0; number < kNames; ++number)
            numbers.append(number);
        for (int package = 0, packages = 1 + below(3); package < packages; ++package) {
            m_text += u"package p%1%2\n"_s.arg(package).arg(isOneIn(40) ? u" partial"_s : QString());
            std::ranges::shuffle(numbers, m_random);
            for (int i = 0, versions = below(14); i < versions; ++i)
                writeVersion(numbers[i]);
        }
        return m_text;
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % unsigned(limit)); }
    bool isOneIn(int times) { return below(times) == 0; }
    QString anyName() { return u"m%1"_s.arg(below(kNames)); }

    void writeVersion(int number)
    {
        m_text += u" m%1 %2"_s.arg(number).arg(m_isWritten.contains(number) ? u"again"_s : content(number));
        m_isWritten.insert(number);
        if (!isOneIn(6)) {
            static const QList<int> kDays{0, 1, 2, 2, 5, 9, 9, 9, 14, 30, 90};
            m_text += u" days=%1"_s.arg(kDays[below(int(kDays.size()))]);
        }
        QStringList tags;
        for (int more = isOneIn(2) ? 0 : 1 + below(2); more > 0; --more)
            tags.append(tag());
        tags.removeDuplicates();
        m_text += (tags.isEmpty() ? QString() : u" tags="_s + tags.join(u',')) + u'\n';
    }

    QString tag()
    {
        static const QStringList kSuffixes{u""_s, u".sig"_s, u".att"_s, u".sbom"_s, u"-debug"_s};
        switch (below(9)) {
        case 0:
        case 1:
            return u"sha256-{m%1}%2"_s.arg(below(kNames)).arg(kSuffixes[below(5)]);
        case 2:
            return u"v1.%1.0"_s.arg(below(4));
        case 3:
        case 4:
            return u"pr-%1"_s.arg(below(5));
        case 5:
        case 6:
            return u"sha-%1"_s.arg(below(5));
        case 7:
            return u"latest"_s;
        default:
            return u"dev-%1"_s.arg(below(3));
        }
    }

    QString content(int number)
    {
        const QString own = u"layers=b%1:%2,b%3:%4"_s.arg(number)
                                .arg(qint64{1} << number)
                                .arg(number / 2)
                                .arg(qint64{1} << (number / 2));
        switch (below(14)) {
        case 0:
        case 1:
        case 2:
        case 3: {
            QStringList children;
            for (int more = below(4); more > 0; --more)
                children.append(u"m%1"_s.arg(number + 1 + below(kNames - number))); // digests make no circles
            children.removeDuplicates();
            return u"index children="_s + children.join(u',') + (isOneIn(8) ? u" subject="_s + anyName() : QString());
        }
        case 4:
            return u"signature "_s + own + (isOneIn(4) ? QString() : u" subject="_s + anyName());
        case 5:
            return u"sbom "_s + own + u" subject="_s + anyName();
        case 6:
            return u"attestation "_s + own;
        case 7:
            return u"artifact "_s + own + (isOneIn(2) ? QString() : u" subject="_s + anyName());
        case 8:
            return u"cache "_s + own;
        case 9:
            return isOneIn(12) ? QStringList{u"missing"_s, u"invalid"_s, u"unreadable"_s, u"never"_s}[below(4)]
                               : u"image "_s + own;
        default:
            return u"image "_s + own;
        }
    }

    std::mt19937& m_random;
    QSet<int> m_isWritten; ///< a digest has one content, wherever it is listed
    QString m_text;
};

} // namespace

Fixture randomRegistry(std::mt19937& random)
{
    auto fixture = Fixture::parse(RegistryWriter(random).write());
    for (auto& package : fixture.packages) {
        for (auto& version : package.versions) {
            if (random() % 25 == 0)
                (random() % 2 == 0 ? version.createdAt : version.updatedAt) = QDateTime();
            else if (random() % 6 == 0)
                version.updatedAt = version.updatedAt.addDays(int(random() % 3));
        }
    }
    return fixture;
}

QString randomPolicy(std::mt19937& random)
{
    const auto oneOf = [&random](const QStringList& texts) {
        return texts[qsizetype(random() % size_t(texts.size()))];
    };
    const QStringList ages{u"0m"_s, u"1d"_s, u"5d"_s, u"1w"_s, u"30d"_s};
    QString policy = u"grace: %1\n"_s.arg(oneOf({u"10m"_s, u"1h"_s, u"2d"_s}));
    if (random() % 4 != 0)
        policy += u"untagged: {olderThan: %1, kinds: %2}\n"_s.arg(
            oneOf(ages), oneOf({u"[image, index]"_s, u"[image]"_s, u"[image, index, cache, artifact]"_s}));
    policy += u"rules:\n"_s;
    for (auto more = 1 + random() % 4; more > 0; --more) {
        policy += u"  - { tags: \"%1\", %2 }\n"_s.arg(
            oneOf({u"pr-*"_s, u"sha-*"_s, u"dev-[01]"_s, u"v*"_s, u"*"_s, u"*-?"_s, u"latest"_s}),
            oneOf({u"olderThan: "_s + oneOf(ages), u"keepLatest: %1"_s.arg(random() % 4),
                   u"olderThan: %1, keepLatest: %2"_s.arg(oneOf(ages)).arg(random() % 4)}));
    }
    policy += u"protect: {tags: %1, semver: %2, lockFiles: %3, deployed: %4, rollback: %5}\n"_s
                  .arg(oneOf({u"[]"_s, u"[latest]"_s, u"[\"v1.[12]*\", dev-2]"_s, u"[\"sha256-*\"]"_s}),
                       oneOf({u"true"_s, u"false"_s, u"false"_s}), oneOf({u"[]"_s, u"[build-lock.json]"_s}),
                       oneOf({u"true"_s, u"false"_s}))
                  .arg(random() % 3);
    policy += u"orphans: %1\nghosts: %2\n"_s.arg(oneOf({u"report"_s, u"delete"_s}), oneOf({u"report"_s, u"delete"_s}));
    policy += u"limits: {versions: %1, percent: %2}\n"_s.arg(random() % 6).arg(20 + random() % 81);
    policy += u"packages: %1\n"_s.arg(oneOf({u"[\"*\"]"_s, u"[\"*\"]"_s, u"[\"*\", \"!p1\"]"_s, u"[p0, p2]"_s}));
    return policy;
}

CleanupProtections randomProtections(const Fixture& fixture, std::mt19937& random)
{
    CleanupProtections protections;
    protections.targets = 1;
    if (random() % 25 != 0)
        protections.locks.push_back({u"build-lock.json"_s, {}});
    if (random() % 25 == 0)
        protections.unreadTargets.append(u"demo-03"_s);
    for (const auto& package : fixture.packages) {
        for (const auto& version : package.versions) {
            switch (random() % 30) {
            case 0:
                if (!protections.locks.empty())
                    protections.locks.front().digests.push_back(version.digest);
                break;
            case 1:
                protections.deployed.push_back({version.digest, u"demo-01"_s, DeployedRole::Running, 0});
                break;
            case 2:
                protections.deployed.push_back(
                    {version.digest, u"demo-01"_s, DeployedRole::Rollback, 1 + int(random() % 3)});
                break;
            case 3:
                protections.undeletable.push_back(version.digest);
                break;
            default:
                break;
            }
        }
    }
    return protections;
}

} // namespace slipway::test
