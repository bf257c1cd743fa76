#include "views/storage/groupingchoice.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace slipway
{

namespace
{
constexpr std::array kPartGroupings{PartGrouping::Family, PartGrouping::Image};
} // namespace

/// No QButtonGroup: Tab would go to one of them only.
GroupingChoice::GroupingChoice(const QString& families, const QString& images, QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const std::array names{tr("Families"), tr("Images")};
    const std::array tips{families, images};
    for (size_t i = 0; i < kPartGroupings.size(); ++i) {
        auto* button = new QPushButton(names.at(i), this);
        button->setCheckable(true);
        button->setToolTip(tips.at(i));
        button->setAccessibleName(tips.at(i));
        connect(button, &QAbstractButton::clicked, this, [this, grouping = kPartGroupings.at(i)] {
            setGrouping(grouping);
            Q_EMIT chosen();
        });
        m_buttons.at(i) = button;
        row->addWidget(button);
    }
    setGrouping(PartGrouping::Family);
}

void GroupingChoice::setGrouping(PartGrouping grouping)
{
    m_grouping = grouping;
    for (size_t i = 0; i < kPartGroupings.size(); ++i)
        m_buttons.at(i)->setChecked(kPartGroupings.at(i) == grouping);
}

} // namespace slipway
