#pragma once

#include "views/ladder/ladderpanel.h"

#include <QDialog>

class QComboBox;

namespace slipway
{

/// A window of its own with the layers of two images side by side; it stays while one works on.
class CompareDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit CompareDialog(QWidget* parent);

    /// Which of the images of two indexes are compared, by platform; with one or none there is nothing to choose.
    void setChoices(const QStringList& platforms, int current);
    [[nodiscard]] LadderPanel& panel() { return *m_panel; }
    [[nodiscard]] QComboBox& choice() { return *m_choice; }

Q_SIGNALS:
    void choiceMade(int index);

private:
    void fitUsualSize();
    void copyMarkdown();

    QSize m_usual; ///< of the text's size; a person may have given it another
    QWidget* m_choiceRow;
    QComboBox* m_choice;
    LadderPanel* m_panel;
};

} // namespace slipway
