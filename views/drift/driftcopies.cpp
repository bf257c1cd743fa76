#include "views/drift/driftcopies.h"

#include "models/driftwords.h"
#include "models/findingsmodel.h"
#include "views/drift/laddercard.h"
#include "views/widgets/copying.h"

#include <QAction>
#include <QWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QAction* makeAction(const QString& id, const QString& text, QObject* parent)
{
    auto* action = new QAction(text, parent);
    action->setObjectName(id);
    action->setProperty("iconName", u"edit-copy"_s);
    return action;
}

} // namespace

DriftCopies::DriftCopies(QWidget& place, const FindingsModel& findings, const LadderCard& ladder)
    : QObject(&place)
    , m_text(makeAction(u"drift.copyText"_s, tr("Copy drift as text"), this))
    , m_markdown(makeAction(u"drift.copyMarkdown"_s, tr("Copy drift as Markdown"), this))
    , m_comparison(makeAction(u"drift.copyComparison"_s, tr("Copy the comparison as Markdown"), this))
{
    connect(m_text, &QAction::triggered, this, [this, &place, &findings] {
        copyAndTell(place, driftAsText(*m_look, findings.rows(), m_now), Copied::Text);
    });
    connect(m_markdown, &QAction::triggered, this, [this, &place, &findings] {
        copyAndTell(place, driftAsMarkdown(*m_look, findings.rows(), m_now), Copied::Markdown);
    });
    connect(m_comparison, &QAction::triggered, this,
            [&place, &ladder] { copyAndTell(place, ladder.markdown(), Copied::Markdown); });
    place.addActions(all());
    setLook(nullptr, {});
}

void DriftCopies::setLook(const DriftLookPtr& look, const QDateTime& now)
{
    m_look = look;
    m_now = now;
    for (auto* action : all())
        action->setEnabled(look != nullptr);
}

} // namespace slipway
