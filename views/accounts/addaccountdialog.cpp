#include "views/accounts/addaccountdialog.h"

#include "accounts/servers.h"
#include "views/accounts/connectpage.h"
#include "views/accounts/grantspage.h"
#include "views/theme/buttonkind.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace slipway
{

AddAccountDialog::AddAccountDialog(QWidget* parent)
    : Dialog(tr("Add an account"), parent)
    , m_pages(new QStackedWidget(this))
    , m_connect(new ConnectPage(this))
    , m_grants(new GrantsPage(this))
    , m_progress(new QProgressBar(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_primary(new QPushButton(this))
{
    m_pages->addWidget(m_connect);
    m_pages->addWidget(m_grants);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->setAccessibleName(tr("Checking the token"));
    body().addWidget(m_pages, 1);
    body().addWidget(m_progress);
    foot().addWidget(m_cancel);
    foot().addWidget(m_back);
    foot().addWidget(m_primary);
    setButtonKind(*m_primary, ButtonKind::Primary);
    m_back->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_primary->setDefault(true);
    connect(m_connect, &ConnectPage::importRequested, this, &AddAccountDialog::importRequested);
    connect(m_connect, &ConnectPage::changed, this, &AddAccountDialog::updateButtons);
    connect(m_grants, &GrantsPage::changed, this, &AddAccountDialog::updateButtons);
    connect(m_primary, &QPushButton::clicked, this, &AddAccountDialog::goOn);
    connect(m_back, &QPushButton::clicked, this, &AddAccountDialog::goBack);
    connect(m_cancel, &QPushButton::clicked, this, &AddAccountDialog::reject);
    setStep(Step::Connect);
}

bool AddAccountDialog::isOnGrants() const
{
    return m_pages->currentWidget() == m_grants;
}

void AddAccountDialog::setStep(Step step)
{
    m_step = step;
    const bool isFirst = step == Step::Connect || step == Step::Checking;
    m_pages->setCurrentWidget(isFirst ? static_cast<QWidget*>(m_connect) : m_grants);
    m_connect->setBusy(step == Step::Checking);
    m_grants->setEnabled(step != Step::Saving);
    m_progress->setVisible(step == Step::Checking);
    m_back->setVisible(!isFirst);
    switch (step) {
    case Step::Connect:
        m_primary->setText(tr("Check token"));
        break;
    case Step::Checking:
        m_primary->setText(tr("Checking…"));
        break;
    case Step::Grants:
        m_primary->setText(tr("Add account"));
        break;
    case Step::Saving:
        m_primary->setText(tr("Adding…"));
        break;
    }
    updateButtons();
}

void AddAccountDialog::updateButtons()
{
    switch (m_step) {
    case Step::Connect:
        m_primary->setEnabled(m_connect->isComplete());
        return;
    case Step::Grants:
        m_primary->setEnabled(m_grants->isComplete());
        return;
    case Step::Checking:
    case Step::Saving:
        m_primary->setEnabled(false);
        return;
    }
}

void AddAccountDialog::goOn()
{
    if (m_step == Step::Grants) {
        setStep(Step::Saving);
        Q_EMIT saveRequested(m_grants->described(m_account), m_token);
        return;
    }
    const auto account = m_connect->account();
    if (!account) {
        m_connect->showMessage(account.error());
        return;
    }
    m_account = *account;
    m_token = m_connect->token();
    m_connect->clearMessage();
    m_progress->setRange(0, 0);
    setStep(Step::Checking);
    m_cancel->setFocus();
    Q_EMIT checkRequested(m_account, m_token);
}

void AddAccountDialog::goBack()
{
    setStep(Step::Connect);
}

void AddAccountDialog::reject()
{
    if (m_step != Step::Checking) {
        Dialog::reject();
        return;
    }
    setStep(Step::Connect);
    Q_EMIT checkCancelled();
}

void AddAccountDialog::showImported(const Result<QString>& token)
{
    m_connect->showImported(token);
}

void AddAccountDialog::showProgress(int done, int total)
{
    m_progress->setRange(0, total);
    m_progress->setValue(done);
}

void AddAccountDialog::showCheck(const Result<TokenCheck>& check)
{
    if (m_step != Step::Checking)
        return; // it was cancelled meanwhile
    if (!check) {
        setStep(Step::Connect);
        m_connect->showMessage(check.error());
        return;
    }
    m_grants->setCheck(*check, webHost(m_account.apiUrl), m_connect->importedFrom(), m_connect->importedVariable());
    setStep(Step::Grants);
    m_primary->setFocus();
}

void AddAccountDialog::showSaved(const Result<void>& saved)
{
    if (saved) {
        accept();
        return;
    }
    setStep(Step::Grants);
    m_grants->showError(saved.error());
}

} // namespace slipway
