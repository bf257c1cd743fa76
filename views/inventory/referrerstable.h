#pragma once

#include "views/widgets/rowview.h"

namespace slipway
{

/// The referrer graph as rows; copying gives the whole digest of the current one.
class ReferrersTable final : public RowView
{
    Q_OBJECT
public:
    explicit ReferrersTable(QWidget* parent = nullptr);

public Q_SLOTS:
    void copyDigest();

Q_SIGNALS:
    void rowChanged(int row);

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

} // namespace slipway
