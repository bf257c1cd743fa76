#include "files/templates.h"

#include "files/buildtemplate.h"
#include "files/caretemplates.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kAll{TemplateKind::BuildCpu, TemplateKind::BuildGpu, TemplateKind::Cleanup,
                          TemplateKind::Renovate};

/// The name a profile gives a file; the usual one where it gives none, or one that a shell would take for something
/// else.
QString nameOr(const QString& path, const QString& usual)
{
    static const QRegularExpression kPlain(u"\\A[A-Za-z0-9_][A-Za-z0-9_.-]*\\z"_s);
    const QString name = QFileInfo(path).fileName();
    return kPlain.match(name).hasMatch() ? name : usual;
}

} // namespace

TemplateFacts templateFacts(const Snapshot& snapshot, const std::vector<PackageClass>& classes, const Profile& profile,
                            const QString& registry)
{
    TemplateFacts facts;
    facts.owner = snapshot.owner.login.toLower();
    facts.registry = registry;
    for (std::size_t i = 0; i < snapshot.packages.size() && i < classes.size(); ++i) {
        const QString& name = snapshot.packages[i].name.value;
        switch (classes[i].variant.value_or(Variant::Other)) {
        case Variant::Cpu:
            facts.cpuImages.append(name);
            break;
        case Variant::Gpu:
            facts.gpuImages.append(name);
            break;
        case Variant::BaseCpu:
        case Variant::BaseGpu:
            facts.bases.append(name);
            break;
        case Variant::Infra:
        case Variant::Other:
            break;
        }
    }
    if (profile.drift.cuda)
        facts.cuda = profile.drift.cuda->pattern();
    facts.lockFile = nameOr(profile.drift.lockPath, u"build-lock.json"_s);
    facts.policyFile = nameOr(profile.policies.empty() ? QString() : profile.policies.front().path, u"cleanup.yaml"_s);
    facts.profileFile = u"slipway.yaml"_s;
    return facts;
}

std::vector<TemplateKind> templatesFor(const TemplateFacts& facts)
{
    std::vector<TemplateKind> kinds;
    if (!facts.cpuImages.isEmpty())
        kinds.push_back(TemplateKind::BuildCpu);
    if (!facts.gpuImages.isEmpty())
        kinds.push_back(TemplateKind::BuildGpu);
    kinds.push_back(TemplateKind::Cleanup);
    if (!facts.bases.isEmpty())
        kinds.push_back(TemplateKind::Renovate);
    return kinds;
}

QString templatePath(TemplateKind kind)
{
    switch (kind) {
    case TemplateKind::BuildCpu:
        return u".github/workflows/build-cpu.yml"_s;
    case TemplateKind::BuildGpu:
        return u".github/workflows/build-gpu.yml"_s;
    case TemplateKind::Cleanup:
        return u".github/workflows/ghcr_cleanup.yml"_s;
    case TemplateKind::Renovate:
        return u"renovate.json"_s;
    }
    return {};
}

std::optional<TemplateKind> templateAt(const QString& path)
{
    const QString name = path.section(u'/', -1);
    for (const TemplateKind kind : kAll)
        if (templatePath(kind).section(u'/', -1) == name)
            return kind;
    return std::nullopt;
}

QString templateText(TemplateKind kind, const TemplateFacts& facts)
{
    switch (kind) {
    case TemplateKind::BuildCpu:
        return buildWorkflow(BuildSide::Cpu, facts);
    case TemplateKind::BuildGpu:
        return buildWorkflow(BuildSide::Gpu, facts);
    case TemplateKind::Cleanup:
        return cleanupWorkflow(facts);
    case TemplateKind::Renovate:
        return renovateConfig(facts);
    }
    return {};
}

} // namespace slipway
