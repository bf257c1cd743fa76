#pragma once

#include "models/palettesearch.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;

namespace slipway
{

class PaletteModel;

/// Ctrl+K: one field that finds everything the window can do and everything it shows. For the keyboard alone: arrows
/// move, Enter runs, Tab completes, Escape closes; a first character > @ # : looks through one kind only.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    /// What is searched from here on. What was typed stays.
    void setGround(PaletteGround ground);
    [[nodiscard]] const PaletteGround& ground() const { return m_ground; }
    /// Opens it over the window, empty.
    void start();

    [[nodiscard]] QLineEdit& field() { return *m_field; }
    [[nodiscard]] QListView& list() { return *m_list; }
    /// The row that Enter would run; null if nothing was found.
    [[nodiscard]] const PaletteEntry* current() const;

Q_SIGNALS:
    void chosen(const slipway::PaletteEntry& entry);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHead();
    void search();
    void fitList();
    void showScope();
    [[nodiscard]] QString emptyText() const;
    void setScope(PaletteScope scope);
    void moveBy(int step);
    void select(int row);
    void complete();
    void runCurrent();
    void place();
    bool handleKey(int key);

    PaletteGround m_ground;
    QLineEdit* m_field;
    QLabel* m_glyph;
    QButtonGroup* m_scopes;
    PaletteModel* m_model;
    QListView* m_list;
    QLabel* m_empty;
};

} // namespace slipway
