#include "views/inventory/detailstab.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QString tabName(DetailsTab tab)
{
    switch (tab) {
    case DetailsTab::Summary:
        return u"summary"_s;
    case DetailsTab::Layers:
        return u"layers"_s;
    case DetailsTab::Manifest:
        return u"manifest"_s;
    case DetailsTab::Config:
        return u"config"_s;
    case DetailsTab::Referrers:
        return u"referrers"_s;
    case DetailsTab::History:
        return u"history"_s;
    }
    return {};
}

DetailsTab tabNamed(const QString& name)
{
    for (const auto tab :
         {DetailsTab::Layers, DetailsTab::Manifest, DetailsTab::Config, DetailsTab::Referrers, DetailsTab::History})
        if (tabName(tab) == name)
            return tab;
    return DetailsTab::Summary;
}

} // namespace slipway
