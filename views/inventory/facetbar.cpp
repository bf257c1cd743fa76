#include "views/inventory/facetbar.h"

#include "inventory/filterwords.h"
#include "views/theme/typography.h"
#include "views/widgets/facetchip.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kGap = 8;
constexpr int kHeight = 28;
} // namespace

FacetBar::FacetBar(QWidget& before, QWidget* parent)
    : QWidget(parent)
    , m_before(before)
    , m_more(new FacetChip(this))
    , m_row(new QHBoxLayout(this))
{
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kGap);
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    m_row->addWidget(m_more);
    m_row->addStretch(1);
    m_more->setMenu(new QMenu(m_more));
    connect(m_more->menu(), &QMenu::aboutToShow, this, &FacetBar::fillMore);
    m_more->hide();
}

void FacetBar::setFacets(std::vector<Facet> facets)
{
    m_facets = std::move(facets);
    const auto total = static_cast<qsizetype>(m_facets.size());
    while (m_chips.size() > total)
        delete m_chips.takeLast();
    while (m_chips.size() < total) {
        const qsizetype place = m_chips.size();
        auto* chip = new FacetChip(this);
        chip->setMenu(new QMenu(chip));
        connect(chip->menu(), &QMenu::aboutToShow, this, [this, place] { fillMenu(place); });
        connect(chip, &FacetChip::cleared, this, [this, place] { choose(place, {}); });
        m_row->insertWidget(static_cast<int>(place), chip);
        setTabOrder(m_chips.isEmpty() ? &m_before : m_chips.constLast(), chip);
        m_chips.append(chip);
    }
    if (!m_chips.isEmpty())
        setTabOrder(m_chips.constLast(), m_more);
    showStates();
}

void FacetBar::setText(const QString& text)
{
    m_text = text;
    showStates();
}

void FacetBar::fillMenu(qsizetype facet)
{
    auto* menu = m_chips[facet]->menu();
    menu->clear();
    const Facet& shown = m_facets[static_cast<size_t>(facet)];
    const QString chosen = choiceIn(m_text, shown.terms());
    const auto add = [&](const QString& text, const QString& term, bool findsAny) {
        auto* action = menu->addAction(text);
        action->setEnabled(findsAny || term == chosen);
        action->setCheckable(true);
        action->setChecked(term == chosen);
        connect(action, &QAction::triggered, this, [this, facet, term] { choose(facet, term); });
    };
    add(tr("Any"), {}, true);
    menu->addSeparator();
    for (const auto& value : shown.offered(chosen))
        add(u"%1\t%2"_s.arg(value.text).arg(value.images), value.term, value.images > 0);
}

void FacetBar::choose(qsizetype facet, const QString& term)
{
    Q_EMIT textChosen(withChoice(m_text, m_facets[static_cast<size_t>(facet)].terms(), term));
}

void FacetBar::showStates()
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        const Facet& facet = m_facets[static_cast<size_t>(i)];
        const QString term = choiceIn(m_text, facet.terms());
        const auto value = std::ranges::find(facet.values, term, &FacetValue::term);
        m_chips[i]->setMeaning(facet.meaning);
        m_chips[i]->showState(facet.name, facet.summary(), value == facet.values.end() ? QString() : value->text);
    }
    fit();
}

/// All of them, or as many as leave room for the chip that leads to the rest. A chip that is shown has the window laid
/// out at once, which may give the bar another width.
void FacetBar::fit()
{
    if (m_isFitting)
        return;
    m_isFitting = true;
    const int room = width();
    const auto widthOf = [](const FacetChip* chip) { return chip->sizeHint().width() + kGap; };
    int all = 0;
    for (const auto* chip : std::as_const(m_chips))
        all += widthOf(chip);
    const bool isAll = all - kGap <= room;
    qsizetype shown = isAll ? m_chips.size() : 0;
    showMore(shown); // its words say how wide it is
    int used = widthOf(m_more) - kGap;
    while (!isAll && shown < m_chips.size() && used + widthOf(m_chips[shown]) <= room)
        used += widthOf(m_chips[shown++]);
    showMore(shown);
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setVisible(i < shown);
    m_isFitting = false;
    if (width() != room)
        fit();
}

/// The chips from `shown` on are in the menu of the last one, each by its own menu.
void FacetBar::showMore(qsizetype shown)
{
    m_shown = shown;
    QStringList left;
    bool isAnyOn = false;
    for (const auto* chip : m_chips.sliced(shown)) {
        left.append(chip->accessibleName());
        isAnyOn = isAnyOn || chip->isOn();
    }
    m_more->showWay(tr("+%1 more").arg(left.size()), tr("More: %1").arg(left.join(u", "_s)), isAnyOn);
    m_more->setVisible(!left.isEmpty());
}

void FacetBar::fillMore()
{
    m_more->menu()->clear();
    for (const auto* chip : m_chips.sliced(m_shown)) {
        chip->menu()->setTitle(chip->accessibleName());
        m_more->menu()->addMenu(chip->menu());
    }
}

void FacetBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

QSize FacetBar::minimumSizeHint() const
{
    return {0, withText(kHeight)};
}

} // namespace slipway
