#include "app/tourdialogs.h"

#include "app/actionkeys.h"
#include "app/mainwindow.h"
#include "views/accounts/addaccountdialog.h"
#include "views/accounts/manageaccountsdialog.h"
#include "views/gallery/componentsgallery.h"
#include "views/settings/settingsdialog.h"
#include "views/widgets/confirmdialog.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Account shownAccount()
{
    Account account;
    account.id = u"work"_s;
    account.name = u"Work"_s;
    account.login = u"robin"_s;
    account.owners = {u"northquay"_s};
    return account;
}

} // namespace

std::vector<TourDialog> tourDialogs(const MainWindow& window)
{
    std::vector<TourDialog> dialogs;
    const auto add = [&dialogs](const QString& name, std::unique_ptr<QWidget> widget) {
        widget->setAttribute(Qt::WA_DontShowOnScreen);
        widget->show();
        dialogs.push_back({name, std::move(widget)});
    };
    add(u"components"_s, std::make_unique<ComponentsGallery>());
    add(u"confirm"_s, std::make_unique<ConfirmDialog>(sampleConfirmation(), nullptr));
    const SettingsGround ground{actionKeysOf(window), {shownAccount()}, {}, true};
    add(u"settings"_s, std::make_unique<SettingsDialog>(UserSettings(), ground, nullptr));
    add(u"add-account"_s, std::make_unique<AddAccountDialog>(nullptr));
    auto accounts = std::make_unique<ManageAccountsDialog>(nullptr);
    accounts->setAccounts({shownAccount()});
    add(u"accounts"_s, std::move(accounts));
    return dialogs;
}

} // namespace slipway
