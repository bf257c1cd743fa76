#include "views/drift/findingkinds.h"

#include "models/driftwords.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

/// No QButtonGroup: Tab would go to one of them only.
FindingKinds::FindingKinds(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (size_t i = 0; i < kFindingKinds.size(); ++i) {
        auto* button = new QPushButton(this);
        button->setCheckable(true);
        connect(button, &QAbstractButton::clicked, this, [this, kind = kFindingKinds.at(i)] {
            setKind(kind);
            Q_EMIT chosen();
        });
        m_buttons.at(i) = button;
        row->addWidget(button);
    }
    showTotals(nullptr);
    setKind(FindingKind::All);
}

void FindingKinds::setKind(FindingKind kind)
{
    m_kind = kind;
    for (size_t i = 0; i < kFindingKinds.size(); ++i)
        m_buttons.at(i)->setChecked(kFindingKinds.at(i) == kind);
}

void FindingKinds::showTotals(const DriftLook* look)
{
    for (size_t i = 0; i < kFindingKinds.size(); ++i) {
        const FindingKind kind = kFindingKinds.at(i);
        const QString word = findingKindWord(kind);
        m_buttons.at(i)->setText(look ? u"%1 %2"_s.arg(word).arg(findingTotal(*look, kind)) : word);
        m_buttons.at(i)->setAccessibleName(tr("Findings: %1").arg(m_buttons.at(i)->text()));
    }
}

} // namespace slipway
