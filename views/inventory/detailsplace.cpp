#include "views/inventory/detailsplace.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QString detailsPlaceName(DetailsPlace place)
{
    switch (place) {
    case DetailsPlace::Beside:
        return u"beside"_s;
    case DetailsPlace::Below:
        return u"below"_s;
    case DetailsPlace::Window:
        return u"window"_s;
    case DetailsPlace::Hidden:
        return u"hidden"_s;
    }
    return {};
}

DetailsPlace detailsPlaceNamed(const QString& name)
{
    for (int i = 0; i < kDetailsPlaces; ++i)
        if (detailsPlaceName(static_cast<DetailsPlace>(i)) == name)
            return static_cast<DetailsPlace>(i);
    return DetailsPlace::Beside;
}

} // namespace slipway
