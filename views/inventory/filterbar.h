#pragma once

#include "inventory/filter.h"
#include "inventory/savedfilters.h"

#include <QWidget>

namespace slipway
{

class FacetBar;
class GlyphLabel;
class SavedFiltersButton;
class SearchField;
class ToneLabel;

/// Above the inventory's tree: the filter's text, and chips that write into it. Each change that can be understood is
/// told at once; one that cannot is underlined, with what was expected below the field, and the filter before stays in
/// force.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    [[nodiscard]] SearchField& field() { return *m_field; }
    [[nodiscard]] FacetBar& facets() { return *m_facets; }
    [[nodiscard]] SavedFiltersButton& saved() { return *m_saved; }
    /// The filters kept under a name, by who stores them and listens to savedFiltersChanged(). Before that none are
    /// offered: what is saved must still be there tomorrow.
    void setSavedFilters(const SavedFilters& saved);
    /// What is said below the field; empty if the text can be understood.
    [[nodiscard]] QString faultText() const;

public Q_SLOTS:
    void clear();
    /// Gives the field the keyboard, its text selected.
    void takeKeyboard();

Q_SIGNALS:
    void filterChanged(const slipway::InventoryFilter& filter);
    /// The text cannot be understood; filterChanged() follows once it can.
    void faultFound();
    void savedFiltersChanged(const slipway::SavedFilters& saved);
    /// Actions of saved filters were made anew, without keys.
    void actionsMade();
    /// The keyboard should go to the tree.
    void left();

private:
    void readText(const QString& text);

    SearchField* m_field;
    SavedFiltersButton* m_saved;
    FacetBar* m_facets;
    GlyphLabel* m_glyph;
    ToneLabel* m_fault;
};

} // namespace slipway
