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

    /// Closing is always possible; a further button leads where `lead` says, and closes the bar as well if that says
    /// that it went there: else what is told then stands above it. What is closed does not come back: whoever tells it
    /// tells each thing once, after a start too.
    void tell(const QString& sentence, const QString& leadText = {}, const std::function<bool()>& lead = {});

private:
    QStringList m_told; ///< the newest first
    std::function<bool()> m_lead;
};

} // namespace slipway
