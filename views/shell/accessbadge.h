#pragma once

#include "domain/writeaccess.h"
#include "views/widgets/badge.h"

namespace slipway
{

/// "Read-only" in the top bar, by word, lock and colour; why is in its tooltip and description. Hidden where writing is
/// allowed.
class AccessBadge final : public Badge
{
    Q_OBJECT
public:
    explicit AccessBadge(QWidget* parent = nullptr);

    void setAccess(WriteAccess access);
};

} // namespace slipway
