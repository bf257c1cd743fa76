#include "views/widgets/statstate.h"

namespace slipway
{

StatState statState(PageState::Kind page, StatKnown known)
{
    const bool isKnown = known == StatKnown::Yes;
    switch (page) {
    case PageState::Kind::Loading:
        return isKnown ? StatState::Value : StatState::Loading;
    case PageState::Kind::Ready:
        return isKnown ? StatState::Value : StatState::Empty;
    case PageState::Kind::Stale:
    case PageState::Kind::Offline:
        return isKnown ? StatState::Stale : StatState::Empty;
    case PageState::Kind::Failed:
        return isKnown ? StatState::Stale : StatState::Error;
    }
    return StatState::Empty;
}

} // namespace slipway
