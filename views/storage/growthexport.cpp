#include "views/storage/growthexport.h"

#include "views/theme/tokens.h"
#include "views/widgets/copying.h"
#include "views/widgets/filesaving.h"

#include <QAction>
#include <QMenu>
#include <QWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

GrowthExport::GrowthExport(QWidget& place)
    : QObject(&place)
    , m_place(place)
{
    addSaving(u"storage.exportPng"_s, tr("Export chart as PNG…"), u"png"_s, &GrowthExport::png);
    addSaving(u"storage.exportSvg"_s, tr("Export chart as SVG…"), u"svg"_s, &GrowthExport::svg);
    addSaving(u"storage.exportCsv"_s, tr("Export chart as CSV…"), u"csv"_s, &GrowthExport::csv);
    auto* copy = addAction(u"storage.copyChart"_s, tr("Copy the chart's values"), u"edit-copy"_s);
    connect(copy, &QAction::triggered, this, [this] { copyAndTell(m_place, QString::fromUtf8(csv()), Copied::Csv); });
}

QAction* GrowthExport::addAction(const QString& id, const QString& text, const QString& iconName)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty("iconName", iconName);
    action->setEnabled(false);
    m_place.addAction(action);
    m_actions.append(action);
    return action;
}

void GrowthExport::addSaving(const QString& id, const QString& text, const QString& suffix, Bytes bytes)
{
    auto* action = addAction(id, text, u"document-export"_s);
    connect(action, &QAction::triggered, this,
            [this, suffix, bytes, title = QString(text).remove(u'…')] { save(title, suffix, bytes); });
}

void GrowthExport::setChart(const GrowthChart& chart, const GrowthSubject& subject)
{
    m_chart = chart;
    m_subject = subject;
    for (auto* action : std::as_const(m_actions))
        action->setEnabled(!chart.stack.days.empty());
}

QMenu* GrowthExport::makeMenu(QWidget* parent) const
{
    auto* menu = new QMenu(parent);
    menu->addActions(m_actions);
    return menu;
}

/// What is saved is what was shown when the place was asked for.
void GrowthExport::save(const QString& title, const QString& suffix, Bytes bytes)
{
    askWhereToSave(m_place, {title, growthFileName(m_subject, suffix)},
                   [this, content = (this->*bytes)()](const QString& path) {
                       if (auto saved = writeFile(path, content); !saved)
                           Q_EMIT failed(saved.error());
                   });
}

QByteArray GrowthExport::png() const
{
    return growthPng(m_chart, m_subject, tokensOf(m_place.palette()));
}

QByteArray GrowthExport::svg() const
{
    return growthSvg(m_chart, m_subject, tokensOf(m_place.palette()));
}

QByteArray GrowthExport::csv() const
{
    return growthCsv(m_chart);
}

} // namespace slipway
