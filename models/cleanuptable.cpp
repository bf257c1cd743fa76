#include "models/cleanuptable.h"

#include "domain/tagshape.h"
#include "models/csvline.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct CleanupColumns {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

QString fateWord(CleanupFate fate)
{
    switch (fate) {
    case CleanupFate::Goes:
        return CleanupColumns::tr("goes");
    case CleanupFate::Excluded:
        return CleanupColumns::tr("taken out");
    case CleanupFate::Held:
        return CleanupColumns::tr("protected");
    case CleanupFate::Blocked:
        return CleanupColumns::tr("cannot go");
    }
    return {};
}

} // namespace

QByteArray cleanupAsCsv(const CleanupSheet& sheet, const QSet<PackageName>& leftOut)
{
    const Snapshot& snapshot = sheet.snapshot();
    QByteArray csv =
        csvLine({CleanupColumns::tr("Package"), CleanupColumns::tr("Tags"), CleanupColumns::tr("Digest"),
                 CleanupColumns::tr("Fate"), CleanupColumns::tr("Rule"), CleanupColumns::tr("Why"),
                 CleanupColumns::tr("Protected by"), CleanupColumns::tr("Bytes"), CleanupColumns::tr("Days")});
    for (const auto& group : sheet.groups) {
        for (const auto& row : group.rows) {
            const auto& version = snapshot.versions[row.version];
            const PackageName& package = snapshot.packages[version.package].name;
            const bool isLeftOut = row.fate == CleanupFate::Goes && leftOut.contains(package);
            QStringList tags;
            for (const TagText tag : snapshot.tagsOf(version))
                if (!parseReferrerTag(tag.utf8))
                    tags.append(tag.toString());
            csv += csvLine({package.value, tags.join(u' '), snapshot.digestOf(row.version).toString(),
                            isLeftOut ? CleanupColumns::tr("left out") : fateWord(row.fate), group.title, row.why,
                            row.held, QString::number(row.fate == CleanupFate::Goes && !isLeftOut ? row.bytes : 0),
                            QString::number(row.age / std::chrono::days(1))});
        }
    }
    return csv;
}

} // namespace slipway
