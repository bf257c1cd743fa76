#pragma once

#include "views/pagestate.h"

#include <QObject>
#include <QStringList>

class QStackedLayout;
class QWidget;

namespace slipway
{

class InventoryModel;
class MessageBar;
class StatePage;
class TreeFilter;

/// How the inventory stands, in words: what is in place of the tree while there is no row to show, and the bars above
/// it for what went wrong beside what was read.
class InventoryStates final : public QObject
{
    Q_OBJECT
public:
    /// `content` is what stands there while there are rows. All of them outlive it.
    InventoryStates(InventoryModel& model, TreeFilter& filter, QWidget& content, QWidget* page);

    [[nodiscard]] MessageBar& errorBar() { return *m_errorBar; }
    [[nodiscard]] MessageBar& problemBar() { return *m_problemBar; }
    /// The content, or what stands in its place; for the page's layout, which takes it.
    [[nodiscard]] QStackedLayout* stack() { return m_stack; }
    void setOwner(const QString& owner);
    void setState(const PageState& state);
    /// Rows came or went.
    void show();
    /// Another inventory has come: what of it could not be read.
    void showProblems();
    /// What a person asked for failed.
    void showFailure(const Error& error);
    /// What is in sight: the state page's title and sentence, and the bars', line by line.
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    void retryRequested();

private:
    void showFilteredAway();
    void showNoRows();
    void act();

    InventoryModel& m_model;
    TreeFilter& m_filter;
    QWidget& m_content;
    QString m_owner;
    PageState m_state;
    MessageBar* m_errorBar;
    bool m_isReadingFailureShown = false; ///< by the bar; else it tells of something else, if it is in sight
    MessageBar* m_problemBar;
    StatePage* m_statePage;
    QStackedLayout* m_stack;
};

} // namespace slipway
