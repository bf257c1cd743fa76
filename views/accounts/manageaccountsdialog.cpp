#include "views/accounts/manageaccountsdialog.h"

#include "accounts/servers.h"
#include "accounts/tokentext.h"
#include "core/errortext.h"
#include "views/theme/buttonkind.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/messagebar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kRow = 28;
}

ManageAccountsDialog::ManageAccountsDialog(QWidget* parent)
    : Dialog(tr("Accounts"), parent)
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_readOnly(new QCheckBox(tr("Read-only: change nothing on a server with this account"), this))
    , m_rename(new QPushButton(tr("Rename"), this))
    , m_check(new QPushButton(tr("Check again"), this))
    , m_remove(new QPushButton(this))
    , m_message(new MessageBar(this))
{
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setMinimumHeight(140);
    m_name->setAccessibleName(tr("Name of the account"));
    setButtonKind(*m_remove, ButtonKind::Danger);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_name, 1);
    line->addWidget(m_rename);
    line->addWidget(m_check);
    line->addWidget(m_remove);
    body().addWidget(framed(m_list, this), 1);
    body().addLayout(line);
    body().addWidget(m_readOnly);
    body().addWidget(m_message);
    auto* add = new QPushButton(tr("Add account…"), this);
    auto* close = new QPushButton(tr("Close"), this);
    foot().addWidget(add);
    foot().addWidget(close);
    for (auto* button : {m_rename, m_check, m_remove, add})
        button->setAutoDefault(false);
    connect(m_list, &QListWidget::currentRowChanged, this, &ManageAccountsDialog::showCurrent);
    connect(m_rename, &QPushButton::clicked, this, &ManageAccountsDialog::rename);
    connect(m_readOnly, &QCheckBox::clicked, this, &ManageAccountsDialog::changeAccess);
    connect(m_check, &QPushButton::clicked, this, &ManageAccountsDialog::check);
    connect(m_remove, &QPushButton::clicked, this, &ManageAccountsDialog::remove);
    connect(add, &QPushButton::clicked, this, &ManageAccountsDialog::addRequested);
    connect(close, &QPushButton::clicked, this, &ManageAccountsDialog::accept);
    showCurrent();
    followText(*this, [this] {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setSizeHint({0, withText(kRow)});
    });
}

void ManageAccountsDialog::setAccounts(const std::vector<Account>& accounts)
{
    const QString before = current() ? current()->id : QString();
    m_accounts = accounts;
    m_list->clear();
    int row = 0;
    for (const auto& account : m_accounts) {
        auto* item = new QListWidgetItem(
            tr("%1: %2 on %3").arg(account.name, account.owners.join(u", "_s), webHost(account.apiUrl)), m_list);
        item->setSizeHint({0, withText(kRow)});
        if (account.id == before)
            row = m_list->count() - 1;
    }
    m_list->setCurrentRow(m_accounts.empty() ? -1 : row);
    showCurrent();
}

const Account* ManageAccountsDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_accounts.size()) ? &m_accounts[static_cast<size_t>(row)] : nullptr;
}

void ManageAccountsDialog::showCurrent()
{
    const Account* account = current();
    m_confirming.clear();
    m_remove->setText(tr("Remove…"));
    m_name->setText(account ? account->name : QString());
    m_readOnly->setChecked(account && account->access == AccountAccess::ReadOnly);
    for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_readOnly, m_rename, m_check, m_remove})
        part->setEnabled(account);
    if (m_accounts.empty())
        m_message->showMessage(Tone::Info, tr("There are no accounts."));
    else
        m_message->hide();
}

void ManageAccountsDialog::rename()
{
    Account changed = *current();
    changed.name = m_name->text().trimmed();
    if (const auto checked = checkAccount(changed, m_accounts); !checked)
        showError(checked.error());
    else
        Q_EMIT changeRequested(changed);
}

void ManageAccountsDialog::changeAccess(bool isReadOnly)
{
    Account changed = *current();
    changed.access = isReadOnly ? AccountAccess::ReadOnly : AccountAccess::ReadWrite;
    Q_EMIT changeRequested(changed);
}

void ManageAccountsDialog::check()
{
    m_message->showMessage(Tone::Info, tr("Checking %1…").arg(current()->name));
    Q_EMIT checkRequested(*current());
}

void ManageAccountsDialog::remove()
{
    const Account account = *current();
    if (m_confirming == account.id) {
        Q_EMIT removeRequested(account);
        return;
    }
    m_confirming = account.id;
    m_remove->setText(tr("Remove account"));
    m_message->showMessage(Tone::Warn,
                           tr("Remove %1? Its token leaves the keychain. What was read stays.").arg(account.name));
}

void ManageAccountsDialog::showCheck(const Result<TokenCheck>& check)
{
    if (!check) {
        showError(check.error());
        return;
    }
    QStringList details;
    for (const auto& grant : check->grants)
        details.append(capabilityText(grant.capability) + u": "_s + grantText(grant.grant));
    m_message->showMessage(isSufficient(check->grants) ? Tone::Ok : Tone::Warn, verdictText(*check), details);
}

void ManageAccountsDialog::showError(const Error& error)
{
    const auto text = errorText({error.kind, error.subject, {}, error.retryAfter});
    QStringList details{text.advice};
    if (!error.detail.isEmpty())
        details.prepend(error.detail);
    m_message->showMessage(Tone::Bad, text.what, details);
    m_readOnly->setChecked(current() && current()->access == AccountAccess::ReadOnly);
}

QString ManageAccountsDialog::message() const
{
    return m_message->isHidden() ? QString() : m_message->sentence();
}

} // namespace slipway
