#include "drift/lockhands.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

LockedImage locked(const QString& package, const QString& tag, const QString& digest)
{
    LockedImage image;
    image.package.value = package;
    image.tag.value = tag;
    image.digest = named(digest);
    image.variant = Variant::Cpu;
    return image;
}

BuildLock lockOf(std::vector<LockedImage> images)
{
    BuildLock lock;
    lock.generatedAt = fixtureTime();
    lock.owner = u"northquay"_s;
    lock.images = std::move(images);
    return lock;
}

BuildLock wholeLock()
{
    auto image = locked(u"app-cpu"_s, u"latest"_s, u"app"_s);
    image.hub = u"audio \"pipeline\"\\"_s;
    image.family = u"törch\n"_s;
    image.platforms = {{u"linux/amd64"_s, named(u"amd"_s), {}}, {u"linux/arm64"_s, named(u"arm"_s), {}}};
    image.base = LockedBase{u"ghcr.io/northquay/base-cpu:1"_s, named(u"base"_s), {}};
    image.layers = {named(u"l1"_s), named(u"l2"_s)};
    image.builtBy = {u"build.yml"_s, 9'007'199'254'740'993, u"abc"_s, {}};
    return lockOf({image, locked(u"app-gpu"_s, u"latest"_s, u"gpu"_s)});
}

} // namespace slipway::test
