#include "views/inventory/treefoot.h"

#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"

#include <QHBoxLayout>

namespace slipway
{

namespace
{
constexpr int kHeight = 33;
}

TreeFoot::TreeFoot(QWidget* parent)
    : Strip(Side::Foot, parent)
    , m_selection(new ElidedLabel(this))
    , m_hint(new ElidedLabel(this))
{
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
    for (auto* label : {m_selection, m_hint}) {
        setTextRole(*label, TextRole::Caption);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 12, 0);
    row->addWidget(m_selection, 1);
    row->addWidget(m_hint);
}

void TreeFoot::showSelection(const QString& line)
{
    m_selection->setFullText(line);
}

void TreeFoot::showHiddenColumns(int columns)
{
    m_hiddenColumns = columns;
    showHint();
}

void TreeFoot::showMatches(const QString& line, const QString& meaning)
{
    m_matches = line;
    m_meaning = meaning;
    showHint();
}

void TreeFoot::showHint()
{
    const int columns = m_hiddenColumns;
    m_hint->setFullText(!m_matches.isEmpty() ? m_matches
                        : columns > 0        ? tr("%n column(s) hidden at this width", nullptr, columns)
                                             : tr("Unique is what deletion would free; shared layers stay"));
    m_hint->setHint(m_meaning);
}

QStringList TreeFoot::texts() const
{
    return {m_selection->fullText(), m_hint->fullText()};
}

} // namespace slipway
