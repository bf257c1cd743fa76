#include "views/inventory/detailstab.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
struct TabTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::DetailsHead)
};
} // namespace

QString tabTitle(DetailsTab tab)
{
    switch (tab) {
    case DetailsTab::Summary:
        return TabTexts::tr("Summary");
    case DetailsTab::Layers:
        return TabTexts::tr("Layers");
    case DetailsTab::Manifest:
        return TabTexts::tr("Manifest");
    case DetailsTab::Config:
        return TabTexts::tr("Config");
    case DetailsTab::Referrers:
        return TabTexts::tr("Referrers");
    case DetailsTab::History:
        return TabTexts::tr("History");
    }
    return {};
}

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
