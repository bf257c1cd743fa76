#include "app/noticebar.h"

#include <utility>

namespace slipway
{

NoticeBar::NoticeBar(QWidget* parent)
    : MessageBar(parent)
{
    setClosable(true);
    connect(this, &MessageBar::closed, this, [this] { m_lead = {}; });
    connect(this, &MessageBar::actionTriggered, this, [this] {
        hide();
        if (const auto lead = std::exchange(m_lead, {}))
            lead();
    });
}

void NoticeBar::tell(const QString& sentence, const QString& leadText, const std::function<void()>& lead)
{
    // What was told before stays to be read until the bar is closed.
    const QStringList before = isHidden() ? QStringList() : m_told;
    m_told = QStringList{sentence} + before;
    m_lead = lead;
    setAction(lead ? leadText : QString());
    showMessage(Tone::Warn, sentence, before);
}

} // namespace slipway
