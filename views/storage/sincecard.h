#pragma once

#include "core/error.h"
#include "storage/storagegrowth.h"
#include "views/pagestate.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace slipway
{

class AgedText;
class DayField;
class FigureView;
class GroupingChoice;
class SectionCard;

/// The card "Top growth": which families or images grew most since a date that a person chooses.
class SinceCard final : public QWidget
{
    Q_OBJECT
public:
    explicit SinceCard(QWidget* parent = nullptr);

    /// The present, which the dates end with; until a person chooses a date it is a month before.
    void setToday(QDate today);
    /// nullopt: being worked out.
    void showGrowth(const std::optional<Result<StorageGrowth>>& growth);
    [[nodiscard]] bool isWaiting() const { return !m_growth; }
    void setAge(DataAge age);
    [[nodiscard]] QDate since() const;
    [[nodiscard]] FigureView& table() { return *m_table; }
    /// What is said below the table.
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    /// There is another date, chosen by a person or by the calendar.
    void sinceChosen(QDate since);
    void filterRequested(const QString& filter);

private:
    void showAll();
    [[nodiscard]] QString noteText() const;

    std::optional<Result<StorageGrowth>> m_growth;
    SectionCard* m_card;
    DayField* m_since;
    GroupingChoice* m_choice;
    FigureView* m_table;
    QLabel* m_note;
    AgedText* m_aged;
    QDate m_today;
    bool m_isChosen = false; ///< by a person
};

} // namespace slipway
