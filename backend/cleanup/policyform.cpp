#include "cleanup/policyform.h"

#include "cleanup/policytext.h"

#include <algorithm>
#include <yaml-cpp/yaml.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString textAt(const YAML::Node& map, const char* key)
{
    const YAML::Node node = map.IsMap() ? map[key] : YAML::Node(YAML::NodeType::Undefined);
    return node.IsDefined() && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
}

QStringList listAt(const YAML::Node& map, const char* key)
{
    QStringList texts;
    const YAML::Node node = map.IsMap() ? map[key] : YAML::Node(YAML::NodeType::Undefined);
    if (node.IsDefined() && node.IsSequence())
        for (const auto& item : node)
            texts.append(item.IsScalar() ? QString::fromStdString(item.Scalar()) : QString());
    return texts;
}

/// Whether a list has an item that is no text, so that no field shows it.
bool hidesItems(const QByteArray& yaml, const QStringList& path)
{
    YAML::Node node = YAML::Load(yaml.toStdString());
    for (const auto& key : path) {
        if (!node.IsMap())
            return false;
        node.reset(node[key.toStdString()]);
    }
    return node.IsSequence() && std::ranges::any_of(node, [](const YAML::Node& item) { return !item.IsScalar(); });
}

YAML::Node mapAt(const YAML::Node& map, const char* key)
{
    const YAML::Node node = map[key];
    return node.IsDefined() ? node : YAML::Node();
}

PolicyForm formOf(const YAML::Node& root)
{
    PolicyForm form;
    form.grace = textAt(root, "grace");
    const YAML::Node untagged = mapAt(root, "untagged");
    form.hasUntagged = untagged.IsMap();
    form.untaggedOlderThan = textAt(untagged, "olderThan");
    form.kinds = listAt(untagged, "kinds");
    const YAML::Node rules = mapAt(root, "rules");
    if (rules.IsSequence())
        for (const auto& rule : rules)
            form.rules.push_back({textAt(rule, "tags"), textAt(rule, "olderThan"), textAt(rule, "keepLatest")});
    const YAML::Node protect = mapAt(root, "protect");
    form.protectedTags = listAt(protect, "tags");
    form.semver = textAt(protect, "semver") == "true"_L1;
    form.lockFiles = listAt(protect, "lockFiles");
    form.deployed = textAt(protect, "deployed") != "false"_L1;
    form.rollback = textAt(protect, "rollback");
    form.deletesOrphans = textAt(root, "orphans") == "delete"_L1;
    form.deletesGhosts = textAt(root, "ghosts") == "delete"_L1;
    const YAML::Node limits = mapAt(root, "limits");
    form.versions = textAt(limits, "versions");
    form.percent = textAt(limits, "percent");
    form.packages = listAt(root, "packages");
    return form;
}

/// Brings one difference after the other into a text; each public function does whole what it is called for, or not at
/// all.
class FormWriter final
{
public:
    explicit FormWriter(QByteArray yaml)
        : m_text(std::move(yaml))
    {
    }

    void text(const QStringList& path, const QString& before, const QString& after)
    {
        whole(path.join(u'.'), [&] { putText(path, before, after); });
    }

    /// `word` for either, where it is written.
    void flag(const QStringList& path, bool before, bool after, const QString& on, const QString& off)
    {
        if (before != after)
            whole(path.join(u'.'), [&] { take([&] { return withPolicyValue(m_text, path, after ? on : off); }); });
    }

    void list(const QStringList& path, const QStringList& before, const QStringList& after)
    {
        whole(path.join(u'.'), [&] { putList(path, before, after); });
    }

    void rules(const std::vector<PolicyFormRule>& before, const std::vector<PolicyFormRule>& after, RulesTaken taken)
    {
        if (taken == RulesTaken::Together || before.size() != after.size())
            whole(u"rules"_s, [&] { putRules(before, after); });
        else
            for (std::size_t i = 0; i < after.size(); ++i)
                whole(u"rules %1"_s.arg(i + 1), [&] { putRule(i, before[i], after[i]); });
    }

    void untagged(const PolicyForm& before, const PolicyForm& after)
    {
        whole(u"untagged"_s, [&] { putUntagged(before, after); });
    }

    [[nodiscard]] PolicyFormText result() const { return {m_text, m_error, m_parts}; }

private:
    struct Middle {
        qsizetype same = 0; ///< items that both begin with
        qsizetype there = 0;
        qsizetype wanted = 0;
    };

    template<typename Deed>
    void whole(const QString& part, Deed deed)
    {
        const QByteArray before = m_text;
        m_isRefused = false;
        deed();
        if (!m_isRefused)
            return;
        m_text = before;
        m_parts.append(part);
    }

    void putText(const QStringList& path, const QString& before, const QString& after)
    {
        if (before != after)
            take([&] {
                return after.isEmpty() ? withoutPolicyValue(m_text, path)
                                       : withPolicyValue(m_text, path, policyScalar(after));
            });
    }

    /// Items that both begin or end with stay as they are.
    void putList(const QStringList& path, const QStringList& before, const QStringList& after)
    {
        if (before == after)
            return;
        if (hidesItems(m_text, path)) {
            take([] { return Result<QByteArray>(std::unexpect, byHandOnly()); });
            return;
        }
        const auto [same, there, wanted] = middle(before, after);
        if (after.isEmpty()) {
            take([&] { return withoutPolicyValue(m_text, path); });
            return;
        }
        for (qsizetype i = 0; i < std::min(there, wanted); ++i)
            take([&] { return withPolicyValue(m_text, at(path, same + i), policyScalar(after[same + i])); });
        for (qsizetype i = there; i < wanted; ++i)
            take([&] { return withPolicyItem(m_text, path, same + i, policyScalar(after[same + i])); });
        for (qsizetype i = there; i-- > wanted;)
            take([&] { return withoutPolicyValue(m_text, at(path, same + i)); });
    }

    void putRules(const std::vector<PolicyFormRule>& before, const std::vector<PolicyFormRule>& after)
    {
        const QStringList path{u"rules"_s};
        const auto [same, there, wanted] = middle(before, after);
        for (qsizetype i = 0; i < std::min(there, wanted); ++i) {
            const auto index = static_cast<std::size_t>(same + i);
            putRule(index, before[index], after[index]);
        }
        for (qsizetype i = there; i < wanted; ++i)
            take([&] {
                return withPolicyItem(m_text, path, same + i, ruleText(after[static_cast<std::size_t>(same + i)]));
            });
        for (qsizetype i = there; i-- > wanted;)
            take([&] { return withoutPolicyValue(m_text, at(path, same + i)); });
    }

    void putRule(std::size_t index, const PolicyFormRule& before, const PolicyFormRule& after)
    {
        const QStringList rule = at({u"rules"_s}, static_cast<qsizetype>(index));
        putText(rule + QStringList{u"olderThan"_s}, before.olderThan, after.olderThan);
        putText(rule + QStringList{u"keepLatest"_s}, before.keepLatest, after.keepLatest);
        // A rule without tags is one that is wrong, not one that is gone.
        if (before.tags != after.tags)
            take([&] { return withPolicyValue(m_text, rule + QStringList{u"tags"_s}, policyScalar(after.tags)); });
    }

    void putUntagged(const PolicyForm& before, const PolicyForm& after)
    {
        if (before.hasUntagged && !after.hasUntagged) {
            take([&] { return withoutPolicyValue(m_text, {u"untagged"_s}); });
            return;
        }
        if (!after.hasUntagged)
            return;
        if (before.untaggedOlderThan != after.untaggedOlderThan || !before.hasUntagged)
            take([&] {
                return withPolicyValue(m_text, {u"untagged"_s, u"olderThan"_s}, policyScalar(after.untaggedOlderThan));
            });
        putList({u"untagged"_s, u"kinds"_s}, before.kinds, after.kinds);
    }

    template<typename List>
    [[nodiscard]] static Middle middle(const List& before, const List& after)
    {
        const auto front = std::ranges::mismatch(before, after);
        const auto same = front.in1 - before.begin();
        qsizetype tail = 0;
        while (tail < std::ssize(before) - same && tail < std::ssize(after) - same
               && before[before.size() - 1 - static_cast<decltype(before.size())>(tail)]
                      == after[after.size() - 1 - static_cast<decltype(after.size())>(tail)])
            ++tail;
        return {same, std::ssize(before) - same - tail, std::ssize(after) - same - tail};
    }

    [[nodiscard]] static QStringList at(const QStringList& path, qsizetype index)
    {
        return path + QStringList{QString::number(index)};
    }

    [[nodiscard]] static QString ruleText(const PolicyFormRule& rule)
    {
        QString text = u"{ tags: "_s + policyScalar(rule.tags);
        if (!rule.olderThan.isEmpty())
            text += u", olderThan: "_s + policyScalar(rule.olderThan);
        if (!rule.keepLatest.isEmpty())
            text += u", keepLatest: "_s + policyScalar(rule.keepLatest);
        return text + u" }"_s;
    }

    /// Nothing is tried on a text that lacks what was refused: its places are others.
    template<typename Step>
    void take(Step step)
    {
        if (m_isRefused)
            return;
        Result<QByteArray> next = step();
        m_isRefused = !next;
        if (next)
            m_text = *std::move(next);
        else if (!m_error)
            m_error = next.error();
    }

    QByteArray m_text;
    std::optional<Error> m_error; ///< the first
    QStringList m_parts;          ///< that were refused
    bool m_isRefused = false;     ///< what is being done
};

} // namespace

Result<PolicyForm> readPolicyForm(const QByteArray& yaml)
{
    try {
        const YAML::Node root = YAML::Load(yaml.toStdString());
        if (root.IsMap())
            return formOf(root);
        if (root.IsNull())
            return PolicyForm();
        return failure(ErrorKind::InvalidFile, u"1:1"_s, u"expected a map"_s);
    } catch (const YAML::ParserException& problem) {
        const QString place = u"%1:%2"_s.arg(problem.mark.line + 1).arg(problem.mark.column + 1);
        return failure(ErrorKind::InvalidFile, place, QString::fromStdString(problem.msg));
    } catch (const YAML::Exception& problem) {
        return failure(ErrorKind::InvalidFile, u"1:1"_s, QString::fromStdString(problem.msg));
    }
}

PolicyFormText withPolicyForm(const QByteArray& yaml, const PolicyForm& form, RulesTaken rules)
{
    const auto there = readPolicyForm(yaml);
    if (!there)
        return {yaml, there.error(), {}};
    FormWriter writer(yaml);
    writer.text({u"grace"_s}, there->grace, form.grace);
    writer.untagged(*there, form);
    writer.rules(there->rules, form.rules, rules);
    writer.list({u"protect"_s, u"tags"_s}, there->protectedTags, form.protectedTags);
    writer.flag({u"protect"_s, u"semver"_s}, there->semver, form.semver, u"true"_s, u"false"_s);
    writer.list({u"protect"_s, u"lockFiles"_s}, there->lockFiles, form.lockFiles);
    writer.flag({u"protect"_s, u"deployed"_s}, there->deployed, form.deployed, u"true"_s, u"false"_s);
    writer.text({u"protect"_s, u"rollback"_s}, there->rollback, form.rollback);
    writer.flag({u"orphans"_s}, there->deletesOrphans, form.deletesOrphans, u"delete"_s, u"report"_s);
    writer.flag({u"ghosts"_s}, there->deletesGhosts, form.deletesGhosts, u"delete"_s, u"report"_s);
    writer.text({u"limits"_s, u"versions"_s}, there->versions, form.versions);
    writer.text({u"limits"_s, u"percent"_s}, there->percent, form.percent);
    writer.list({u"packages"_s}, there->packages, form.packages);
    return writer.result();
}

QByteArray newPolicyText()
{
    return QByteArrayLiteral("# What may be deleted. What no rule names stays.\n"
                             "version: 1\n"
                             "untagged: { olderThan: 90d }\n"
                             "# rules:\n"
                             "#   - { tags: \"pr-*\", olderThan: 14d }\n"
                             "protect:\n"
                             "  tags: [latest]\n"
                             "  semver: true\n");
}

} // namespace slipway
