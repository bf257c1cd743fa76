#include "views/files/diffpanes.h"

#include "views/files/codecolors.h"
#include "views/files/codepane.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/hairline.h"

#include <QHBoxLayout>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace slipway
{

namespace
{

/// A text's name above it.
Strip* headOf(ElidedLabel& name, QWidget* parent)
{
    auto* head = new Strip(Strip::Side::Head, parent);
    setTextRole(name, TextRole::Caption);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(&name, 1);
    return head;
}

void scrollTogether(CodePane& a, CodePane& b)
{
    for (auto* bars : {&a, &b}) {
        auto* other = bars == &a ? &b : &a;
        QObject::connect(bars->verticalScrollBar(), &QScrollBar::valueChanged, other->verticalScrollBar(),
                         &QScrollBar::setValue);
        QObject::connect(bars->horizontalScrollBar(), &QScrollBar::valueChanged, other->horizontalScrollBar(),
                         &QScrollBar::setValue);
    }
}

} // namespace

DiffPanes::DiffPanes(QWidget* parent)
    : QWidget(parent)
    , m_leftColors(new CodeColors(this))
    , m_rightColors(new CodeColors(this))
    , m_leftPane(new CodePane(tr("Left text"), this))
    , m_rightPane(new CodePane(tr("Right text"), this))
    , m_inlinePane(new CodePane(tr("Both texts"), this))
    , m_leftName(new ElidedLabel(this))
    , m_rightName(new ElidedLabel(this))
    , m_rightPart(new QWidget(this))
{
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(headOf(*m_leftName, this));
    left->addWidget(m_leftPane, 1);
    left->addWidget(m_inlinePane, 1);
    auto* right = new QVBoxLayout(m_rightPart);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(headOf(*m_rightName, m_rightPart));
    right->addWidget(m_rightPane, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(1);
    row->addLayout(left, 1);
    row->addWidget(m_rightPart, 1);
    m_inlinePane->hide();
    // One bar moves both.
    m_leftPane->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrollTogether(*m_leftPane, *m_rightPane);
    for (auto* pane : {m_leftPane, m_rightPane, m_inlinePane}) {
        connect(pane, &CodePane::foldOpened, this, &DiffPanes::openFold);
        connect(pane, &CodePane::cursorMoved, this, [this](CodePlace cursor) { followCursor(cursor.row); });
        for (auto* colors : {m_leftColors, m_rightColors})
            connect(colors, &CodeColors::colored, pane, &CodePane::updateRows);
    }
    for (auto* colors : {m_leftColors, m_rightColors})
        connect(colors, &CodeColors::done, this, [this] {
            if (isColored())
                Q_EMIT colored();
        });
}

void DiffPanes::showDiff(const TextDiffPtr& diff, const QString& fileName, const QString& leftName,
                         const QString& rightName)
{
    m_diff = diff;
    if (m_folding)
        m_folding->opened.clear();
    m_leftColors->color(diff->left, fileName);
    m_rightColors->color(diff->right, fileName);
    m_leftName->setFullText(leftName);
    m_rightName->setFullText(rightName);
    m_leftPane->setAccessibleName(leftName);
    m_rightPane->setAccessibleName(rightName);
    m_change = -1;
    arrange();
    if (!diff->isSame())
        goToChange(1);
}

void DiffPanes::clear()
{
    m_diff.reset();
    m_rows.reset();
    m_change = -1;
    for (auto* pane : {m_leftPane, m_rightPane, m_inlinePane})
        pane->setContent({}, nullptr, nullptr);
    m_leftColors->color(nullptr, {});
    m_rightColors->color(nullptr, {});
}

bool DiffPanes::isColored() const
{
    return m_leftColors->isDone() && m_rightColors->isDone();
}

CodePane& DiffPanes::mainPane() const
{
    return m_layout == DiffLayout::Inline ? *m_inlinePane : *m_leftPane;
}

void DiffPanes::setLayoutShown(DiffLayout layout)
{
    m_layout = layout;
    const bool isInline = layout == DiffLayout::Inline;
    m_leftPane->setHidden(isInline);
    m_rightPart->setHidden(isInline);
    m_inlinePane->setVisible(isInline);
    arrange();
}

void DiffPanes::setFolded(bool isFolded)
{
    m_folding = isFolded ? std::optional(DiffFolding()) : std::nullopt;
    arrange();
}

void DiffPanes::arrange()
{
    if (!m_diff)
        return;
    m_rows = rowsOf(*m_diff, m_layout, m_folding);
    if (m_layout == DiffLayout::Inline) {
        m_inlinePane->setContent(CodeContent(m_diff, m_rows, CodeSide::Inline), m_leftColors, m_rightColors);
    } else {
        m_leftPane->setContent(CodeContent(m_diff, m_rows, CodeSide::Left), m_leftColors, m_rightColors);
        m_rightPane->setContent(CodeContent(m_diff, m_rows, CodeSide::Right), m_leftColors, m_rightColors);
    }
    if (m_change >= 0) {
        const qsizetype change = std::exchange(m_change, -1);
        const auto row = std::ranges::find(*m_rows, change, &DiffRow::change);
        if (row != m_rows->end())
            mainPane().setCursor({row - m_rows->begin(), 0});
    }
    Q_EMIT rowsChanged();
}

void DiffPanes::openFold(qsizetype row)
{
    if (!m_folding || !m_rows)
        return;
    const qsizetype left = (*m_rows)[static_cast<std::size_t>(row)].left;
    const int scrolled = mainPane().verticalScrollBar()->value();
    m_folding->opened.insert(left);
    const qsizetype change = std::exchange(m_change, -1);
    arrange();
    mainPane().setCursor({row, 0});
    mainPane().verticalScrollBar()->setValue(scrolled);
    m_change = change;
}

void DiffPanes::goToChange(int step)
{
    if (!m_diff || m_diff->isSame())
        return;
    const qsizetype total = std::ssize(m_diff->diff.changes);
    qsizetype next = m_change < 0 && step > 0 ? 0 : m_change + step;
    next = (next % total + total) % total;
    const auto row = std::ranges::find(*m_rows, next, &DiffRow::change);
    const qsizetype at = row - m_rows->begin();
    // A few lines above are seen too.
    auto& bar = *mainPane().verticalScrollBar();
    bar.setValue(static_cast<int>(std::max<qsizetype>(0, at - bar.pageStep() / 3)));
    mainPane().setCursor({at, 0});
}

void DiffPanes::followCursor(qsizetype row)
{
    if (!m_rows || row >= std::ssize(*m_rows))
        return;
    const qsizetype change = (*m_rows)[static_cast<std::size_t>(row)].change;
    if (change >= 0 && std::exchange(m_change, change) != change)
        Q_EMIT changeShown(change);
}

} // namespace slipway
