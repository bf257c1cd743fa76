#include "views/inventory/detailsfoot.h"

#include "views/theme/icons.h"
#include "views/widgets/copybutton.h"
#include "views/widgets/hairline.h"
#include "views/widgets/toast.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

DetailsFoot::DetailsFoot(QWidget* parent)
    : QWidget(parent)
    , m_pull(new QPushButton(icon("edit-copy"_L1), tr("Copy pull command"), this))
{
    keepClearOfToasts(*this);
    connect(m_pull, &QPushButton::clicked, this, [this] {
        copyToClipboard(m_command);
        tellDone(*this, tr("Copied pull command"));
    });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->addWidget(m_pull);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Hairline(this));
    layout->addLayout(row);
}

void DetailsFoot::setPullCommand(const QString& command)
{
    m_command = command;
    m_pull->setToolTip(command);
}

} // namespace slipway
