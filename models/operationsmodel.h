#pragma once

#include "models/operation.h"

#include <QAbstractListModel>
#include <QList>

namespace slipway
{

/// The operations that run at this moment, oldest first: what the status bar shows. An operation leaves when it ends.
class OperationsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit OperationsModel(QObject* parent = nullptr);

    /// Lists an operation that runs. Whoever made it keeps it.
    void add(Operation* operation);
    [[nodiscard]] Operation* operationAt(int row) const { return m_operations.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void remove(Operation* operation);
    void tellChanged(Operation* operation);

    QList<Operation*> m_operations;
};

/// "18 of 34 packages", "62 %", "starting", "stopping": how far an operation is.
[[nodiscard]] QString progressText(const Operation& operation);
/// "about 9 min left"; empty while there is no estimate.
[[nodiscard]] QString remainingText(const Operation& operation);

} // namespace slipway
