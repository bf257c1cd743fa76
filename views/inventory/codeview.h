#pragma once

#include "views/widgets/readtext.h"

namespace slipway
{

class JsonHighlighter;

/// A JSON document to read: line numbers, colours, no editing.
class CodeView final : public ReadText
{
    Q_OBJECT
public:
    explicit CodeView(QWidget* parent = nullptr);

    void paintNumbers(QPaintEvent* event);
    [[nodiscard]] int numbersWidth() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeNumbers();

    QWidget* m_numbers;
    JsonHighlighter* m_highlighter;
};

} // namespace slipway
