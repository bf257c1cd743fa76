#include "accounts/accountsfile.h"

#include <QCoreApplication>

#include <cstdio>

using namespace slipway;
using namespace Qt::StringLiterals;

/// accountswriter FOLDER: adds and removes accounts for ever, and says so once it has begun.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const AccountsFile file(QCoreApplication::arguments().value(1));
    for (int i = 0;; ++i) {
        Account account;
        account.id = newAccountId();
        account.name = account.id;
        account.owners = {u"northquay"_s};
        const auto changed = file.update([&account](std::vector<Account>& accounts) -> Result<void> {
            if (accounts.size() > 20)
                accounts.clear();
            accounts.push_back(account);
            return {};
        });
        if (!changed)
            return 1;
        if (i == 0) {
            std::puts("writing");
            std::fflush(stdout);
        }
    }
}
