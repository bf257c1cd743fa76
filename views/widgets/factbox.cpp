#include "views/widgets/factbox.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/glyphlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace slipway
{

namespace
{
constexpr int kNameWidth = 124;
constexpr int kGlyph = 14;
} // namespace

FactBox::FactBox(const std::vector<ConfirmFact>& facts, QWidget* parent)
    : QFrame(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    followText(*this, [grid] { grid->setColumnMinimumWidth(0, withText(kNameWidth)); });
    grid->setColumnStretch(2, 1);
    for (int row = 0; const auto& fact : facts) {
        auto* name = new QLabel(fact.name, this);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto* text = new QLabel(fact.text, this);
        for (auto* label : {name, text}) {
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(true);
            label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        }
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, row, 0);
        if (fact.glyph) {
            auto* glyph = new GlyphLabel(*fact.glyph, kGlyph, this);
            // In the middle of the first line.
            followText(*glyph, [glyph] { glyph->setFixedHeight(QFontMetrics(fontFor(TextRole::Body)).height()); });
            grid->addWidget(glyph, row, 1, Qt::AlignTop);
            grid->addWidget(text, row, 2);
        } else {
            grid->addWidget(text, row, 1, 1, 2);
        }
        ++row;
    }
}

void FactBox::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kRadius, t.raised, t.line);
}

} // namespace slipway
