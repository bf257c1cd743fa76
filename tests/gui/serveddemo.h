#pragma once

#include "app/session/target.h"

#include <QProcess>
#include <QTemporaryDir>

namespace slipway::test
{

/// A demo organisation served by a process of its own, which can be made to answer nobody.
class ServedDemo final
{
public:
    ServedDemo();
    ~ServedDemo();

    /// What reads it, with its data in a folder.
    [[nodiscard]] Target target(const QString& dataFolder) const;
    /// The process stands still, in the middle of whatever it does: connections stay open, and nothing comes.
    void stall() const;
    void goOn() const;
    /// What was asked so far, "GET /orgs/… 200", oldest first.
    [[nodiscard]] QStringList requests() const;

private:
    void signal(int number) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_url;
    QString m_owner;
};

} // namespace slipway::test
