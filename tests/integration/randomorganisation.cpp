#include "integration/randomorganisation.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

int below(std::mt19937& random, int limit)
{
    return static_cast<int>(random() % unsigned(limit));
}

QStringList tagsByChance(std::mt19937& random, int number)
{
    switch (below(random, 7)) {
    case 0:
    case 1:
        return {u"pr-%1"_s.arg(number)};
    case 2:
        return {u"sha-%1"_s.arg(number)};
    case 3:
        return {u"v%1"_s.arg(number)};
    case 4:
        return {u"pr-%1"_s.arg(number), u"v%1"_s.arg(number)};
    default:
        return {};
    }
}

QString digestOfNothing(std::mt19937& random)
{
    return u"sha256:"_s + QString::number(random(), 16).rightJustified(64, u'0');
}

void addPackage(Organisation& organisation, const QString& name, std::mt19937& random)
{
    organisation.package(name).image(name + u"keep"_s, {u"latest"_s}, {u"base"_s, name});
    QStringList images{name + u"keep"_s};
    QStringList all = images;
    QList<QStringList> listed;
    for (int number = 0, total = 4 + below(random, 9); number < total; ++number) {
        const QString key = u"%1m%2"_s.arg(name).arg(number);
        switch (below(random, 8)) {
        case 6: {
            // As BuildKit gives them: beside the platform's image, of no platform.
            organisation.image(key + u"image"_s, {}, {u"base"_s, key + u"image"_s});
            organisation.image(key + u"att"_s, {}, {key + u"att"_s}, u"unknown/unknown"_s);
            organisation.index(key, tagsByChance(random, number), {key + u"image"_s, key + u"att@unknown/unknown"_s});
            images.append(key);
            all.append({key + u"image"_s, key + u"att"_s});
            break;
        }
        case 7:
            // What it lists was deleted before.
            organisation.indexOfNothing(tagsByChance(random, number), digestOfNothing(random));
            continue;
        case 0:
        case 1:
            organisation.image(key, tagsByChance(random, number), {u"base"_s, key});
            images.append(key);
            break;
        case 2:
        case 3: {
            QStringList children;
            for (int more = 1 + below(random, 3); more > 0; --more)
                children.append(images[below(random, static_cast<int>(images.size()))]);
            children.removeDuplicates();
            // Indexes of the same children are the same manifest.
            if (listed.contains(children))
                continue;
            listed.append(children);
            organisation.index(key, tagsByChance(random, number), children);
            images.append(key);
            break;
        }
        case 4:
            // One tag can be on one version only.
            if (const QString subject = all[below(random, static_cast<int>(all.size()))];
                !all.contains(subject + u"sig"_s)) {
                organisation.signature(subject + u"sig"_s, subject);
                all.append(subject + u"sig"_s);
            }
            continue;
        default:
            organisation.referrer(key, all[below(random, static_cast<int>(all.size()))]);
            break;
        }
        all.append(key);
    }
    // The registry lost its manifest: nobody knows what it holds.
    if (below(random, 10) == 0)
        organisation.listedOnly(tagsByChance(random, 90), digestOfNothing(random));
}

} // namespace

Organisation randomOrganisation(std::mt19937& random)
{
    Organisation organisation;
    addPackage(organisation, u"app"_s, random);
    addPackage(organisation, u"tool"_s, random);
    return organisation;
}

QString randomCleanup(std::mt19937& random)
{
    QString yaml = below(random, 5) > 0 ? u"limits: {versions: 500, percent: 100}\n"_s
                                        : u"limits: {versions: 2, percent: 100}\n"_s;
    if (below(random, 3) > 0)
        yaml += u"untagged: {olderThan: 1d, kinds: [image, index, artifact]}\n"_s;
    if (below(random, 4) > 0)
        yaml += u"rules: [{tags: 'pr-*', olderThan: 1d}, {tags: 'sha-*', olderThan: 1d, keepLatest: %1}]\n"_s.arg(
            1 + below(random, 2));
    if (below(random, 2) == 0)
        yaml += u"orphans: delete\n"_s;
    return yaml;
}

QStringList randomFaults(std::mt19937& random)
{
    static const QStringList kFaults{
        u"status=500,method=DELETE"_s,         u"reset,method=DELETE"_s,
        u"reset,method=DELETE,moment=after"_s, u"throttle,method=DELETE"_s,
        u"status=401,method=DELETE"_s,         u"status=502,route=*/versions*,method=GET"_s,
        u"status=400,method=DELETE"_s,         u"truncated,route=*/versions*,method=GET"_s,
        u"status=404,method=DELETE"_s,         u"status=500,method=POST"_s,
        u"reset,method=POST,moment=after"_s,   u"throttle,route=*/versions/*"_s};
    QStringList faults;
    for (int more = below(random, 4); more > 0; --more) {
        faults.append(kFaults[below(random, static_cast<int>(kFaults.size()))]
                      + u",skip=%1,count=%2"_s.arg(below(random, 12)).arg(1 + below(random, 3)));
    }
    return faults;
}

} // namespace slipway::test
