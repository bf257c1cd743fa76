#include "views/accounts/grantspage.h"

#include "accounts/tokentext.h"
#include "core/errortext.h"
#include "views/accounts/grantstable.h"
#include "views/theme/typography.h"
#include "views/widgets/card.h"
#include "views/widgets/hairline.h"
#include "views/widgets/messagebar.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kOwnersHeight = 86;
constexpr int kRow = 28;
constexpr int kTableWidth = 520; ///< what a dialog of 560 leaves
constexpr int kHighestDialog = 700;
constexpr int kOtherParts = 336; ///< all of the dialog but the table

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression gap(u"[\\s,]+"_s);
    return text.split(gap, Qt::SkipEmptyParts);
}

/// What is left for the table on a screen of 720 lines.
int tableRoom()
{
    return kHighestDialog - withText(kOtherParts);
}

} // namespace

GrantsPage::GrantsPage(QWidget* parent)
    : QWidget(parent)
    , m_verdict(new MessageBar(this))
    , m_area(new QScrollArea(this))
    , m_table(new GrantsTable(this))
    , m_owners(new QListWidget(this))
    , m_moreOwners(new QLineEdit(this))
    , m_place(new QComboBox(this))
    , m_variable(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_message(new MessageBar(this))
{
    m_owners->setAccessibleName(tr("Owners whose packages are shown"));
    followText(*this, [this] {
        m_owners->setFixedHeight(withText(kOwnersHeight));
        for (int row = 0; row < m_owners->count(); ++row)
            m_owners->item(row)->setSizeHint({0, withText(kRow)});
    });
    m_moreOwners->setAccessibleName(tr("Further owners"));
    m_moreOwners->setPlaceholderText(tr("Further owners, separated by commas"));
    m_place->addItem(tr("System keychain"), static_cast<int>(TokenPlace::Keychain));
    m_place->addItem(tr("Environment variable"), static_cast<int>(TokenPlace::Environment));
    m_place->addItem(tr("Ask gh each time"), static_cast<int>(TokenPlace::GhCli));
    m_place->setAccessibleName(tr("Where the token is kept"));
    m_variable->setAccessibleName(tr("Environment variable"));
    m_name->setAccessibleName(tr("Name of the account"));
    layOut();
    m_variable->hide();
    connect(m_owners, &QListWidget::itemChanged, this, &GrantsPage::changed);
    for (auto* field : {m_moreOwners, m_variable, m_name})
        connect(field, &QLineEdit::textChanged, this, &GrantsPage::changed);
    connect(m_place, &QComboBox::currentIndexChanged, this, [this] {
        m_variable->setVisible(m_place->currentData().toInt() == static_cast<int>(TokenPlace::Environment));
        Q_EMIT changed();
    });
}

void GrantsPage::layOut()
{
    auto* place = new QHBoxLayout;
    place->setSpacing(8);
    place->addWidget(m_place);
    place->addWidget(m_variable, 1);
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(16);
    fields->setVerticalSpacing(8);
    fields->setColumnStretch(1, 1);
    auto* show = new QLabel(tr("Show"), this);
    show->setBuddy(m_owners);
    fields->addWidget(show, 0, 0, Qt::AlignTop);
    fields->addWidget(framed(m_owners, this), 0, 1);
    fields->addWidget(m_moreOwners, 1, 1);
    fields->addWidget(new QLabel(tr("Keep token in"), this), 2, 0);
    fields->addLayout(place, 2, 1);
    auto* name = new QLabel(tr("Name"), this);
    name->setBuddy(m_name);
    fields->addWidget(name, 3, 0);
    fields->addWidget(m_name, 3, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_verdict);
    m_area->setWidget(m_table);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_table->setAutoFillBackground(false);
    m_area->setMaximumHeight(tableRoom());
    m_table->installEventFilter(this);
    m_area->setAccessibleName(m_table->accessibleName());
    layout->addWidget(m_area);
    layout->addWidget(new Hairline(this));
    layout->addLayout(fields);
    layout->addWidget(m_message);
    layout->addStretch(1);
}

/// The table's lines get their heights after they were made.
bool GrantsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitTable();
    return QWidget::eventFilter(watched, event);
}

/// With large text the table scrolls: the dialog's buttons stay on a screen of 720 lines.
void GrantsPage::fitTable()
{
    const auto& lines = *m_table->layout();
    const int needed =
        lines.hasHeightForWidth() ? lines.totalHeightForWidth(withText(kTableWidth)) : lines.totalSizeHint().height();
    const int room = tableRoom();
    m_area->setFixedHeight(std::min(needed, room));
    m_area->setFocusPolicy(needed > room ? Qt::TabFocus : Qt::NoFocus);
}

void GrantsPage::setCheck(const TokenCheck& check, const QString& host, TokenPlace imported, const QString& variable)
{
    m_login = check.login;
    m_message->hide();
    showVerdict(check);
    m_table->setGrants(check.grants);
    fillOwners(check);
    m_variable->setText(variable.isEmpty() ? u"SLIPWAY_TOKEN"_s : variable);
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(imported)));
    m_name->setText(tr("%1 on %2").arg(check.login, host));
}

void GrantsPage::showVerdict(const TokenCheck& check)
{
    QStringList details{tokenKindText(check.kind)};
    if (const QString expiry = expiryText(check, QDateTime::currentDateTimeUtc()); !expiry.isEmpty())
        details.append(expiry);
    if (check.hasHiddenOrganizations)
        details.append(tr("Some organisations ask for single sign-on and are left out: authorise the token for them."));
    if (check.organizations)
        details.append(errorLine(*check.organizations));
    const bool isRefused = check.kind == TokenKind::FineGrained;
    m_verdict->showMessage(isRefused                    ? Tone::Bad
                           : isSufficient(check.grants) ? Tone::Ok
                                                        : Tone::Warn,
                           verdictText(check), details);
}

void GrantsPage::fillOwners(const TokenCheck& check)
{
    m_owners->clear();
    for (const auto& owner : check.owners) {
        auto* item = new QListWidgetItem(owner.login, m_owners);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        // A person's own packages are seldom what a team looks at; organisations that can be read are.
        const bool isShown = !owner.error && (owner.kind == OwnerKind::Organization || check.owners.size() == 1);
        item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, owner.login);
        item->setSizeHint({0, withText(kRow)});
        if (owner.error) {
            item->setText(tr("%1: cannot be read").arg(owner.login));
            item->setToolTip(errorLine(*owner.error));
        }
    }
}

Account GrantsPage::described(Account account) const
{
    account.login = m_login;
    account.name = m_name->text().trimmed();
    for (int i = 0; i < m_owners->count(); ++i) {
        if (m_owners->item(i)->checkState() == Qt::Checked)
            account.owners.append(m_owners->item(i)->data(Qt::UserRole).toString());
    }
    account.owners += wordsOf(m_moreOwners->text());
    account.owners.removeDuplicates();
    account.tokenPlace = static_cast<TokenPlace>(m_place->currentData().toInt());
    account.tokenVariable = account.tokenPlace == TokenPlace::Environment ? m_variable->text().trimmed() : QString();
    return account;
}

void GrantsPage::showError(const Error& error)
{
    const auto text = errorText({error.kind, error.subject, {}, error.retryAfter});
    QStringList details{text.advice};
    if (!error.detail.isEmpty())
        details.prepend(error.detail);
    m_message->showMessage(Tone::Bad, text.what, details);
    // Without a keychain a variable is what is left; the token is written nowhere.
    if (error.kind == ErrorKind::KeychainMissing)
        m_place->setCurrentIndex(m_place->findData(static_cast<int>(TokenPlace::Environment)));
}

QString GrantsPage::message() const
{
    return m_message->isHidden() ? QString() : m_message->sentence();
}

bool GrantsPage::isComplete() const
{
    return bool(checkAccount(described({}), {}));
}

} // namespace slipway
