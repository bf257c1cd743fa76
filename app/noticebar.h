#pragma once

#include "views/widgets/messagebar.h"

#include <functional>

namespace slipway
{

/// What people are told once, above the pages, until they close it; what was told before is folded below the newest.
class NoticeBar final : public MessageBar
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Closing is always possible; a further button leads where `lead` says and closes the bar as well. What is closed
    /// does not come back: whoever tells it tells each thing once, after a start too.
    void tell(const QString& sentence, const QString& leadText = {}, const std::function<void()>& lead = {});

private:
    QStringList m_told; ///< the newest first
    std::function<void()> m_lead;
};

} // namespace slipway
