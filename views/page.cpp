#include "views/page.h"

namespace slipway
{

void Page::setWriteAccess(WriteAccess access)
{
    if (m_writeAccess == access)
        return;
    m_writeAccess = access;
    Q_EMIT writeAccessChanged();
}

} // namespace slipway
