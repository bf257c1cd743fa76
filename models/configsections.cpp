#include "models/configsections.h"

#include "models/timetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct ConfigWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::ConfigSections)
};

/// As a list in JSON, where spaces within an argument are told from those between two.
QString argumentsText(const QStringList& arguments)
{
    if (arguments.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(arguments)).toJson(QJsonDocument::Compact));
}

ConfigSection runSection(const ImageConfig& config, const RunSettings& settings)
{
    ConfigSection section{ConfigWords::tr("Image"),
                          {{ConfigWords::tr("Platform"), config.platform},
                           {ConfigWords::tr("Created"), momentText(config.created), ConfigForm::Words},
                           {ConfigWords::tr("Entrypoint"), argumentsText(settings.entrypoint)},
                           {ConfigWords::tr("Command"), argumentsText(settings.command)},
                           {ConfigWords::tr("User"), settings.user},
                           {ConfigWords::tr("Working directory"), settings.workingDirectory},
                           {ConfigWords::tr("Exposed ports"), settings.ports.join(u", "_s)}}};
    if (!settings.volumes.isEmpty())
        section.fields.push_back({ConfigWords::tr("Volumes"), settings.volumes.join(u", "_s)});
    if (!settings.stopSignal.isEmpty())
        section.fields.push_back({ConfigWords::tr("Stop signal"), settings.stopSignal});
    return section;
}

} // namespace

std::vector<ConfigSection> configSections(const ImageConfig& config, const RunSettings& settings)
{
    std::vector<ConfigSection> sections{runSection(config, settings)};
    ConfigSection environment{ConfigWords::tr("Environment"), {}};
    for (const QString& entry : config.env)
        environment.fields.push_back({entry.section(u'=', 0, 0), entry.section(u'=', 1), ConfigForm::Entry});
    ConfigSection labels{ConfigWords::tr("Labels"), {}};
    for (const auto& [key, value] : config.labels.asKeyValueRange())
        labels.fields.push_back({key, value, ConfigForm::Entry});
    for (auto* section : {&environment, &labels})
        if (!section->fields.empty())
            sections.push_back(std::move(*section));
    return sections;
}

} // namespace slipway
