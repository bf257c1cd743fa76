#pragma once

#include "views/widgets/rowview.h"

#include <QDateTime>

namespace slipway
{

class FindingsModel;

/// The findings as a list. Copying gives the one that is chosen, in whole.
class FindingsView final : public RowView
{
    Q_OBJECT
public:
    explicit FindingsView(FindingsModel& model, QWidget* parent = nullptr);

    void setNow(const QDateTime& now) { m_now = now; }

public Q_SLOTS:
    void copy();

Q_SIGNALS:
    /// Enter, or a double click: the image is wanted.
    void opened();

protected:
    void fitColumns() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    FindingsModel& m_findings;
    QDateTime m_now;
};

} // namespace slipway
