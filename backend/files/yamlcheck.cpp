#include "files/yamlcheck.h"

#include "settings/yamlreader.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Aliases may name the same node again and again; no file anybody wrote has as many.
constexpr int kMostNodes = 200'000;
/// Nodes within nodes: no text is deeper, only an alias that leads back to where it stands.
constexpr int kDeepest = 500;

/// Collects what is wrong in one document.
class YamlChecker final
{
public:
    explicit YamlChecker(const QByteArray& text)
        : m_reader(QString())
        , m_root(m_reader.parse(text))
    {
        if (m_reader.error())
            m_faults.push_back(faultOf(*m_reader.error()));
        else
            checkKeys(m_root, 0);
    }

    [[nodiscard]] const YAML::Node& root() const { return m_root; }
    [[nodiscard]] bool isYaml() const { return !m_reader.error(); }

    void refuse(const YAML::Node& node, const QString& why)
    {
        const YAML::Mark mark = node.Mark();
        if (m_faults.size() < kMostFaults)
            m_faults.push_back(mark.is_null() ? TextFault{0, 0, why} : TextFault{mark.line + 1, mark.column + 1, why});
    }
    /// False, and told, for anything but a map.
    bool isMap(const YAML::Node& node, const QString& what)
    {
        if (!node.IsMap())
            refuse(node, u"%1: expected a map"_s.arg(what));
        return node.IsMap();
    }
    /// Whether a map has one of these keys, with a value.
    static bool hasAny(const YAML::Node& node, std::initializer_list<const char*> keys)
    {
        return std::ranges::any_of(keys, [&](const char* key) { return node[key] && !node[key].IsNull(); });
    }

    std::vector<TextFault> faults() &&
    {
        std::ranges::stable_sort(m_faults, {},
                                 [](const TextFault& fault) { return std::pair(fault.line, fault.column); });
        return std::move(m_faults);
    }

private:
    void checkKeys(const YAML::Node& node, int depth)
    {
        if (m_isEndless || ++m_seen > kMostNodes)
            return;
        if (depth > kDeepest) {
            m_isEndless = true;
            return refuse(node, u"an alias contains itself"_s);
        }
        if (node.IsSequence())
            for (const auto& element : node)
                checkKeys(element, depth + 1);
        if (!node.IsMap())
            return;
        QSet<QString> keys;
        for (const auto& entry : node) {
            const QString key = entry.first.IsScalar() ? QString::fromStdString(entry.first.Scalar()) : QString();
            if (keys.contains(key) && !key.isEmpty())
                refuse(entry.first, u"the key \"%1\" is there twice"_s.arg(key));
            keys.insert(key);
            checkKeys(entry.second, depth + 1);
        }
    }

    YamlReader m_reader;
    YAML::Node m_root;
    std::vector<TextFault> m_faults;
    int m_seen = 0;
    bool m_isEndless = false;
};

void checkJob(YamlChecker& checker, const YAML::Node& name, const YAML::Node& job)
{
    const QString title = u"the job \"%1\""_s.arg(QString::fromStdString(name.Scalar()));
    if (!checker.isMap(job, title))
        return;
    if (!YamlChecker::hasAny(job, {"runs-on", "uses"}))
        checker.refuse(name, title + u" has neither \"runs-on\" nor \"uses\""_s);
    const YAML::Node steps = job["steps"];
    if (!steps)
        return;
    if (!steps.IsSequence())
        return checker.refuse(steps, title + u": \"steps\": expected a list"_s);
    for (const auto& step : steps)
        if (checker.isMap(step, title + u": a step"_s) && !YamlChecker::hasAny(step, {"run", "uses"}))
            checker.refuse(step, u"the step has neither \"run\" nor \"uses\""_s);
}

} // namespace

std::vector<TextFault> checkYaml(const QByteArray& text)
{
    return YamlChecker(text).faults();
}

std::vector<TextFault> checkWorkflow(const QByteArray& text)
{
    YamlChecker checker(text);
    const YAML::Node root = checker.root();
    if (!checker.isYaml() || !checker.isMap(root, u"a workflow"_s))
        return std::move(checker).faults();
    for (const char* key : {"on", "jobs"})
        if (!root[key])
            checker.refuse(root, u"\"%1\" is missing"_s.arg(QLatin1StringView(key)));
    if (const YAML::Node jobs = root["jobs"]; jobs && checker.isMap(jobs, u"\"jobs\""_s))
        for (const auto& job : jobs)
            checkJob(checker, job.first, job.second);
    return std::move(checker).faults();
}

std::vector<TextFault> checkCompose(const QByteArray& text)
{
    YamlChecker checker(text);
    const YAML::Node root = checker.root();
    if (!checker.isYaml() || !checker.isMap(root, u"a compose file"_s))
        return std::move(checker).faults();
    const YAML::Node services = root["services"];
    if (!services && !root["include"])
        checker.refuse(root, u"\"services\" is missing"_s);
    if (!services || !checker.isMap(services, u"\"services\""_s))
        return std::move(checker).faults();
    for (const auto& service : services) {
        const QString title = u"the service \"%1\""_s.arg(QString::fromStdString(service.first.Scalar()));
        if (checker.isMap(service.second, title)
            && !YamlChecker::hasAny(service.second, {"image", "build", "extends", "provider", "<<"}))
            checker.refuse(service.first, title + u" has neither \"image\" nor \"build\""_s);
    }
    return std::move(checker).faults();
}

} // namespace slipway
