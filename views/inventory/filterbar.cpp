#include "views/inventory/filterbar.h"

#include "views/inventory/facetbar.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/keyhint.h"
#include "views/widgets/searchfield.h"
#include "views/widgets/tonelabel.h"

#include <QHBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kFieldWidth = 280;
constexpr int kGlyph = 12;
} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new SearchField(tr("Filter the inventory"), icon("view-filter"_L1, IconColor::Muted), this))
    , m_saved(new SavedFiltersButton(this))
    , m_facets(new FacetBar(*m_saved, this))
    , m_glyph(new GlyphLabel(Glyph::Bad, kGlyph, this))
    , m_fault(new ToneLabel(Tone::Bad, this))
{
    m_field->setPlaceholderText(tr("Filter name, tag, digest"));
    setKeyHint(*m_field, u"inventory.filter"_s,
               tr("Words, hub: family: variant: kind: tag: name: digest: size:>1GiB age:>90d\n"
                  "signed unsigned sbom attested tagged untagged broken\n"
                  "- before a term turns it round, quotes keep spaces together"));
    m_field->setFixedWidth(kFieldWidth);
    setFocusProxy(m_field);
    setTextRole(*m_fault, TextRole::Caption);
    m_fault->hide();
    m_glyph->hide();
    m_saved->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field);
    row->addWidget(m_saved);
    row->addWidget(m_facets, 1);
    auto* below = new QHBoxLayout;
    below->setSpacing(6);
    below->addWidget(m_glyph);
    below->addWidget(m_fault, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addLayout(below);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::readText);
    connect(m_field, &SearchField::left, this, &FilterBar::left);
    connect(m_facets, &FacetBar::textChosen, m_field, &QLineEdit::setText);
    connect(m_saved, &SavedFiltersButton::textChosen, m_field, &QLineEdit::setText);
    connect(m_saved, &SavedFiltersButton::savedChanged, this, &FilterBar::savedFiltersChanged);
    connect(m_saved, &SavedFiltersButton::actionsMade, this, &FilterBar::actionsMade);
}

void FilterBar::readText(const QString& text)
{
    const auto filter = InventoryFilter::read(text);
    m_facets->setText(text);
    m_saved->setText(text, filter.has_value());
    m_fault->setVisible(!filter);
    m_glyph->setVisible(!filter);
    if (filter) {
        m_fault->clear();
        m_field->setFault(std::nullopt);
        Q_EMIT filterChanged(*filter);
        return;
    }
    const FilterFault& fault = filter.error();
    m_fault->setText(tr("Expected %1 at \"%2\"").arg(fault.expected, text.sliced(fault.position, fault.length)));
    m_field->setFault(FieldFault{fault.position, fault.length, m_fault->text()});
    Q_EMIT faultFound();
}

void FilterBar::setSavedFilters(const SavedFilters& saved)
{
    m_saved->setSaved(saved);
    m_saved->show();
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::setText(const QString& text)
{
    m_field->setText(text);
}

QString FilterBar::faultText() const
{
    return m_fault->text();
}

void FilterBar::clear()
{
    m_field->clear();
}

void FilterBar::takeKeyboard()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

} // namespace slipway
