#include "views/widgets/copybutton.h"

#include "views/theme/icons.h"
#include "views/widgets/toast.h"

#include <QClipboard>
#include <QGuiApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

CopyButton::CopyButton(const QString& what, QWidget* parent)
    : QToolButton(parent)
    , m_what(what)
{
    setIcon(slipway::icon("edit-copy"_L1, IconColor::Accent));
    setFixedSize(24, 24);
    setToolTip(tr("Copy %1").arg(what));
    setAccessibleName(toolTip());
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setCopyText(const QString& text)
{
    m_text = text;
    setEnabled(!text.isEmpty());
}

void CopyButton::copy()
{
    copyToClipboard(m_text);
    tellDone(*this, tr("Copied %1").arg(m_what));
}

void copyToClipboard(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace slipway
