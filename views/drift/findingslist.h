#pragma once

#include "models/driftlook.h"
#include "views/pagestate.h"

#include <QWidget>

class QStackedLayout;

namespace slipway
{

class AgedText;
class FindingsModel;
class FindingsView;
class SearchField;
class StatePage;

/// The findings of a look in a card: filtered by kind and by what is typed, one of them chosen.
class FindingsList final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingsList(QWidget* parent = nullptr);

    /// Null: nothing was looked at.
    void setLook(const DriftLookPtr& look, const QDateTime& now);
    void setKind(FindingKind kind);
    void setAge(DataAge age);
    /// Chooses a finding, without a filter if that hides it. False if there is none of this id.
    bool select(qint64 id);
    /// Whether the filter shows it.
    [[nodiscard]] bool shows(qint64 id) const;
    /// The chosen one; null without any.
    [[nodiscard]] const FindingLife* current() const;

    [[nodiscard]] const FindingsModel& model() const { return *m_model; }
    [[nodiscard]] FindingsView& view() { return *m_view; }
    [[nodiscard]] SearchField& filter() { return *m_filter; }

Q_SIGNALS:
    /// Another one is chosen, or something else is said of it.
    void currentChanged();
    void filterChanged();
    /// The image of the chosen one is wanted.
    void opened();

private:
    void showFindings();

    DriftLookPtr m_look;
    FindingKind m_kind = FindingKind::All;
    FindingsModel* m_model;
    FindingsView* m_view;
    SearchField* m_filter;
    StatePage* m_nothing;
    AgedText* m_aged;
    QStackedLayout* m_stack;
};

} // namespace slipway
