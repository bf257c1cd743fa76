#pragma once

#include <QDateEdit>

namespace slipway
{

/// A field for a day, with a calendar. Tab goes on to the next widget, as everywhere: Qt's own goes to the month and
/// the year first, which the arrow keys do too.
class DayField final : public QDateEdit
{
    Q_OBJECT
public:
    explicit DayField(const QString& name, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool m_isTyping = false;
    bool m_hasGoneOn = false; ///< by the key before
};

} // namespace slipway
