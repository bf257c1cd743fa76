#pragma once

#include "accounts/account.h"

#include <QObject>

class QPushButton;
class QWidget;

namespace slipway
{

class SettingRow;

/// The rows in which accounts are listed: which one a window opens first, and removing one after a second question.
class AccountRows final : public QObject
{
    Q_OBJECT
public:
    /// The rows belong to `parent`.
    explicit AccountRows(QWidget* parent);

    /// The first is the one a window begins with. Rows stay where they are; new ones are told by rowAdded().
    void setAccounts(const std::vector<Account>& accounts);
    [[nodiscard]] QList<SettingRow*> rows() const;

Q_SIGNALS:
    void rowAdded(slipway::SettingRow* row);
    /// It is destroyed soon after.
    void rowRemoved(slipway::SettingRow* row);
    void defaultRequested(const slipway::Account& account);
    void removeRequested(const slipway::Account& account);

private:
    struct Line {
        Account account;
        SettingRow* row;
        QPushButton* first;
        QPushButton* remove;
        bool isAsked = false; ///< removing it was asked for once
    };

    void addLine(const Account& account);
    void show(Line& line, bool isFirst);
    void remove(const QString& id);
    [[nodiscard]] Line* lineOf(const QString& id);

    QWidget* m_parent;
    std::vector<Line> m_lines;
};

} // namespace slipway
