#pragma once

#include "models/historymodel.h"
#include "views/widgets/rowview.h"

namespace slipway
{

/// The events of a history. Enter or the context menu offers the digests of one to copy, and the events themselves.
class HistoryTable final : public RowView
{
    Q_OBJECT
public:
    explicit HistoryTable(QWidget* parent = nullptr);

    void setHistory(HistoryModel& model);
    /// The selected events; without a selection the one the keyboard is at, or all where it is elsewhere.
    [[nodiscard]] std::vector<HistoryEvent> eventsToCopy() const;

public Q_SLOTS:
    void copyText();
    void copyCsv();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMenu(const QModelIndex& index, const QPoint& at);

    HistoryModel* m_history = nullptr;
};

} // namespace slipway
