#pragma once

#include "core/error.h"
#include "models/growthchart.h"
#include "views/storage/growthpicture.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace slipway
{

/// Saves the chart that is shown as a picture or for spreadsheets, as actions of a widget: `storage.exportPng`,
/// `storage.exportSvg`, `storage.exportCsv`, `storage.copyChart`.
class GrowthExport final : public QObject
{
    Q_OBJECT
public:
    /// The actions are those of `place`, and dialogs open over it.
    explicit GrowthExport(QWidget& place);

    /// `subject` is told in pictures and names the files.
    void setChart(const GrowthChart& chart, const GrowthSubject& subject);
    [[nodiscard]] QMenu* makeMenu(QWidget* parent) const;

Q_SIGNALS:
    /// Nothing was written, or nothing of it is left.
    void failed(const slipway::Error& error);

private:
    using Bytes = QByteArray (GrowthExport::*)() const;
    [[nodiscard]] QAction* addAction(const QString& id, const QString& text, const QString& iconName);
    void addSaving(const QString& id, const QString& text, const QString& suffix, Bytes bytes);
    void save(const QString& title, const QString& suffix, Bytes bytes);
    [[nodiscard]] QByteArray png() const;
    [[nodiscard]] QByteArray svg() const;
    [[nodiscard]] QByteArray csv() const;

    QWidget& m_place;
    GrowthChart m_chart;
    GrowthSubject m_subject;
    QList<QAction*> m_actions;
};

} // namespace slipway
