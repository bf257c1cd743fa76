#include "domain/repositoryname.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

Result<RepositoryName> parseRepositoryName(const QString& text, const QString& owner)
{
    static const QRegularExpression kShape(u"^(?:([A-Za-z0-9-]+)/)?([A-Za-z0-9_.-]+)$"_s);
    const auto match = kShape.match(text);
    const QString name = match.captured(2);
    if (!match.hasMatch() || name == "."_L1 || name == ".."_L1) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate("Subject", "A repository is OWNER/NAME, or NAME alone"), text);
    }
    return RepositoryName{match.captured(1).isEmpty() ? owner : match.captured(1), name};
}

} // namespace slipway
