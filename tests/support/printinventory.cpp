#include "support/printinventory.h"

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

QString sizes(const SetSize& size)
{
    return u"%1/%2/%3"_s.arg(size.logical).arg(size.stored).arg(size.exclusive);
}

QString orUnassigned(const QString& name)
{
    return name.isEmpty() ? u"(unassigned)"_s : name;
}

QString versionLine(const Inventory& inventory, const Fixture& fixture, RowIndex row)
{
    const auto& facts = inventory.factsOf(row);
    const auto& version = inventory.snapshot->versions[row];
    QStringList words{fixture.nameOf(inventory.snapshot->digestOf(version)),
                      manifestKindName(inventory.snapshot->kindOf(version)),
                      u"%1/%2"_s.arg(facts.size).arg(facts.exclusiveSize)};
    if (facts.isSigned)
        words.append(u"signed"_s);
    if (facts.hasSbom)
        words.append(u"sbom"_s);
    if (facts.isAttested)
        words.append(u"attested"_s);
    if (facts.isBroken)
        words.append(u"broken"_s);
    return words.join(u' ');
}

} // namespace

QStringList printInventory(const Inventory& inventory, const Fixture& fixture)
{
    QStringList lines{u"all %1"_s.arg(sizes(inventory.size))};
    for (const auto& hub : inventory.hubs) {
        lines.append(u"hub %1 %2"_s.arg(orUnassigned(hub.name), sizes(hub.size)));
        for (const auto& family : hub.families) {
            lines.append(u"  family %1 %2"_s.arg(orUnassigned(family.name), sizes(family.size)));
            for (const auto& image : family.images) {
                const auto& package = inventory.snapshot->packages[image.package];
                lines.append(u"    image %1 %2 [%3] %4"_s.arg(package.name.value, variantName(image.variant),
                                                              image.platforms.join(u' '), sizes(image.size)));
                for (const RowIndex row : image.versions) {
                    lines.append(u"      "_s + versionLine(inventory, fixture, row));
                    for (const RowIndex part : inventory.partsOf(row))
                        lines.append(u"        "_s + versionLine(inventory, fixture, part));
                }
            }
        }
    }
    return lines;
}

} // namespace slipway::test
