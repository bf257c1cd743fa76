#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace slipway
{

/// Asks for a line to go to. Escape leaves it; Enter goes there.
class LineBar final : public QWidget
{
    Q_OBJECT
public:
    explicit LineBar(QWidget* parent = nullptr);

    /// Shows it with the keyboard in the field.
    void open(qsizetype current, qsizetype total);
    [[nodiscard]] QLineEdit& field() { return *m_field; }

Q_SIGNALS:
    /// A line there is, from 1.
    void lineChosen(qsizetype line);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void choose();

    QLineEdit* m_field;
    QLabel* m_total;
    qsizetype m_lines = 0;
};

} // namespace slipway
