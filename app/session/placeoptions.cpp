#include "app/session/placeoptions.h"

#include "accounts/accountsfile.h"
#include "resources/demo.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Main", text);
}

Result<DeepLink> withPage(DeepLink place, const QString& page)
{
    const auto checked = checkPageId(page);
    if (!checked)
        return std::unexpected(checked.error());
    if (!place.page.isEmpty() && place.page != page)
        return failure(ErrorKind::InvalidArgument, tr("The link leads to another page than --page"), page);
    place.page = page;
    return place;
}

} // namespace

void addPlaceOptions(QCommandLineParser& parser)
{
    parser.addOption(
        {u"page"_s,
         tr("Open this page: %1. Without it, that of the role in the settings, or the one that was in sight last.")
             .arg(pageIds().join(u", "_s)),
         u"NAME"_s});
    parser.addPositionalArgument(
        u"link"_s,
        tr("A place to open, slipway://OWNER/PAGE/PACKAGE:TAG or …@sha256:DIGEST. In a window that is open "
           "already, if there is one."),
        u"[LINK]"_s);
}

Result<DeepLink> readPlace(const QCommandLineParser& parser, const Target& target)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() > 1)
        return failure(ErrorKind::InvalidArgument, tr("slipway takes one link and options"), arguments.at(1));
    DeepLink place;
    if (!arguments.isEmpty()) {
        auto link = parseDeepLink(arguments.at(0));
        if (!link && !isOurLink(arguments.at(0)))
            return std::unexpected(link.error());
        place = link ? *std::move(link) : DeepLink();
    }
    const QString owner = target.demo.isEmpty() ? target.owner : target.demo;
    if (!owner.isEmpty() && !place.owner.isEmpty() && owner.compare(place.owner, Qt::CaseInsensitive) != 0)
        return failure(ErrorKind::InvalidArgument, tr("The link leads to another owner than --owner or --demo"), owner);
    if (place.owner.isEmpty())
        place.owner = owner;
    return parser.isSet(u"page"_s) ? withPage(place, parser.value(u"page"_s)) : Result<DeepLink>(place);
}

QString readWrongLink(const QCommandLineParser& parser)
{
    const QString text = parser.positionalArguments().value(0);
    return isOurLink(text) && !parseDeepLink(text) ? text : QString();
}

Target targetOfOwner(Target target, const QString& owner)
{
    const auto accounts = AccountsFile(target.dataFolder).load();
    if (accounts) {
        const auto has = [&owner](const Account& account) {
            return account.owners.contains(owner, Qt::CaseInsensitive);
        };
        if (const auto found = std::ranges::find_if(*accounts, has); found != accounts->end()) {
            target.accountName = found->name;
            target.owner = owner;
            return target;
        }
    }
    (demoOrganisations().contains(owner) ? target.demo : target.owner) = owner;
    return target;
}

} // namespace slipway
