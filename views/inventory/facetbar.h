#pragma once

#include "models/palettefacets.h"

#include <QWidget>

class QHBoxLayout;

namespace slipway
{

class FacetChip;

/// The chips beside the filter's field: what the images differ in, with counts. Choosing writes a term into the
/// filter's text, and a term that is typed is shown as chosen; what would leave nothing cannot be chosen. Where they do
/// not all fit, a last chip tells how many more there are and has a menu of each of them.
class FacetBar final : public QWidget
{
    Q_OBJECT
public:
    /// `before`: the widget with the keyboard before the first chip.
    FacetBar(QWidget& before, QWidget* parent);

    void setFacets(std::vector<Facet> facets);
    /// The filter's text as it is now.
    void setText(const QString& text);
    [[nodiscard]] const QList<FacetChip*>& chips() const { return m_chips; }
    [[nodiscard]] FacetChoices choices() const { return {m_facets, m_text}; }
    /// The way to those that do not fit; hidden while all do.
    [[nodiscard]] FacetChip& more() const { return *m_more; }
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The filter's text as it should be.
    void textChosen(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillMenu(qsizetype facet);
    void choose(qsizetype facet, const QString& term);
    void showStates();
    void fit();
    void showMore(qsizetype shown);
    void fillMore();

    QWidget& m_before;
    std::vector<Facet> m_facets;
    QList<FacetChip*> m_chips;
    FacetChip* m_more;
    qsizetype m_shown = 0; ///< chips that fit
    bool m_isFitting = false;
    QHBoxLayout* m_row;
    QString m_text;
};

} // namespace slipway
