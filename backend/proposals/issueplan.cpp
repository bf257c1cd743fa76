#include "proposals/issueplan.h"

#include "proposals/markedtext.h"

#include <QMap>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kGone{"This is resolved."};
constexpr QLatin1StringView kDouble{"This is resolved. The same as #"};

/// The issues of one matter, oldest first; no closed doubles, which tell nothing of the matter.
struct Known final {
    std::vector<const Issue*> open;
    std::vector<const Issue*> closed;
};

/// Whether Slipway closed it: a person who closes an issue leaves its text alone.
bool isClosedAsGone(const Issue& issue, const QString& name)
{
    const auto part = markedPart(issue.body, name);
    return part && part->content.startsWith(kGone);
}

IssueStep stepOf(IssueAct act, const QString& key, const Issue& issue)
{
    return {act, key, issue.number, issue.page, issue.title, issue.body};
}

IssueStep closed(IssueAct act, const QString& name, const QString& key, const Issue& issue, const QString& why)
{
    IssueStep step = stepOf(act, key, issue);
    const auto part = markedPart(issue.body, name);
    step.body = withMarkedPart(issue.body, name, {key, why + u"\n\n"_s + (part ? part->content : QString())});
    return step;
}

QMap<QString, Known> knownOf(const QString& name, const std::vector<Issue>& issues)
{
    std::vector<const Issue*> inOrder;
    inOrder.reserve(issues.size());
    for (const Issue& issue : issues)
        inOrder.push_back(&issue);
    std::ranges::sort(inOrder, {}, &Issue::number);
    // An issue that came to the front while the pages were read is on two of them.
    const auto twice = std::ranges::unique(inOrder, {}, &Issue::number);
    inOrder.erase(twice.begin(), twice.end());
    QMap<QString, Known> known;
    for (const Issue* issue : inOrder) {
        const auto part = markedPart(issue->body, name);
        if (!part || issue->isPullRequest)
            continue;
        if (issue->isOpen)
            known[part->key].open.push_back(issue);
        else if (!part->content.startsWith(kDouble))
            known[part->key].closed.push_back(issue);
    }
    return known;
}

/// Takes the issues of a matter, also those that know it by its former key.
Known knownAs(QMap<QString, Known>& known, const TrackedMatter& matter)
{
    Known mine = known.take(matter.key);
    if (matter.formerKey.isEmpty())
        return mine;
    const Known former = known.take(matter.formerKey);
    mine.open.insert(mine.open.end(), former.open.begin(), former.open.end());
    mine.closed.insert(mine.closed.end(), former.closed.begin(), former.closed.end());
    for (auto* issues : {&mine.open, &mine.closed})
        std::ranges::sort(*issues, {}, &Issue::number);
    return mine;
}

IssueStep stepFor(const QString& name, const TrackedMatter& matter, const Known& known)
{
    const MarkedPart wanted{matter.key, matter.text};
    if (!known.open.empty()) {
        const Issue& issue = *known.open.front();
        IssueStep step = stepOf(IssueAct::Same, matter.key, issue);
        if (markedPart(issue.body, name) != wanted) {
            step.act = IssueAct::Update;
            step.body = withMarkedPart(issue.body, name, wanted);
        }
        return step;
    }
    if (!known.closed.empty() && !isClosedAsGone(*known.closed.back(), name))
        return stepOf(IssueAct::ClosedByHand, matter.key, *known.closed.back());
    const auto act = matter.isQuiet ? IssueAct::Same : IssueAct::Open;
    return {act, matter.key, 0, {}, matter.title, withMarkedPart({}, name, wanted)};
}

} // namespace

std::vector<IssueStep> planIssues(const QString& name, const std::vector<TrackedMatter>& matters,
                                  const MatterFateOf& fateOf, const std::vector<Issue>& issues)
{
    QMap<QString, Known> known = knownOf(name, issues);
    std::vector<IssueStep> steps;
    std::vector<IssueStep> others;
    for (const TrackedMatter& matter : matters) {
        const Known mine = knownAs(known, matter);
        IssueStep step = stepFor(name, matter, mine);
        for (size_t i = 1; i < mine.open.size(); ++i) {
            others.push_back(closed(IssueAct::CloseDouble, name, matter.key, *mine.open[i],
                                    kDouble + QString::number(mine.open.front()->number) + u'.'));
        }
        if (step.number != 0 || step.isChange())
            steps.push_back(std::move(step));
    }
    for (auto left = known.cbegin(); left != known.cend(); ++left) {
        const MatterFate fate = fateOf(left.key());
        if (fate == MatterFate::Others)
            continue;
        // So that it is told from one whose matter goes on, should the matter come back.
        const Issue* last = left->closed.empty() ? nullptr : left->closed.back();
        if (last && fate == MatterFate::Gone && !isClosedAsGone(*last, name))
            others.push_back(closed(IssueAct::Update, name, left.key(), *last, kGone));
        for (const Issue* issue : left->open) {
            others.push_back(fate == MatterFate::Gone ? closed(IssueAct::Close, name, left.key(), *issue, kGone)
                                                      : stepOf(IssueAct::Unknown, left.key(), *issue));
        }
    }
    std::ranges::sort(others, {}, &IssueStep::number);
    std::ranges::move(others, std::back_inserter(steps));
    return steps;
}

QString issueActName(IssueAct act)
{
    switch (act) {
    case IssueAct::Open:
        return u"open"_s;
    case IssueAct::Update:
        return u"update"_s;
    case IssueAct::Close:
        return u"close"_s;
    case IssueAct::CloseDouble:
        return u"close-double"_s;
    case IssueAct::Same:
        return u"same"_s;
    case IssueAct::ClosedByHand:
        return u"closed-by-hand"_s;
    case IssueAct::Unknown:
        return u"unknown"_s;
    }
    return {};
}

} // namespace slipway
