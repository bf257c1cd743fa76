#pragma once

#include "models/layersmodel.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableView;

namespace slipway
{

class DetailsSubject;
class PlatformChoice;
class StatePage;

/// The layers of an image, or of one of an index's images at a time.
class LayersTab final : public QWidget
{
    Q_OBJECT
public:
    explicit LayersTab(QWidget* parent = nullptr);

    /// The layers of the image that is chosen, or why there are none.
    void showSubject(DetailsSubject& subject);
    /// Which images there are to choose from, by platform; one or none: there is nothing to choose.
    void setChoices(const QStringList& platforms, int current);
    /// `remark` is said below them, if there is one.
    void showLayers(std::vector<LayerRow> layers, const QString& remark);
    /// The answer to sharingWanted(): a list to choose from, beside the layer.
    void showSharing(const std::vector<PackageName>& images);
    /// Why there are no layers to show.
    void showNothing(const QString& title, const QString& sentence);
    [[nodiscard]] const LayersModel& model() const { return *m_model; }
    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void choiceMade(int index);
    /// A layer was activated: which images have it?
    void sharingWanted(const slipway::Digest& layer);
    void imageChosen(const slipway::PackageName& image);

private:
    void askForSharing(const QModelIndex& index);
    [[nodiscard]] static QString historyRemark(const DetailsSubject& subject, size_t layers);

    LayersModel* m_model;
    QTableView* m_table;
    QWidget* m_content;
    PlatformChoice* m_choice;
    QLabel* m_note;
    StatePage* m_nothing;
    QStackedLayout* m_stack;
};

} // namespace slipway
