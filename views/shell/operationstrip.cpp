#include "views/shell/operationstrip.h"

#include "models/operationsmodel.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"
#include "views/widgets/busyglyph.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace slipway
{

using namespace Qt::StringLiterals;

OperationStrip::OperationStrip(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_progress(new QLabel(this))
    , m_cancel(new QToolButton(this))
{
    setTextRole(*m_title, TextRole::Caption);
    setTextRole(*m_progress, TextRole::Caption);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(96, 4);
    m_cancel->setIcon(icon("process-stop"_L1, IconColor::Muted));
    m_cancel->setFixedSize(24, 24);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new BusyGlyph(14, this));
    layout->addWidget(m_title);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_operation)
            m_operation->cancel();
    });
    hide();
}

void OperationStrip::showOperation(Operation* operation)
{
    m_operation = operation;
    setVisible(operation != nullptr);
    if (!operation)
        return;
    m_title->setText(operation->title());
    m_bar->setRange(0, static_cast<int>(operation->total()));
    m_bar->setValue(static_cast<int>(operation->done()));
    QString progress = progressText(*operation);
    if (const QString remaining = remainingText(*operation); !remaining.isEmpty())
        progress += u", "_s + remaining;
    m_progress->setText(progress);
    m_cancel->setEnabled(!operation->isCancelRequested());
    m_cancel->setToolTip(tr("Stop “%1”").arg(operation->title()));
    m_cancel->setAccessibleName(m_cancel->toolTip());
    m_bar->setAccessibleName(operation->title());
    setAccessibleName(text());
}

QString OperationStrip::text() const
{
    return m_title->text() + u": "_s + m_progress->text();
}

} // namespace slipway
