#pragma once

#include <QPlainTextEdit>

namespace slipway
{

/// A text to read, select and copy: the window says that it was copied, by key as by the menu.
class ReadText : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ReadText(QWidget* parent = nullptr);
    explicit ReadText(const QString& text, QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void copySelected();
};

} // namespace slipway
