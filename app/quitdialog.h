#pragma once

#include "views/widgets/dialog.h"

#include <QList>

class QPushButton;

namespace slipway
{

class Operation;

/// What runs and would be left half done, line by line, and the choice to stop it. To keep it running is the default,
/// and what Escape does.
class QuitDialog final : public Dialog
{
    Q_OBJECT
public:
    /// Accepted: stop and quit.
    QuitDialog(const QList<Operation*>& operations, QWidget* parent);

    /// "Deploy 3f7e1b9c to web-1, 2 of 5: …", for each.
    [[nodiscard]] const QStringList& lines() const { return m_lines; }
    [[nodiscard]] QPushButton& keep() { return *m_keep; }
    [[nodiscard]] QPushButton& stop() { return *m_stop; }

private:
    QStringList m_lines;
    QPushButton* m_keep;
    QPushButton* m_stop;
};

} // namespace slipway
