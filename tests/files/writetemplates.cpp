// writetemplates FOLDER: writes every template into the folder, filled in for a team with everything, for one with
// names that need quotes, and for one with nothing: files.templates lets others judge them.
#include "files/templates.h"

#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

bool writeAll(const QString& folder, const QString& name, const TemplateFacts& facts)
{
    bool isWritten = true;
    for (const TemplateKind kind : templatesFor(facts)) {
        const QString path = folder + u'/' + name + u'/' + templatePath(kind);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        isWritten = file.open(QIODevice::WriteOnly) && file.write(templateText(kind, facts).toUtf8()) > 0 && isWritten;
    }
    return isWritten;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    const QString folder = QFile::decodeName(argv[1]);
    TemplateFacts usual;
    usual.owner = u"northquay"_s;
    usual.cpuImages = {u"apc-emotion-cpu"_s, u"team/asr-cpu"_s};
    usual.gpuImages = {u"apc-emotion-gpu"_s, u"vph-detect-gpu"_s};
    usual.bases = {u"base-cpu"_s, u"base-gpu"_s};
    usual.cuda = u"12.1.*"_s;
    usual.lockFile = u"build-lock.json"_s;
    usual.policyFile = u"cleanup.yaml"_s;
    usual.profileFile = u"slipway.yaml"_s;
    TemplateFacts odd = usual;
    odd.cpuImages = {u"12"_s, u"on"_s, u"_a.b"_s};
    odd.gpuImages = {u"off"_s};
    odd.registry = u"containers.example.org"_s;
    odd.cuda.clear();
    TemplateFacts bare = usual;
    bare.cpuImages.clear();
    bare.gpuImages.clear();
    bare.bases.clear();
    return writeAll(folder, u"usual"_s, usual) && writeAll(folder, u"odd"_s, odd) && writeAll(folder, u"bare"_s, bare)
               ? 0
               : 1;
}
