#include "app/dashboard/filechecking.h"

#include "cleanup/policyreader.h"
#include "drift/jsonschema.h"
#include "files/yamlcheck.h"
#include "settings/profile.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

bool isYaml(const QString& path)
{
    return path.endsWith(".yml"_L1) || path.endsWith(".yaml"_L1);
}

template<typename T>
std::vector<TextFault> faultsOf(const Result<T>& read)
{
    return read ? std::vector<TextFault>() : std::vector{faultOf(read.error())};
}

std::vector<TextFault> faultsIn(FileKind kind, const QString& path, const QByteArray& text)
{
    switch (kind) {
    case FileKind::Lock:
        return checkLockText(text);
    case FileKind::Profile:
        return faultsOf(parseProfile(text, path));
    case FileKind::Policy:
        return faultsOf(parseCleanupPolicy(text, path));
    case FileKind::Workflow:
        return checkWorkflow(text);
    case FileKind::Compose:
        return checkCompose(text);
    case FileKind::Updates:
        return isYaml(path) ? checkYaml(text) : JsonSchema({}).check(text);
    case FileKind::Dockerfile:
        break;
    }
    return {};
}

} // namespace

bool isChecked(FileKind kind, const QString& path)
{
    return kind != FileKind::Dockerfile && !path.endsWith(".json5"_L1);
}

FileVerdict checkedFile(FileKind kind, const QString& path, const QString& text)
{
    FileVerdict verdict;
    verdict.kind = kind;
    if (!isChecked(kind, path))
        return verdict;
    verdict.faults = faultsIn(kind, path, text.toUtf8());
    verdict.state = verdict.faults.empty() ? FileState::Right : FileState::Faulty;
    return verdict;
}

} // namespace slipway
