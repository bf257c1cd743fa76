#include "app/quitdialog.h"

#include "models/operationsmodel.h"
#include "views/theme/buttonkind.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

QuitDialog::QuitDialog(const QList<Operation*>& operations, QWidget* parent)
    : Dialog(tr("Quit while something runs?"), parent)
    , m_keep(new QPushButton(tr("Keep running"), this))
    , m_stop(new QPushButton(tr("Stop and quit"), this))
{
    const auto addLine = [this](const QString& text) {
        auto* label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        body().addWidget(label);
    };
    addLine(tr("This would be interrupted:"));
    for (const auto* operation : operations) {
        m_lines.append(tr("%1 (%2). %3").arg(operation->title(), progressText(*operation), operation->consequence()));
        addLine(m_lines.constLast());
    }
    setAccessibleDescription(m_lines.join(u'\n'));
    body().addStretch(1);
    setButtonKind(*m_stop, ButtonKind::Danger);
    m_stop->setAutoDefault(false);
    m_keep->setDefault(true);
    foot().addWidget(m_keep);
    foot().addWidget(m_stop);
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_stop, &QPushButton::clicked, this, &QDialog::accept);
    m_keep->setFocus();
}

} // namespace slipway
