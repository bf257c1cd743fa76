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

    /// The button closes the bar, or leads where `lead` says and closes it.
    void tell(const QString& sentence, const QString& leadText = {}, const std::function<void()>& lead = {});

private:
    QStringList m_told; ///< the newest first
    std::function<void()> m_lead;
};

} // namespace slipway
