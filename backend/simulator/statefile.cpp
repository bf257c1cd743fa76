#include "simulator/statefile.h"

#include "simulator/statedraft.h"

#include <QFile>

namespace slipway
{

using namespace Qt::StringLiterals;

Result<SimulatorState> parseState(const QByteArray& bytes, const QString& subject)
{
    auto draft = readStateDraft(bytes, subject);
    if (!draft)
        return std::unexpected(draft.error());
    return composeState(std::move(*draft), subject);
}

Result<SimulatorState> loadStateFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return parseState(file.readAll(), path);
}

Result<SimulatorState> demoState(const QString& name)
{
    const QString path = u":/demo/%1.json"_s.arg(name);
    if (!QFile::exists(path))
        return failure(ErrorKind::InvalidArgument, name, u"there is no demo of this name"_s);
    return loadStateFile(path);
}

} // namespace slipway
