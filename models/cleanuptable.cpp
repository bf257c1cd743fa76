#include "models/cleanuptable.h"

#include "domain/tagshape.h"
#include "models/csvline.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

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

QString leftOutWord()
{
    return CleanupColumns::tr("left out");
}

QByteArray headLine()
{
    return csvLine({CleanupColumns::tr("Package"), CleanupColumns::tr("Tags"), CleanupColumns::tr("Digest"),
                    CleanupColumns::tr("Fate"), CleanupColumns::tr("Rule"), CleanupColumns::tr("Why"),
                    CleanupColumns::tr("Protected by"), CleanupColumns::tr("Bytes"), CleanupColumns::tr("Days")});
}

/// Of versions that share a fate.
void addLines(const std::vector<PlannedVersion>& versions, const QString& fate, bool isFreed, QByteArray& csv)
{
    for (const auto& version : versions) {
        QStringList tags;
        std::ranges::copy_if(version.tags, std::back_inserter(tags),
                             [](const QString& tag) { return !parseReferrerTag(tag); });
        csv += csvLine({version.package.value,
                        tags.join(u' '),
                        version.digest.toString(),
                        fate,
                        version.rule,
                        version.because,
                        {},
                        QString::number(isFreed ? version.freedBytes : 0),
                        QString::number(version.age / std::chrono::days(1))});
    }
}

} // namespace

QByteArray cleanupAsCsv(const CleanupSheet& sheet, const QSet<PackageName>& leftOut)
{
    const Snapshot& snapshot = sheet.snapshot();
    QByteArray csv = headLine();
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
                            isLeftOut ? leftOutWord() : fateWord(row.fate), group.title, row.why, row.held,
                            QString::number(row.fate == CleanupFate::Goes && !isLeftOut ? row.bytes : 0),
                            QString::number(row.age / std::chrono::days(1))});
        }
    }
    return csv;
}

QByteArray cleanupAsCsv(const OpenVersions& left)
{
    QByteArray csv = headLine();
    addLines(left.open, fateWord(CleanupFate::Goes), true, csv);
    addLines(left.toPutBack, CleanupColumns::tr("is put back"), false, csv);
    addLines(left.announced, CleanupColumns::tr("is put back if it is gone"), false, csv);
    addLines(left.leftOut, leftOutWord(), false, csv);
    return csv;
}

} // namespace slipway
