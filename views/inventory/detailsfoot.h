#pragma once

#include <QWidget>

class QPushButton;

namespace slipway
{

/// Below the details: what is done with the version that is shown.
class DetailsFoot final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsFoot(QWidget* parent = nullptr);

    /// What the button copies.
    void setPullCommand(const QString& command);

private:
    QString m_command;
    QPushButton* m_pull;
};

} // namespace slipway
