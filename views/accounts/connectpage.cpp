#include "views/accounts/connectpage.h"

#include "accounts/accounttoken.h"
#include "accounts/servers.h"
#include "core/errortext.h"
#include "views/theme/typography.h"
#include "views/widgets/messagebar.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kEnterprise = 1;

QLabel* fieldLabel(const QString& text, QWidget* field, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setBuddy(field);
    return label;
}

} // namespace

ConnectPage::ConnectPage(QWidget* parent)
    : QWidget(parent)
    , m_server(new QComboBox(this))
    , m_address(new QLineEdit(this))
    , m_addressLabel(fieldLabel(tr("Address"), m_address, this))
    , m_registry(new QLineEdit(this))
    , m_registryLabel(fieldLabel(tr("Registry"), m_registry, this))
    , m_token(new QLineEdit(this))
    , m_fromGh(new QPushButton(tr("Import from gh"), this))
    , m_fromVariable(new QPushButton(tr("Import from variable"), this))
    , m_variable(new QLineEdit(u"GITHUB_TOKEN"_s, this))
    , m_message(new MessageBar(this))
{
    m_server->addItems({tr("GitHub.com"), tr("GitHub Enterprise")});
    m_server->setAccessibleName(tr("Server"));
    m_address->setPlaceholderText(u"https://github.example.com"_s);
    m_address->setAccessibleName(tr("Address of the server"));
    m_registry->setAccessibleName(tr("Address of the container registry"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Classic token, ghp_…"));
    m_token->setAccessibleName(tr("Token"));
    m_variable->setAccessibleName(tr("Environment variable"));
    // The dialog's button asks, not the first button Enter finds.
    m_fromGh->setAutoDefault(false);
    m_fromVariable->setAutoDefault(false);
    layOut();
    connectParts();
    chooseServer(0);
}

void ConnectPage::layOut()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    auto* hint =
        new QLabel(tr("A classic personal access token. It needs the scope read:packages, and write:packages and "
                      "delete:packages for cleanup. It goes into the system keychain and nowhere else."),
                   this);
    hint->setWordWrap(true);
    setTextRole(*hint, TextRole::Caption);
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto* imports = new QHBoxLayout;
    imports->setSpacing(8);
    imports->addWidget(m_fromGh);
    imports->addWidget(m_fromVariable);
    imports->addStretch(1);
    grid->addWidget(fieldLabel(tr("Server"), m_server, this), 0, 0);
    grid->addWidget(m_server, 0, 1);
    grid->addWidget(m_addressLabel, 1, 0);
    grid->addWidget(m_address, 1, 1);
    grid->addWidget(m_registryLabel, 2, 0);
    grid->addWidget(m_registry, 2, 1);
    grid->addWidget(fieldLabel(tr("Token"), m_token, this), 3, 0);
    grid->addWidget(m_token, 3, 1);
    grid->addWidget(hint, 4, 1);
    grid->addLayout(imports, 5, 1);
    grid->addWidget(fieldLabel(tr("Variable"), m_variable, this), 6, 0);
    grid->addWidget(m_variable, 6, 1);
    grid->addWidget(m_message, 7, 0, 1, 2);
    grid->setRowStretch(8, 1);
}

void ConnectPage::connectParts()
{
    connect(m_server, &QComboBox::currentIndexChanged, this, &ConnectPage::chooseServer);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectPage::suggestRegistry);
    for (auto* field : {m_address, m_registry, m_token})
        connect(field, &QLineEdit::textChanged, this, &ConnectPage::changed);
    connect(m_token, &QLineEdit::textEdited, this, [this] { m_importedFrom = TokenPlace::Keychain; });
    connect(m_fromGh, &QPushButton::clicked, this, [this] { importFrom(TokenPlace::GhCli); });
    connect(m_fromVariable, &QPushButton::clicked, this, [this] { importFrom(TokenPlace::Environment); });
}

void ConnectPage::chooseServer(int index)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_address, m_addressLabel, m_registry, m_registryLabel})
        part->setVisible(index == kEnterprise);
    suggestRegistry();
    Q_EMIT changed();
}

/// Shows where the registry is looked for if nothing is typed.
void ConnectPage::suggestRegistry()
{
    const auto servers = serversOf(m_address->text());
    m_registry->setPlaceholderText(servers ? servers->registryUrl.toDisplayString()
                                           : u"https://containers.github.example.com"_s);
}

void ConnectPage::importFrom(TokenPlace place)
{
    const auto chosen = account();
    if (!chosen) {
        showMessage(chosen.error());
        return;
    }
    m_asked = place;
    Q_EMIT importRequested(place, place == TokenPlace::GhCli ? webHost(chosen->apiUrl) : m_variable->text().trimmed());
}

Result<Account> ConnectPage::account() const
{
    Account account;
    if (m_server->currentIndex() != kEnterprise)
        return account;
    const auto servers = serversOf(m_address->text());
    if (!servers)
        return std::unexpected(servers.error());
    account.apiUrl = servers->apiUrl;
    account.registryUrl = servers->registryUrl;
    if (m_registry->text().trimmed().isEmpty())
        return account;
    const auto registry = serverUrlOf(m_registry->text());
    if (!registry)
        return std::unexpected(registry.error());
    account.registryUrl = *registry;
    return account;
}

QString ConnectPage::token() const
{
    return m_token->text().trimmed();
}

void ConnectPage::showImported(const Result<QString>& token)
{
    if (!token) {
        showMessage(token.error());
        return;
    }
    m_token->setText(*token);
    m_importedFrom = m_asked;
    m_importedVariable = m_asked == TokenPlace::Environment ? m_variable->text().trimmed() : QString();
    m_message->showMessage(Tone::Ok, tr("The token was imported. Check it now."));
}

void ConnectPage::showMessage(const Error& error)
{
    const auto text = errorText({error.kind, error.subject, {}, error.retryAfter});
    QStringList details{text.advice};
    if (!error.detail.isEmpty())
        details.prepend(error.detail);
    // A tool or a token that is not there is nothing bad: there are other ways.
    const bool isCalm = error.kind == ErrorKind::ToolMissing || error.kind == ErrorKind::SecretNotFound;
    m_message->showMessage(isCalm ? Tone::Info : Tone::Bad, text.what, details);
}

void ConnectPage::clearMessage()
{
    m_message->hide();
}

QString ConnectPage::message() const
{
    return m_message->isHidden() ? QString() : m_message->sentence();
}

void ConnectPage::setBusy(bool isBusy)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_server, m_address, m_registry, m_token, m_fromGh,
                                                         m_fromVariable, m_variable})
        part->setEnabled(!isBusy);
}

bool ConnectPage::isComplete() const
{
    const bool hasServer = m_server->currentIndex() != kEnterprise || !m_address->text().trimmed().isEmpty();
    return hasServer && isToken(token());
}

} // namespace slipway
