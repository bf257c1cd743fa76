#include "models/fileverdict.h"

#include "core/errortext.h"

#include <QCoreApplication>

namespace slipway
{

namespace
{

struct VerdictTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::FileVerdict)
};

} // namespace

QString verdictText(const FileVerdict& verdict)
{
    const bool isLock = verdict.kind == FileKind::Lock;
    const auto total = static_cast<int>(verdict.faults.size());
    switch (verdict.state) {
    case FileState::Right:
        return isLock ? VerdictTexts::tr("Schema valid") : VerdictTexts::tr("Valid");
    case FileState::Faulty:
        if (isLock && total == 1)
            return VerdictTexts::tr("Schema not valid, line %1").arg(verdict.faults.front().line);
        return VerdictTexts::tr("%n error(s), the first in line %1", nullptr, total)
            .arg(total > 0 ? verdict.faults.front().line : 0);
    case FileState::Unread:
        return verdict.error ? errorText(*verdict.error).what : QString();
    case FileState::Unchecked:
        break;
    }
    return {};
}

} // namespace slipway
