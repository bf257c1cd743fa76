#include "net/requesttally.h"

namespace slipway
{

void RequestTally::count(Traffic traffic, int status)
{
    switch (traffic) {
    case Traffic::Api:
        ++api;
        notModified += status == 304 ? 1 : 0;
        return;
    case Traffic::Registry:
        ++registry;
        return;
    case Traffic::Token:
        ++token;
        return;
    }
}

RequestTally operator-(const RequestTally& later, const RequestTally& earlier)
{
    return {later.api - earlier.api, later.notModified - earlier.notModified, later.registry - earlier.registry,
            later.token - earlier.token};
}

} // namespace slipway
