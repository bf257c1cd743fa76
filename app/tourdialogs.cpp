#include "app/tourdialogs.h"

#include "app/actionkeys.h"
#include "app/mainwindow.h"
#include "views/accounts/addaccountdialog.h"
#include "views/accounts/manageaccountsdialog.h"
#include "views/drift/issuesdialog.h"
#include "views/drift/proposaldialog.h"
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

ProposalPreviewPtr sampleProposal()
{
    auto preview = std::make_shared<ProposalPreview>();
    preview->draft.path = u"deploy/build-lock.json"_s;
    preview->draft.before.text =
        "{\n  \"images\": [\n    {\n      \"digest\": \"sha256:9c1e40aa\",\n      \"package\": "
        "\"apc-emotion-gpu\",\n      \"tag\": \"latest\"\n    }\n  ]\n}\n";
    preview->draft.text = preview->draft.before.text;
    preview->draft.text.replace("9c1e40aa", "51b7d2bb");
    preview->draft.isIncomplete = true;
    preview->diff = lockDiff(preview->draft.before.text, preview->draft.text);
    Proposal& proposal = preview->proposal;
    proposal.repository = {u"northquay"_s, u"platform"_s};
    proposal.base = u"main"_s;
    proposal.branch = u"slipway/deploy-build-lock"_s;
    proposal.files = {{preview->draft.path, preview->draft.text}};
    proposal.title = u"build: update build-lock.json"_s;
    proposal.body =
        u"`deploy/build-lock.json` pins what the registry has now.\n\n| tag | | from | to |\n|---|---|---|---|\n"
        "| `apc-emotion-gpu:latest` | moved | `9c1e40…` | `51b7d2…` |"_s;
    preview->ground.baseCommit = u"a1"_s;
    preview->ground.branchCommit = u"b2"_s;
    preview->ground.files = {{preview->draft.path, {}, RepositoryFile{u"c3"_s, "{}\n"}}};
    return preview;
}

IssuesPreviewPtr sampleIssues()
{
    auto preview = std::make_shared<IssuesPreview>();
    preview->matters.repository = {u"northquay"_s, u"platform"_s};
    const QString report = u"`apc-emotion-gpu:latest` is not what the lock file pins.\n\n| | |\n|---|---|\n"
                           "| check | `lock` |\n| severity | `error` |\n| expected | `sha256:9c1e40…` |"_s;
    preview->steps = {{IssueAct::Open,
                       u"1"_s,
                       0,
                       {},
                       u"Drift: apc-emotion-gpu:latest is not what the lock file pins (lock)"_s,
                       report},
                      {IssueAct::Close,
                       u"2"_s,
                       7,
                       {},
                       u"Drift: rtap-asr-gpu:latest is built on a base that has moved on (base)"_s,
                       u"This is resolved."_s}};
    return preview;
}

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
    add(u"pull-request"_s, std::make_unique<ProposalDialog>(sampleProposal(), nullptr));
    add(u"issues"_s, std::make_unique<IssuesDialog>(sampleIssues(), nullptr));
    return dialogs;
}

} // namespace slipway
