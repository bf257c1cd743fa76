#pragma once

#include "views/inventory/detailsdock.h"
#include "views/inventory/detailstab.h"

#include <QSplitter>

class QJsonObject;

namespace slipway
{

class DetailsPane;
class DetailsWindow;
class InventoryTree;
class TreeFoot;

/// The tree with its foot, and the details where a person wants them: beside it, below it, in a window of their own, or
/// hidden. Beside the tree they have the width their tab and the names of all tabs need until the handle is moved; the
/// tree takes what is left.
class InventoryContent final : public QSplitter
{
    Q_OBJECT
public:
    InventoryContent(InventoryTree& tree, TreeFoot& foot, DetailsPane& details, QWidget* parent);
    ~InventoryContent() override;

    /// Sizes as a person set them, and the place. Whatever is missing or makes no sense is as usual.
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);
    void setPlace(DetailsPlace place);
    /// Brings them into sight wherever they are, hidden ones to where they were last.
    void reveal();
    void fitDetails();
    /// What is to be told of all that is shown, in the title of the details' own window; the main one has it above.
    void setNote(const QString& note);
    [[nodiscard]] DetailsDock& dock() { return m_dock; }
    /// The window of their own, while they are in one.
    [[nodiscard]] QWidget* detailsWindow() const;

Q_SIGNALS:
    /// A person has arranged something.
    void arranged();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTreeCard(InventoryTree& tree, TreeFoot& foot);
    [[nodiscard]] QWidget* makeDetailsCard();
    void moveToWindow();
    void moveToSplitter(Qt::Orientation orientation);

    DetailsPane& m_details;
    DetailsDock m_dock;
    QWidget* m_card;
    DetailsWindow* m_window = nullptr;
    int m_width = 0;  ///< beside the tree, as a person set it; 0: as the tab in sight needs it
    int m_height = 0; ///< below the tree; 0: as usual
    QRect m_windowPlace;
    QString m_note;
};

} // namespace slipway
