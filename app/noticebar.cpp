#include "app/noticebar.h"

namespace slipway
{

NoticeBar::NoticeBar(QWidget* parent)
    : MessageBar(parent)
{
    connect(this, &MessageBar::actionTriggered, this, &NoticeBar::hide);
}

void NoticeBar::tell(const QString& sentence)
{
    // What was told before stays to be read until the bar is closed.
    const QStringList before = isHidden() ? QStringList() : m_told;
    m_told = QStringList{sentence} + before;
    showMessage(Tone::Warn, sentence, before);
    setAction(tr("Close"));
}

} // namespace slipway
