#pragma once

#include "views/widgets/messagebar.h"

namespace slipway
{

/// What people are told once, above the pages, until they close it; what was told before is folded below the newest.
class NoticeBar final : public MessageBar
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void tell(const QString& sentence);

private:
    QStringList m_told; ///< the newest first
};

} // namespace slipway
