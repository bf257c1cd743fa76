#pragma once

#include "accounts/account.h"

#include <QObject>

class QWidget;

namespace slipway
{

class AccountDesk;

/// Opens the dialogs about accounts over a window and joins them to the desk.
class AccountDialogs final : public QObject
{
    Q_OBJECT
public:
    AccountDialogs(QWidget& window, AccountDesk& desk, QObject* parent = nullptr);

    void add();
    void manage();

Q_SIGNALS:
    /// A new account was kept.
    void added(const slipway::Account& account);

private:
    QWidget& m_window;
    AccountDesk& m_desk;
};

} // namespace slipway
