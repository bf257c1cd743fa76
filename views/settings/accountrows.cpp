#include "views/settings/accountrows.h"

#include "accounts/servers.h"
#include "views/settings/settingrow.h"
#include "views/theme/buttonkind.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

AccountRows::AccountRows(QWidget* parent)
    : QObject(parent)
    , m_parent(parent)
{
}

void AccountRows::setAccounts(const std::vector<Account>& accounts)
{
    for (auto line = m_lines.begin(); line != m_lines.end();) {
        if (std::ranges::contains(accounts, line->account.id, &Account::id)) {
            ++line;
            continue;
        }
        Q_EMIT rowRemoved(line->row);
        line->row->deleteLater(); // its own button may have asked for it
        line = m_lines.erase(line);
    }
    for (const auto& account : accounts) {
        if (!lineOf(account.id))
            addLine(account);
        auto& line = *lineOf(account.id);
        line.account = account;
        show(line, account.id == accounts.front().id);
    }
}

void AccountRows::addLine(const Account& account)
{
    auto* control = new QWidget(m_parent);
    auto* first = new QPushButton(tr("Make default"), control);
    auto* remove = new QPushButton(control);
    first->setAccessibleName(tr("Make %1 the default").arg(account.name));
    setButtonKind(*remove, ButtonKind::Danger);
    auto* layout = new QHBoxLayout(control);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (auto* button : {first, remove}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    auto* row = new SettingRow(account.name, {}, control, m_parent);
    m_lines.push_back({account, row, first, remove});
    connect(first, &QPushButton::clicked, this,
            [this, id = account.id] { Q_EMIT defaultRequested(lineOf(id)->account); });
    connect(remove, &QPushButton::clicked, this, [this, id = account.id] { this->remove(id); });
    Q_EMIT rowAdded(row);
}

void AccountRows::show(Line& line, bool isFirst)
{
    line.isAsked = false;
    const QString place = tr("%1 on %2").arg(line.account.owners.join(u", "_s), webHost(line.account.apiUrl));
    line.row->setSentence(isFirst ? tr("%1. A window opens it first.").arg(place) : place);
    line.first->setVisible(!isFirst);
    line.remove->setText(tr("Remove…"));
    line.remove->setAccessibleName(tr("Remove %1").arg(line.account.name));
}

void AccountRows::remove(const QString& id)
{
    auto& line = *lineOf(id);
    if (line.isAsked) {
        Q_EMIT removeRequested(line.account);
        return;
    }
    line.isAsked = true;
    line.first->hide();
    line.remove->setText(tr("Remove account"));
    line.row->setSentence(tr("Its token leaves the keychain. What was read stays."), SettingRow::Kind::Warning);
}

AccountRows::Line* AccountRows::lineOf(const QString& id)
{
    const auto found = std::ranges::find(m_lines, id, [](const Line& line) { return line.account.id; });
    return found == m_lines.end() ? nullptr : &*found;
}

QList<SettingRow*> AccountRows::rows() const
{
    QList<SettingRow*> rows;
    for (const auto& line : m_lines)
        rows.append(line.row);
    return rows;
}

} // namespace slipway
