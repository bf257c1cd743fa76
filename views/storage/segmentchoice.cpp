#include "views/storage/segmentchoice.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace slipway
{

SegmentChoice::SegmentChoice(const std::vector<Segment>& segments, QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (size_t i = 0; i < segments.size(); ++i) {
        auto* button = new QPushButton(segments[i].name, this);
        button->setCheckable(true);
        button->setToolTip(segments[i].tip);
        button->setAccessibleName(segments[i].tip);
        connect(button, &QAbstractButton::clicked, this, [this, i] {
            setCurrent(i);
            Q_EMIT chosen();
        });
        m_buttons.push_back(button);
        row->addWidget(button);
    }
    setCurrent(0);
}

void SegmentChoice::setCurrent(size_t segment)
{
    m_current = segment;
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(i == segment);
}

} // namespace slipway
