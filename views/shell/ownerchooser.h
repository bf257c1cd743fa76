#pragma once

#include "views/shell/ownerchoice.h"

#include <QStringList>
#include <QToolButton>

namespace slipway
{

/// The organisation in sight and the menu to choose another.
class OwnerChooser final : public QToolButton
{
    Q_OBJECT
public:
    explicit OwnerChooser(QWidget* parent = nullptr);

    /// What the menu offers, and which of it is in sight.
    void setOwners(const QList<OwnerGroup>& groups, const OwnerChoice& current);
    [[nodiscard]] QString current() const { return m_current.owner; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void ownerChosen(const slipway::OwnerChoice& choice);
    void addAccountRequested();
    void manageAccountsRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addChoice(QMenu& list, const OwnerChoice& choice);

    void fitTitles();

    OwnerChoice m_current;
    QList<QAction*> m_titles; ///< of groups, in the menu
};

} // namespace slipway
