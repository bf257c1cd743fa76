#pragma once

#include "domain/writeaccess.h"

#include <QJsonObject>
#include <QKeySequence>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QAction;

namespace slipway
{

/// One page of the window.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Where a person is on this page, from its title inwards.
    [[nodiscard]] virtual QStringList breadcrumb() const = 0;
    /// The widgets F6 goes through, in reading order.
    [[nodiscard]] virtual QList<QWidget*> panes() const = 0;
    /// How the page is arranged: what a person would have to set again after a restart. Plain JSON.
    [[nodiscard]] virtual QJsonObject saveState() const { return {}; }
    /// Arranges the page as saveState() told. What is missing or makes no sense is as it usually is: an empty object is
    /// the default.
    virtual void restoreState(const QJsonObject& /*state*/) {}
    /// What restoreState() is given for the default layout: nothing but what a person made and would miss.
    [[nodiscard]] virtual QJsonObject defaultState() const { return {}; }
    /// The part of saveState() that an owner nobody has looked at yet begins with: no names, no filters.
    [[nodiscard]] virtual QJsonObject stateForOthers() const { return saveState(); }

    /// What is chosen on the page, as plain JSON; empty for nothing.
    [[nodiscard]] virtual QJsonObject place() const { return {}; }
    /// Chooses it again and takes the keyboard there. What is no longer there is left alone.
    virtual void goTo(const QJsonObject& /*place*/) {}

    /// What a page offers follows from it: actions that change a server are absent where they are not allowed. Told
    /// before anything is shown, and when an account or its flag changes.
    void setWriteAccess(WriteAccess access);
    [[nodiscard]] WriteAccess writeAccess() const { return m_writeAccess; }

protected:
    /// An action of this page, for the command palette as well; it may not be triggered before somebody allows it.
    [[nodiscard]] QAction* makeAction(const QString& id, const QString& text, const QString& iconName);
    /// Ctrl+F and `/` trigger it while the page is in sight.
    void findBy(QAction& action);

Q_SIGNALS:
    /// A jump to another place on this page is about to begin.
    void placeLeft();
    void writeAccessChanged();
    void breadcrumbChanged();
    /// saveState() gives something else from now on.
    void stateChanged();

private:
    /// Nothing is offered before somebody said that it may be.
    WriteAccess m_writeAccess = WriteAccess::StartedReadOnly;
};

/// A page as the sidebar lists it. Only pages that exist have one.
struct PageDescriptor final {
    QString id; ///< stable: in settings, links and picture names
    QString title;
    QString iconName;
    QKeySequence shortcut;
    std::function<Page*(QWidget* parent)> make;
};

} // namespace slipway
