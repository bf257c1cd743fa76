#include "simulator/statefile.h"

#include "simulator/statedraft.h"

#include <QDir>
#include <QDirIterator>
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

namespace
{

QByteArray resource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The repositories that stand beside a demo's state, a folder each. What the demo has of its own, lock file, profile
/// and policy, lies in each of them.
std::vector<SimRepository> demoRepositories(const QString& name, const QDateTime& begun)
{
    const QString own = u":/demo/"_s + name;
    std::vector<SimRepository> repositories;
    const QStringList folders = QDir(own).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& folder : folders) {
        SimRepository repository;
        SimFiles contents;
        repository.name = folder;
        const QString root = own + u'/' + folder + u'/';
        QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            contents.insert(path.sliced(root.size()), resource(path));
        }
        const QList<std::pair<QString, QString>> kOwn{{u"build-lock.json"_s, u".build-lock.json"_s},
                                                      {u"slipway.yaml"_s, u".profile.yaml"_s},
                                                      {u"cleanup.yaml"_s, u".cleanup.yaml"_s}};
        for (const auto& [path, ending] : kOwn)
            if (QFile::exists(own + ending))
                contents.insert(path, resource(own + ending));
        repository.begin(contents, begun);
        repositories.push_back(std::move(repository));
    }
    return repositories;
}

} // namespace

Result<SimulatorState> demoState(const QString& name)
{
    const QString path = u":/demo/%1.json"_s.arg(name);
    if (!QFile::exists(path))
        return failure(ErrorKind::InvalidArgument, name, u"there is no demo of this name"_s);
    auto state = loadStateFile(path);
    if (state)
        state->repositories = demoRepositories(name, state->anchor);
    return state;
}

} // namespace slipway
