#include "gui/fitdialogs.h"

#include "app/actionkeys.h"
#include "app/mainwindow.h"
#include "app/quitdialog.h"
#include "app/tourdialogs.h"
#include "gui/showndrift.h"
#include "models/inventoryfrom.h"
#include "models/operation.h"
#include "support/waiting.h"
#include "views/accounts/addaccountdialog.h"
#include "views/accounts/connectpage.h"
#include "views/accounts/manageaccountsdialog.h"
#include "views/drift/acknowledgedialog.h"
#include "views/drift/issuesdialog.h"
#include "views/drift/lockdialog.h"
#include "views/drift/proposaldialog.h"
#include "views/gallery/componentsgallery.h"
#include "views/inventory/inventorypage.h"
#include "views/settings/settingsdialog.h"
#include "views/storage/whatifdialog.h"
#include "views/widgets/confirmdialog.h"

#include <QLineEdit>
#include <QPushButton>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

Account someAccount()
{
    Account account;
    account.id = u"work"_s;
    account.name = u"Work"_s;
    account.login = u"robin"_s;
    account.owners = {u"northquay"_s, u"siriusscan"_s};
    return account;
}

TokenCheck someCheck()
{
    TokenCheck check;
    check.login = u"robin"_s;
    check.kind = TokenKind::Classic;
    check.scopes = QStringList{u"read:packages"_s};
    check.grants = assessToken(check.kind, check.scopes, TokenUse::ReadingAndCleanup);
    check.owners = {{u"robin"_s, OwnerKind::User, {}}, {u"northquay"_s, OwnerKind::Organization, {}}};
    return check;
}

std::unique_ptr<QWidget> makeSettings(MainWindow& window)
{
    SettingsGround ground{actionKeysOf(window), {someAccount()}, {}, true};
    return std::make_unique<SettingsDialog>(UserSettings(), ground, &window);
}

std::unique_ptr<QWidget> makeGrants(MainWindow& window)
{
    auto dialog = std::make_unique<AddAccountDialog>(&window);
    for (auto* field : dialog->connectPage().findChildren<QLineEdit*>())
        if (field->echoMode() == QLineEdit::Password)
            field->setText(u"ghp_all"_s);
    dialog->primary().click();
    dialog->showCheck(someCheck());
    return dialog;
}

std::unique_ptr<QWidget> makeAccounts(MainWindow& window)
{
    auto dialog = std::make_unique<ManageAccountsDialog>(&window);
    dialog->setAccounts({someAccount()});
    dialog->showCheck(someCheck());
    return dialog;
}

std::unique_ptr<QWidget> makeQuit(MainWindow& window)
{
    auto* operation = new Operation(u"read"_s, u"Read layers of affective-gpu"_s, &window);
    return std::make_unique<QuitDialog>(QList{operation}, &window);
}

std::unique_ptr<QWidget> makeWhatIf(MainWindow& window)
{
    const auto inventory = window.inventoryPage().model().inventory();
    auto dialog = std::make_unique<WhatIfDialog>(inventory, Prices(), fixtureTime(), &window);
    if (!eventually([&] { return !dialog->isCounting(); }))
        qFatal("the what-if was not counted");
    return dialog;
}

std::unique_ptr<QWidget> makeAcknowledge(MainWindow& window)
{
    const auto look = driftingLook(inventoryFrom(driftingOrganisation()));
    return std::make_unique<AcknowledgeDialog>(look->lives.front(), fixtureTime(), &window);
}

std::unique_ptr<QWidget> makeLock(MainWindow& window)
{
    auto preview = std::make_shared<LockPreview>();
    preview->draft.path = u":/demo/northquay.build-lock.json"_s;
    preview->draft.before.text = "{\n  \"version\": 1\n}\n";
    preview->draft.text = "{\n  \"owner\": \"northquay\",\n  \"version\": 1\n}\n";
    preview->draft.isIncomplete = true;
    preview->diff = lockDiff(preview->draft.before.text, preview->draft.text);
    return std::make_unique<LockDialog>(preview, &window);
}

} // namespace

std::vector<DialogToLookAt> dialogsToLookAt(MainWindow& window)
{
    return {{u"settings"_s, [&window] { return makeSettings(window); }},
            {u"add-account"_s, [&window] { return std::make_unique<AddAccountDialog>(&window); }},
            {u"grants"_s, [&window] { return makeGrants(window); }},
            {u"accounts"_s, [&window] { return makeAccounts(window); }},
            {u"what-if"_s, [&window] { return makeWhatIf(window); }},
            {u"acknowledge"_s, [&window] { return makeAcknowledge(window); }},
            {u"lock"_s, [&window] { return makeLock(window); }},
            {u"pull-request"_s, [&window] { return std::make_unique<ProposalDialog>(sampleProposal(), &window); }},
            {u"issues"_s, [&window] { return std::make_unique<IssuesDialog>(sampleIssues(), &window); }},
            {u"quit"_s, [&window] { return makeQuit(window); }},
            {u"confirm"_s, [&window] { return std::make_unique<ConfirmDialog>(sampleConfirmation(), &window); }},
            {u"components"_s, [] { return std::make_unique<ComponentsGallery>(); }}};
}

} // namespace slipway::test
