#include "views/ladder/ladderpanel.h"

#include "views/ladder/laddercolors.h"
#include "views/ladder/laddersides.h"
#include "views/ladder/ladderview.h"
#include "views/theme/paint.h"
#include "views/theme/typography.h"
#include "views/widgets/badge.h"
#include "views/widgets/hairline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace slipway
{

namespace
{

constexpr int kSwatch = 10;

/// A small square of a rung's colour; the word beside it says what it means.
class Swatch final : public QWidget
{
public:
    Swatch(RungMeaning meaning, QWidget* parent)
        : QWidget(parent)
        , m_meaning(meaning)
    {
        setFixedSize(kSwatch, kSwatch);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& t = tokensOf(palette());
        QPainter painter(this);
        paintBox(painter, rect(), 2, rungColor(t, m_meaning), {});
    }

private:
    RungMeaning m_meaning;
};

QWidget* legendEntry(RungMeaning meaning, const QString& word, QWidget* parent)
{
    auto* entry = new QWidget(parent);
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* label = new QLabel(word, entry);
    setTextRole(*label, TextRole::Caption);
    row->addWidget(new Swatch(meaning, entry), 0, Qt::AlignVCenter);
    row->addWidget(label);
    return entry;
}

BadgeText badgeOf(const LadderModel& model)
{
    const LayerLadder& ladder = model.ladder();
    const QString text = ladderHeadline(ladder);
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.meaningOf(row) == RungMeaning::Drift)
            return {LadderPanel::tr("Diverges at layer %1").arg(row + 1), Tone::Bad, Glyph::Bad};
    return ladder.divergence() ? BadgeText{text, Tone::Info, Glyph::Info} : BadgeText{text, Tone::Ok, Glyph::Ok};
}

} // namespace

LadderPanel::LadderPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new LadderModel(this))
    , m_view(new LadderView(*m_model, this))
    , m_sides(new LadderSides(*m_view, this))
    , m_sentence(new QLabel(this))
{
    setAccessibleName(tr("Layer ladder"));
    m_sentence->setContentsMargins(12, 8, 12, 8);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    setTextRole(*m_sentence, TextRole::Caption);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_sides);
    layout->addWidget(m_view, 1);
    layout->addWidget(new Hairline(this));
    layout->addWidget(m_sentence);
    setFocusProxy(m_view);
}

QWidget* LadderPanel::makeHead()
{
    auto* head = new QWidget(this);
    auto* title = new QLabel(tr("Layer ladder"), head);
    setTextRole(*title, TextRole::CardHeader);
    m_headline = new Badge(head);
    m_drift = legendEntry(RungMeaning::Drift, tr("Drift"), head);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(m_headline);
    row->addStretch();
    row->addWidget(legendEntry(RungMeaning::Shared, tr("Shared"), head));
    row->addWidget(m_drift);
    row->addWidget(legendEntry(RungMeaning::Expected, tr("Different"), head));
    return head;
}

void LadderPanel::showSides(LadderSide left, LadderSide right, size_t expected, const QString& remark)
{
    m_model->setSides(std::move(left), std::move(right), expected);
    m_headline->setBadge(badgeOf(*m_model));
    m_drift->setVisible(expected > 0);
    m_sides->showSides(*m_model);
    setRemark(remark);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
}

void LadderPanel::setRemark(const QString& remark)
{
    const QString sentence = ladderSentence(m_model->ladder());
    m_sentence->setText(remark.isEmpty() ? sentence : sentence + u' ' + remark);
}

QString LadderPanel::headline() const
{
    return m_headline->badge().text;
}

QString LadderPanel::footText() const
{
    return m_sentence->text();
}

} // namespace slipway
