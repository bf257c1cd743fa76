#include "app/noticebar.h"

namespace slipway
{

NoticeBar::NoticeBar(QWidget* parent)
    : MessageBar(parent)
{
    setClosable(true);
    connect(this, &MessageBar::closed, this, [this] { m_lead = {}; });
    connect(this, &MessageBar::actionTriggered, this, [this] {
        // Leading may tell something, and so replace what it was.
        const auto lead = m_lead;
        if (!lead || !lead())
            return;
        m_lead = {};
        hide();
    });
}

void NoticeBar::tell(const QString& sentence, const QString& leadText, const std::function<bool()>& lead)
{
    // What was told before stays to be read until the bar is closed.
    const QStringList before = isHidden() ? QStringList() : m_told;
    m_told = QStringList{sentence} + before;
    m_lead = lead;
    setAction(lead ? leadText : QString());
    showMessage(Tone::Warn, sentence, before);
}

} // namespace slipway
